import Documents
import Foundation
import Schema
import Testing
import Wording

@Suite struct KindTests {
    @Test func `every kind file is read`() throws {
        let library = try Sample.library(of: Kinds.all)
        let forms = ["client", "session", "practice", "disclosure"]
        let names = Kinds.all.map(\.name).filter { !forms.contains($0) }
        #expect(library.kinds.map(\.id) == names.sorted(), "a kind's id is its file's name")
    }

    @Test func `the index lists every file of the folders`() throws {
        let schema = URL(filePath: #filePath).appending(path: "../../../schema").standardized
        let files = try ["blocks", "kinds", "forms"].flatMap {
            try FileManager.default.contentsOfDirectory(atPath: schema.appending(path: $0).path)
        }
        let named =
            (Kinds.all + Kinds.consents).map { $0.name + ".json" }
            + Kinds.blocks.map { "block-\($0.name).json" }
        #expect(
            Set(files)
                == Set(
                    named
                        + [
                            "correspondent", "incident", "measure", "request", "review-finding",
                            "suspension",
                        ].map { $0 + ".json" }))
    }

    /// What is said of a kind file with one thing changed, or of its blocks without a rule.
    private func refusal(
        withoutRule rule: String? = nil, _ change: (inout [String: Any]) -> Void = { _ in }
    ) throws -> KindError? {
        let files = try Kinds.all.map { file in
            file.name == "progress-note.soap" ? try changed(file, change) : file
        }
        let blocks = try Kinds.blocks.map { block in
            try changed(block) { block in
                block["rules"] = (block["rules"] as? [String] ?? []).filter { $0 != rule }
            }
        }
        do throws(KindError) {
            _ = try Sample.library(of: files, blocks: blocks)
            return nil
        } catch {
            return error
        }
    }

    private func changed(
        _ file: (name: String, bytes: [UInt8]), _ change: (inout [String: Any]) -> Void
    ) throws -> (name: String, bytes: [UInt8]) {
        let read = try JSONSerialization.jsonObject(with: Data(file.bytes))
        var object = try #require(read as? [String: Any])
        change(&object)
        return (file.name, Array(try JSONSerialization.data(withJSONObject: object)))
    }

    @Test(arguments: Rule.indispensable(for: .progressNote).map(\.id))
    func `a kind cannot leave out a safety rule`(_ rule: String) throws {
        guard case .inconsistent(_, let detail, _) = try refusal(withoutRule: rule) else {
            Issue.record("it was read")
            return
        }
        #expect(detail == "the rule “\(rule)” is missing")
    }

    @Test func `a choice without wording is refused`() throws {
        let error = try refusal { kind in
            kind["patterns"] = [["field": "progress", "voice": "choice"]]
        }
        #expect(
            error
                == .inconsistent(
                    file: "progress-note.soap", detail: "a choice has no wording", about: "progress"
                ))
    }

    @Test func `a kind with a block that does not exist is refused`() throws {
        let error = try refusal { $0["uses"] = ["session", "risk", "ending", "unknown"] }
        #expect(
            error
                == .inconsistent(
                    file: "progress-note.soap", detail: "the block “unknown” does not exist",
                    about: "unknown"))
    }

    @Test func `a kind words a field of a block anew, and does without another`() throws {
        let files = try Kinds.all.map { file in
            guard file.name == "progress-note.soap" else { return file }
            return try changed(file) { kind in
                kind["fields"] = [["id": "plan", "label": "Way ahead", "question": "What next?"]]
                kind["without"] = ["late-reason", "quote"]
                kind["sections"] = [["heading": "", "paragraphs": [["reported", "plan"]]]]
            }
        }
        let kind = try #require(Sample.library(of: files).kind("progress-note.soap"))
        let ids = kind.form.fields.map(\.id)
        #expect(ids.first == "reported" && ids.suffix(2) == ["plan", "next"])
        #expect(kind.form["plan"]?.label == "Way ahead")
        #expect(!ids.contains("quote") && kind.pattern(of: "quote") == nil)
        #expect(kind.requirements.contains { $0.field == "plan" })
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
            JottingError.empty, JottingError.noAnswers(example: "a"),
            JottingError.textBeforeFirstField(line: 1),
            JottingError.unknownField(line: 2, suggestion: "plan"),
            JottingError.unknownField(line: 2, suggestion: nil),
            JottingError.fieldTwice(line: 2, label: "Plan"),
            EntryError.empty(label: "A"), EntryError.hiddenCharacter(label: "A"),
            EntryError.tooLong(label: "A"), EntryError.noSuchChoice(label: "A", choices: ["B"]),
            EntryError.severalChoices(label: "A", choices: ["B"]), EntryError.notADate(label: "A"),
            EntryError.yearNeedsFourDigits(label: "A"), EntryError.notATime(label: "A"),
            EntryError.notANumber(label: "A"), EntryError.notACode(label: "A"),
            EntryError.diagnoses(label: "A", .empty), EntryError.inTheFuture(label: "A"),
            EntryError.beforeBirth(label: "A"), EntryError.notASchedule(label: "A"),
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
