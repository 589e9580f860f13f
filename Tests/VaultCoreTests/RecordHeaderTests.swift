import Audit
import Documents
import Foundation
import Sealing
import Testing

@testable import VaultCore

@Suite struct `A record's header` {
    private static let parent = (0..<16).map { UInt8($0) }

    private func header() -> RecordHeader {
        RecordHeader(
            type: .document, number: 258, state: .inReview, day: "2026-11-16", label: "Nöte",
            parent: RecordID(bytes: Self.parent), writtenAt: 1_795_460_400_000,
            facts: [.stop: "10:50", .start: "10:00", .planDue: "2027-01-31"])
    }

    /// Length and text of each field, by hand.
    private static let common =
        "00000008" + "646f63756d656e74" + "00000008" + "0000000000000102"
        + "00000009" + "696e20726576696577" + "0000000a" + "323032362d31312d3136"
        + "00000005" + "4ec3b67465" + "00000010" + "000102030405060708090a0b0c0d0e0f"
        + "00000008" + "000001a209c78380"

    private static let version1 =
        "00000016" + "7661756c742e7265636f72642d6865616465722f7631" + common

    /// The facts stand in the order of their words.
    private static let version2 =
        "00000016" + "7661756c742e7265636f72642d6865616465722f7632" + common
        + "00000008" + "0000000000000003"
        + "00000008" + "706c616e2d647565" + "0000000a" + "323032372d30312d3331"
        + "00000005" + "7374617274" + "00000005" + "31303a3030"
        + "00000004" + "73746f70" + "00000005" + "31303a3530"

    private func bytes(_ hex: String) -> [UInt8] {
        stride(from: 0, to: hex.utf8.count, by: 2).compactMap { place in
            UInt8(String(Array(hex)[place..<place + 2]), radix: 16)
        }
    }

    @Test func `is these bytes, field by field`() throws {
        #expect(header().bytes.hexText == Self.version2)
        #expect(try RecordHeader(bytes: bytes(Self.version2)) == header())
        #expect(Self.version2.contains(UInt64(1_795_460_400_000).bigEndianHex))
    }

    @Test func `of version 1 is read, and has no facts`() throws {
        var expected = header()
        expected.facts = [:]
        #expect(try RecordHeader(bytes: bytes(Self.version1)) == expected)
        // It is never written again.
        #expect(
            expected.bytes.hexText.hasPrefix(
                "00000016" + "7661756c742e7265636f72642d6865616465722f7632"))
        #expect(throws: SealingError.malformed) {
            _ = try RecordHeader(bytes: bytes(Self.version1 + "00000008" + "0000000000000000"))
        }
    }

    @Test(arguments: RecordType.allCases, [nil] + DocumentState.allCases.map { $0 })
    func `comes back as it was, with every fact`(_ type: RecordType, _ state: DocumentState?) throws
    {
        var header = RecordHeader(type: type, number: .max, state: state, writtenAt: 0)
        for fact in RecordFact.allCases { header.facts[fact] = "a \(fact.rawValue) ✓" }
        #expect(try RecordHeader(bytes: header.bytes) == header)
        header.facts = [:]
        #expect(try RecordHeader(bytes: header.bytes) == header)
    }

    @Test(arguments: [version1, version2])
    func `that was cut or lengthened is refused`(_ hex: String) {
        let whole = bytes(hex)
        for count in whole.indices {
            #expect(throws: SealingError.malformed) {
                _ = try RecordHeader(bytes: Array(whole.prefix(count)))
            }
        }
        #expect(throws: SealingError.malformed) { _ = try RecordHeader(bytes: whole + [0]) }
    }

    /// What is changed in the bytes of a header, as hexadecimal text, and what becomes of it.
    private static let foreign: [(String, String)] = [
        // Another version, type, state, fact.
        ("6865616465722f7632", "6865616465722f7633"), ("646f63756d656e74", "646f63756d656e75"),
        ("696e20726576696577", "696e20726576696578"), ("7374617274", "7374617275"),
        // More facts than there are, and so many that no machine could hold them.
        ("0000000000000003", "0000000000000004"), ("0000000000000003", "0000000000000002"),
        ("0000000000000003", "ffffffffffffffff"), ("0000000000000003", "7fffffffffffffff"),
        // A text that is none, and a parent that is no id.
        ("4ec3b67465", "4ec3287465"),
        ("00000010000102030405060708090a0b0c0d0e0f", "0000000f000102030405060708090a0b0c0d0e"),
        ("00000010000102030405060708090a0b0c0d0e0f", "0000001100000102030405060708090a0b0c0d0e0f"),
    ]

    @Test(arguments: foreign)
    func `with anything foreign in it is refused`(_ known: String, _ other: String) {
        let edited = Self.version2.replacingOccurrences(of: known, with: other)
        #expect(edited != Self.version2)
        #expect(throws: SealingError.malformed) { _ = try RecordHeader(bytes: bytes(edited)) }
    }

    @Test func `never traps on foreign bytes`() {
        var random = SeededGenerator(3)
        let whole = bytes(Self.version2)
        for _ in 0..<2000 {
            var edited = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                edited[Int.random(in: edited.indices, using: &random)] =
                    UInt8.random(in: 0...255, using: &random)
            }
            do { _ = try RecordHeader(bytes: edited) } catch {}
        }
    }

    @Test func `holds a fact once, in the order of their words, and none that is empty`() {
        var facts: RecordFacts = [.stop: "1", .code: "2", .start: "3", .missed: ""]
        #expect(facts.all.map(\.fact) == [.code, .start, .stop])
        facts[.start] = "4"
        #expect(facts.all.map(\.text) == ["2", "4", "1"])
        facts[.code] = nil
        facts[.stop] = ""
        #expect(facts == [.start: "4"])
        #expect(facts[.code] == nil)
        #expect(facts != [.start: "5"])
        #expect(facts != [.stop: "4"])
        #expect(facts != [:])
    }
}

