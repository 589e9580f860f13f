import Documents
import Foundation
import Schema
import Testing

/// The diagnoses of one release, looked up. Codes and counts were taken from the official files.
@Suite struct DiagnosisCodesTests {
    let codes = CodeSample.diagnoses

    @Test func `the table holds what the release holds`() {
        let text = String(decoding: Codes.icd10cm, as: UTF8.self)
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        let fields = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        #expect(fields.allSatisfy { $0.count == 4 && DiagnosisCodes.isFormed(String($0[0])) })
        let all = fields.map { String($0[0]) }
        #expect(all == all.sorted() && Set(all).count == all.count)
        #expect(all.filter { $0.hasPrefix("F") }.count == 1112)
        #expect(fields.filter { $0[0].hasPrefix("F") && $0[1] == "1" }.count == 871)
        let leaves = Set(fields.filter { $0[1] == "1" }.map { String($0[0]) })
        let parents = Set(all.flatMap { code in (3..<code.count).map { String(code.prefix($0)) } })
        #expect(leaves.isDisjoint(with: parents), "what has digits below it is not complete")
        #expect(codes.covered.allSatisfy { part in all.contains { $0.hasPrefix(part) } })
        #expect(
            all.allSatisfy { code in
                codes.covered.contains { code.hasPrefix($0) || $0.hasPrefix(code) }
            }, "and nothing beside what is covered and the categories above it")
        #expect(Codes.icd10cm.count < 200_000)
        #expect(codes.release == "ICD-10-CM, April 2026")
        #expect(codes.effectiveFrom.iso == "2026-04-01")
    }

    @Test(arguments: [
        ("F32.1", "Major depressive disorder, single episode, moderate"),
        ("F33.1", "Major depressive disorder, recurrent, moderate"),
        ("F41.1", "Generalized anxiety disorder"),
        ("F43.10", "Post-traumatic stress disorder, unspecified"),
        ("F43.22", "Adjustment disorder with anxiety"), ("F43.81", "Prolonged grief disorder"),
        ("R45.851", "Suicidal ideations"),
        ("Z63.0", "Problems in relationship with spouse or partner"),
        ("F99", "Mental disorder, not otherwise specified"),
        ("T74.11XA", "Adult physical abuse, confirmed, initial encounter"),
        ("g47.00", "Insomnia, unspecified"),
    ])
    func `a complete code is valid and has a title`(code: String, title: String) {
        guard case .valid(let found) = codes.verdict(on: code) else {
            Issue.record("\(codes.verdict(on: code))")
            return
        }
        #expect(found.code == code.uppercased() && found.title == title && found.isLeaf)
        #expect(codes.title(of: code) == title)
    }

    @Test(arguments: [
        ("F32", 10, "F32.0"), ("F43.1", 3, "F43.10"), ("F43", 14, "F43.0"),
        ("T74.11", 3, "T74.11XA"),
        ("Z91", 33, "Z91.110"), ("R45.85", 2, "R45.850"),
    ])
    func `a category needs more digits, and shows which`(code: String, count: Int, first: String) {
        guard case .category(let category, let leaves) = codes.verdict(on: code) else {
            Issue.record("\(codes.verdict(on: code))")
            return
        }
        #expect(category.code == code && !category.isLeaf)
        #expect(leaves.count == count && leaves.first?.code == first)
    }

    @Test(arguments: [
        ("F41.7", ["F41.0", "F41.1", "F41.3", "F41.8", "F41.9"]), ("F99.9", ["F99"]), ("ABC", []),
        ("F4l.1", ["F41.1", "F44.1", "F45.1", "F48.1"]),
        ("F43.15", ["F43.10", "F43.11", "F43.12"]),
        ("F41.11", ["F41.1", "F41.0"]), ("F4", []), ("", []), ("F", []),
        ("panic", []), ("F41,1", ["F41.1", "F41.0"]), ("Z63.00", ["Z63.0"]),
    ])
    func `an unknown code shows the nearest`(code: String, nearest: [String]) {
        guard case .unknown(let found) = codes.verdict(on: code) else {
            Issue.record("\(codes.verdict(on: code))")
            return
        }
        #expect(found.prefix(nearest.count).map(\.code) == nearest)
        #expect(nearest.isEmpty == found.isEmpty && found.allSatisfy(\.isLeaf))
    }

    @Test(arguments: ["E66.9", "J45.909", "Z79.899", "A00", "R40.20", "Z91.010"])
    func `a code from elsewhere is only checked for its form`(code: String) {
        #expect(codes.verdict(on: code) == .notCovered)
        #expect(codes.title(of: code) == nil)
    }

    @Test(arguments: [
        "F", "F4", "F41.", "F41.12345", "41.1", "FF1", "F4.11", "F41.1.1", "f41.1", "F41-1",
        "É41", "F4１.1", "", "F41 1",
    ])
    func `what has not the form of a code is none`(code: String) {
        #expect(!DiagnosisCodes.isFormed(code))
    }

    @Test(arguments: [
        ("panic", "F41.0"), ("generalized anxiety", "F41.1"), ("gad", "F41.1"),
        ("adjustment anxiety", "F43.22"), ("ptsd acute", "F43.11"), ("ADHD inattentive", "F90.0"),
        ("post-traumatic chronic", "F43.12"), ("posttraumatic chr", "F43.12"),
        ("obsessive unspecified", "F42.9"),
        ("complicated grief", "F43.81"), ("burnout", "Z73.0"), ("suicidal ideation", "R45.851"),
        ("münch", "F68.A"), ("f431", "F43.10"), ("F43.1", "F43.10"), ("borderline", "F60.3"),
        ("mdd recurrent", "F33.0"), ("tourettes", "F95.2"), ("insomnia", "F51.05"),
        ("partner spouse problems", "Z63.0"),
        ("anxiety", "F41.9"),
    ])
    func `words, initials and beginnings find a code`(words: String, first: String) {
        let found = codes.search(words, limit: 8)
        #expect(found.first?.code == first, "\(found.map { "\($0.code) \($0.title)" })")
    }

    /// Initials stand for several disorders: all of them are shown.
    @Test(arguments: [
        ("ptsd", ["F43.10", "F43.11", "F43.12", "F43.1"]), ("bpd", ["F23", "F60.3"]),
        ("ocd", ["F42.9", "F42.2"]), ("odd", ["F91.3"]), ("asd", ["F84.0"]), ("did", ["F44.81"]),
    ])
    func `initials find what they may stand for`(words: String, codes: [String]) {
        let found = self.codes.search(words, limit: 12).map(\.code)
        #expect(Set(found).isSuperset(of: codes), "\(found)")
    }

    @Test(arguments: ["", " ", "...", "?!", "zzzz", "\u{0}", "panic zzzz", "tsd"])
    func `what means nothing finds nothing`(words: String) {
        #expect(codes.search(words, limit: 5).isEmpty)
    }

    @Test(arguments: ["a ", "é", "F", "-", "\u{301}"])
    func `however much is typed, the search ends`(word: String) {
        #expect(codes.search(String(repeating: word, count: 100_000), limit: 5).count <= 5)
        #expect(codes.title(of: String(repeating: word, count: 100_000)) == nil)
        _ = codes.verdict(on: String(repeating: word, count: 100_000))
    }

    @Test func `a limit holds`() {
        #expect(codes.search("disorder", limit: 3).count == 3)
        #expect(codes.search("disorder", limit: 0).isEmpty)
        #expect(codes.search("disorder", limit: -1).isEmpty)
    }

    @Test(arguments: [
        "", "#release", "#release\ta\t2026-13-01\tb\n#covers\tF\n",
        "#release\ta\t2026-04-01\tb\n", "#release\ta\t2026-04-01\tb\n#covers\n",
        "F41.1\t1\tGeneralized anxiety disorder\t\n", "#release\ta\t2026-04-01\n#covers\tF\n",
    ])
    func `a table without its first lines is no table`(text: String) {
        #expect(DiagnosisCodes(bytes: Array(text.utf8)) == nil)
    }

    /// Each byte sequence stands where the codes should.
    @Test(arguments: [
        [UInt8](repeating: 9, count: 1000), [UInt8](repeating: 10, count: 1000),
        [UInt8](repeating: 0xFF, count: 1000), Array("F41.1".utf8), Array("F41.1\t1".utf8),
        Array("\t1\ttitle\n\n\nF41.1\t1\tfine\n".utf8), Array("F\t0\ta\tb\tc\td".utf8),
    ])
    func `hostile lines are passed over`(rest: [UInt8]) throws {
        let head = Array("#release\tr\t2026-04-01\ts\n#covers\tF\n".utf8)
        let codes = try #require(DiagnosisCodes(bytes: head + rest))
        let fine = rest.contains(Array("fine".utf8)[0]) && rest.count > 20
        #expect((codes.title(of: "F41.1") == "fine") == fine)
        _ = codes.search("a f t fine", limit: 3)
        _ = codes.verdict(on: "F41.2")
    }

    @Test func `the folder holds what the index names`() throws {
        let schema = URL(filePath: #filePath).appending(path: "../../../schema").standardized
        let files = { (folder: String) in
            Set(
                try FileManager.default.contentsOfDirectory(
                    atPath: schema.appending(path: folder).path))
        }
        #expect(try files("codes") == ["ICD10CM.swift"])
        #expect(try files("tables") == Set(Tables.all.map { $0.name + ".json" }))
    }
}
