import Documents
import Foundation
import Schema
import Testing
import Wording

@Suite struct KindTests {
    @Test func `every kind file is read`() throws {
        let library = try KindLibrary(files: Kinds.all)
        #expect(library.kinds.map(\.id) == ["progress-note.soap"])
    }

    @Test func `the index lists every file of the folder`() throws {
        let folder = URL(filePath: #filePath).appending(path: "../../../schema/kinds").standardized
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(files) == Set(Kinds.all.map { $0.name + ".json" }))
    }

    @Test(arguments: ["{}", "[", "{\"id\":\"client\"}", ""])
    func `a damaged kind file is refused`(json: String) {
        let files = Kinds.all.map { $0.name == "client" ? ("client", Array(json.utf8)) : $0 }
        #expect(throws: KindError.unreadable(file: "client")) { try KindLibrary(files: files) }
    }

    @Test func `a kind without its forms is refused`() {
        let files = Kinds.all.filter { $0.name != "session" }
        #expect(throws: KindError.missing(file: "session")) { try KindLibrary(files: files) }
    }

    @Test func `a kind keeps everything through JSON`() throws {
        let kind = Sample.kind
        #expect(try JSON.value(DocumentKind.self, from: JSON.bytes(kind)) == kind)
    }
}

@Suite struct ErrorTests {
    static let all: [any UserFacing] =
        ReviewError.allCases + [
            JottingError.tooLarge, JottingError.notText, JottingError.hiddenCharacter(line: 3),
            JottingError.empty, JottingError.textBeforeFirstField(line: 1),
            JottingError.unknownField(line: 2, suggestion: "plan"),
            JottingError.unknownField(line: 2, suggestion: nil),
            JottingError.fieldTwice(line: 2, label: "Plan"),
            EntryError.empty(label: "A"), EntryError.hiddenCharacter(label: "A"),
            EntryError.tooLong(label: "A"), EntryError.noSuchChoice(label: "A", choices: ["B"]),
            EntryError.severalChoices(label: "A", choices: ["B"]), EntryError.notADate(label: "A"),
            EntryError.yearNeedsFourDigits(label: "A"), EntryError.notATime(label: "A"),
            EntryError.notANumber(label: "A"), EntryError.notACode(label: "A"),
            KindError.unreadable(file: "a"), KindError.missing(file: "a"),
            KindError.inconsistent(file: "a", detail: "b"), DraftError.nothingToDraft,
            DraftError.engineFailed(engine: "a"), SigningError.undecided(count: 1),
            SigningError.undecided(count: 2), SigningError.blocked(count: 1),
            SigningError.blocked(count: 2), SigningError.signerIncomplete, SigningError.empty,
            SigningError.unreadable, SigningError.doesNotVerify,
        ]

    @Test func `every error says what happened and what to do`() {
        for error in ErrorTests.all {
            #expect(error.code.contains("."))
            #expect(
                error.problem.hasSuffix(".")
                    && error.problem.first { $0.isLetter || $0.isNumber }?.isLowercase == false)
            #expect(error.nextStep.hasSuffix(".") && error.nextStep.first?.isUppercase ?? false)
            #expect(error.exitCode != .done)
        }
    }
}