@Suite struct `The sealed snapshot of facts` {
    private func snapshot(_ headers: [RecordHeader]) throws -> SummarySnapshot {
        SummarySnapshot(
            note: "note", entry: 3, sequence: 9,
            all: try headers.enumerated().map { number, header in
                RecordSummary(
                    record: try RecordID.random(), owner: try RecordID.random(),
                    revision: UInt64(number) + 1, sequence: Int64(number), header: header)
            })
    }

    @Test func `comes back as it was, for every type, state and fact`() throws {
        var headers: [RecordHeader] = []
        for type in RecordType.allCases {
            for state in [nil] + DocumentState.allCases.map({ $0 }) {
                var header = RecordHeader(
                    type: type, number: .max, state: state, day: "2026-11-16", label: "Nöte 🙂",
                    parent: headers.count % 2 == 0 ? nil : try RecordID.random(), writtenAt: .max)
                for fact in RecordFact.allCases where headers.count % 3 > 0 {
                    header.facts[fact] = "a \(fact.rawValue)"
                }
                headers.append(header)
            }
        }
        let made = try snapshot(headers)
        let read = try SummarySnapshot(bytes: made.bytes)
        #expect(read.all == made.all)
        #expect(read.note == "note")
        #expect(read.entry == 3)
        #expect(read.sequence == 9)
    }

    @Test(arguments: [0, 1, 254, 255, 256, 257, 65_536, 200_000])
    func `keeps texts of any length whole`(_ length: Int) throws {
        for letter in ["x", "é", "🙂"] {
            let text = String(repeating: letter, count: length / letter.utf8.count)
            let made = try snapshot([
                RecordHeader(
                    type: .client, number: 1, day: text, label: text, writtenAt: 0,
                    facts: [.measureEvery: text]),
                RecordHeader(type: .client, number: 2, label: text, writtenAt: 0),
            ])
            #expect(try SummarySnapshot(bytes: made.bytes).all == made.all)
        }
    }

    @Test func `refuses a length that the file does not have`() throws {
        let made = try snapshot([
            RecordHeader(
                type: .client, number: 1, label: String(repeating: "x", count: 300), writtenAt: 0)
        ])
        let whole = made.bytes
        for place in whole.indices {
            for byte: UInt8 in [0, 0xFF, 0x7F] {
                var edited = whole
                edited[place] = byte
                do { _ = try SummarySnapshot(bytes: edited) } catch {}
            }
        }
        for cut in whole.indices {
            #expect(throws: SealingError.malformed) {
                _ = try SummarySnapshot(bytes: Array(whole.prefix(cut)))
            }
        }
    }

    /// Facts are kept by their place among all facts, so a list of facts is a format.
    @Test func `of a program with other words counts for nothing`() throws {
        let bytes = try snapshot([]).bytes
        for word in RecordType.allCases.map(\.rawValue) + DocumentState.allCases.map(\.rawValue)
            + RecordFact.allCases.map(\.rawValue)
        {
            #expect(bytes.firstRange(of: Array(" \(word)".utf8)) != nil, "\(word)")
        }
    }

    @Test func `gives the same list as the file, also of a schedule as long as she likes`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        var entries = Sample.clients[0]
        let schedule = (1...30).map { "MEASURE-\($0) every 14 days" }.joined(separator: ", ")
        entries["measures"] = schedule
        entries["alias"] = String(repeating: "é", count: 200)
        entries["plan-review"] = "2026-12-01"
        try vault.change(try vault.find("C1", .client), to: entries)
        try vault.jotMany()
        _ = try vault.summaries()
        let path = try small.stateFile("summaries")
        #expect(exists(path))
        let kept = try small.open()
        let client = try kept.find("C1", .client)
        #expect(client.header.facts[.measureEvery] == schedule)
        #expect(client.header.label == entries["alias"])
        let withSnapshot = try kept.summaries()
        try FileManager.default.removeItem(atPath: path)
        #expect(try small.open().summaries() == withSnapshot)
    }
}

extension UInt64 {
    fileprivate var bigEndianHex: String { withUnsafeBytes(of: bigEndian) { $0.hexText } }
}
