import Documents
import Foundation
import Schema
import Testing
import Wording

@Suite struct KindTests {
    @Test func `every kind file is read`() throws {
        let library = try Sample.library(of: Kinds.all)
        let names = Kinds.all.map(\.name).filter { $0.hasPrefix("progress-note.") }
        #expect(library.kinds.map(\.id) == names.sorted(), "a kind's id is its file's name")
    }

    @Test func `the index lists every file of the folders`() throws {
        let schema = URL(filePath: #filePath).appending(path: "../../../schema").standardized
        let files = try ["kinds", "forms"].flatMap {
            try FileManager.default.contentsOfDirectory(atPath: schema.appending(path: $0).path)
        }
        let named = (Kinds.all + Kinds.consents).map { $0.name + ".json" }
        #expect(
            Set(files) == Set(named + ["practice.json", "measure.json", "disclosure.json"]))
    }

    /// A kind file with one thing changed.
    private func refusal(_ change: (inout [String: Any]) -> Void) throws -> KindError? {
        let files = try Kinds.all.map { file in
            guard file.name == "progress-note.soap" else { return file }
            let object = try JSONSerialization.jsonObject(with: Data(file.bytes))
            var kind = try #require(object as? [String: Any])
            change(&kind)
            return (file.name, Array(try JSONSerialization.data(withJSONObject: kind)))
        }
        do throws(KindError) {
            _ = try Sample.library(of: files)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: Rule.indispensable.map(\.id))
    func `a kind cannot leave out a safety rule`(_ rule: String) throws {
        let error = try refusal { kind in
            kind["rules"] = (kind["rules"] as? [String] ?? []).filter { $0 != rule }
        }
        #expect(
            error
                == .inconsistent(
                    file: "progress-note.soap", detail: "the rule “\(rule)” is missing"))
    }

    @Test func `a choice without wording is refused`() throws {
        let error = try refusal { kind in
            kind["patterns"] = (kind["patterns"] as? [[String: Any]] ?? []).map { pattern in
                guard pattern["voice"] as? String == "choice" else { return pattern }
                return pattern.filter { $0.key != "wording" }
            }
        }
        #expect(
            error == .inconsistent(file: "progress-note.soap", detail: "a choice has no wording"))
    }

    @Test func `a question waits until it matters`() throws {
        let form = Sample.kind.form
        let reason = try #require(form["risk-reason"])
        let late = try #require(form["late-reason"])
        #expect(!reason.isAsked(given: Entries(["si": "denied"])))
        #expect(reason.isAsked(given: Entries(["si": "not-assessed"])))
        #expect(!late.isAsked(given: Entries(["si": "active"])), "only when a rule wants it")
        #expect(try #require(form["reported"]).isAsked(given: Entries()))
    }

    @Test(arguments: ["{}", "[", "{\"id\":\"client\"}", ""])
    func `a damaged kind file is refused`(json: String) {
        let files = Kinds.all.map { $0.name == "client" ? ("client", Array(json.utf8)) : $0 }
        #expect(throws: KindError.unreadable(file: "client")) { try Sample.library(of: files) }
    }

    @Test func `a kind without its forms is refused`() {
        let files = Kinds.all.filter { $0.name != "session" }
        #expect(throws: KindError.missing(file: "session")) { try Sample.library(of: files) }
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
            EntryError.diagnoses(label: "A", .empty),
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
