import Audit
import Sealing
import Testing

@Suite struct `Audit entry` {
    static func make(
        number: UInt64 = 3, time: UInt64 = 1_795_431_600_123, zone: Int = -480,
        actor: String = "practitioner", client: [UInt8] = Array(0..<16),
        record: [UInt8] = Array(16..<32), rows: [UInt64] = [4, 9],
        details: [(AuditDetail, String)] = [(.digest, "ab12"), (.size, "4096")],
        salt: [UInt8] = Array(32..<48)
    ) throws(AuditError) -> AuditEntry {
        try AuditEntry(
            number: number, time: time, zone: zone, act: .exportDone, actor: actor,
            client: client, record: record,
            rows: rows.map { RowDigest(sequence: $0, sealed: [UInt8(truncatingIfNeeded: $0)]) },
            details: details.map { AuditEntry.Detail($0.0, $0.1) }, salt: salt)
    }

    @Test func `keeps rows and details in one order, however they came`() throws {
        let entry = try Self.make(rows: [9, 4], details: [(.size, "4096"), (.digest, "ab12")])
        #expect(try entry == Self.make())
        #expect(entry.rows.map(\.sequence) == [4, 9])
        #expect(entry[.size] == "4096")
        #expect(entry[.engine] == nil)
    }

    @Test func `takes every field at its bounds`() throws {
        let entries = [
            try Self.make(number: 0, time: 0, zone: -1080, client: [], record: [], rows: []),
            try Self.make(number: .max, time: .max, zone: 1080, rows: [0, .max]),
            try Self.make(actor: String(repeating: "a", count: 64), details: []),
            try Self.make(details: AuditDetail.allCases.map { ($0, "~!") }),
            try Self.make(details: [(.model, String(repeating: "m", count: 128))]),
        ]
        for entry in entries { #expect(try AuditEntry(bytes: entry.bytes) == entry) }
        #expect(Set(entries.map(\.leafHash)).count == entries.count)
    }

    struct Unusable: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let make: @Sendable () throws(AuditError) -> AuditEntry

        init(
            _ name: String, _ make: @escaping @Sendable () throws(AuditError) -> AuditEntry
        ) {
            testDescription = name
            self.make = make
        }
    }

    static let unusable = [
        Unusable("zone too far west") { () throws(AuditError) in try make(zone: -1081) },
        Unusable("zone too far east") { () throws(AuditError) in try make(zone: 1081) },
        Unusable("nobody") { () throws(AuditError) in try make(actor: "") },
        Unusable("two words") { () throws(AuditError) in try make(actor: "Anna Berg") },
        Unusable("not ASCII") { () throws(AuditError) in try make(actor: "zoë") },
        Unusable("actor too long") { () throws(AuditError) in
            try make(actor: String(repeating: "a", count: 65))
        },
        Unusable("short client") { () throws(AuditError) in try make(client: [1]) },
        Unusable("long record") { () throws(AuditError) in try make(record: Array(0..<17)) },
        Unusable("a row twice") { () throws(AuditError) in try make(rows: [4, 9, 4]) },
        Unusable("a key twice") { () throws(AuditError) in
            try make(details: [(.size, "1"), (.size, "2")])
        },
        Unusable("nothing said") { () throws(AuditError) in try make(details: [(.size, "")]) },
        Unusable("a sentence") { () throws(AuditError) in
            try make(details: [(.reason, "client felt sad")])
        },
        Unusable("an escape") { () throws(AuditError) in
            try make(details: [(.reason, "a\u{1B}[2J")])
        },
        Unusable("a delete") { () throws(AuditError) in
            try make(details: [(.reason, "a\u{7F}")])
        },
        Unusable("too long") { () throws(AuditError) in
            try make(details: [(.reason, String(repeating: "r", count: 129))])
        },
        Unusable("no salt") { () throws(AuditError) in try make(salt: []) },
        Unusable("long salt") { () throws(AuditError) in try make(salt: Array(0..<17)) },
    ]

    @Test(arguments: unusable)
    func `refuses a field out of bounds`(_ unusable: Unusable) {
        #expect(throws: AuditError.unusableEntry) { try unusable.make() }
    }

    @Test func `refuses its bytes cut off anywhere or with more behind`() throws {
        let bytes = try Self.make().bytes
        for count in bytes.indices {
            #expect(throws: AuditError.malformedEntry) {
                try AuditEntry(bytes: Array(bytes.prefix(count)))
            }
        }
        #expect(throws: AuditError.malformedEntry) { try AuditEntry(bytes: bytes + [0]) }
        #expect(throws: AuditError.malformedEntry) {
            try AuditEntry(bytes: bytes + [0, 0, 0, 0])
        }
    }

    /// No two byte strings may read as the same entry, or a leaf could be swapped unnoticed.
    @Test func `reads every changed byte as another entry or not at all`() throws {
        let original = try Self.make()
        let bytes = original.bytes
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << UInt8(bit)
                let entry: AuditEntry
                do {
                    entry = try AuditEntry(bytes: changed)
                } catch {
                    #expect(error == .malformedEntry)
                    continue
                }
                #expect(entry.bytes == changed)
                #expect(entry != original)
            }
        }
    }

    struct Written: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var label = AuditEntry.labelOfFormat1
        var format: UInt64 = 1
        var zone: UInt64 = 0
        var act = "vault.open"
        var rows: [UInt64] = []
        var rowCount: UInt64?
        var digestSize = 32
        var details: [(String, String)] = []
        var detailCount: UInt64?

        init(_ name: String, _ change: (inout Written) -> Void) {
            testDescription = name
            change(&self)
        }

        var bytes: [UInt8] {
            var leaf = CanonicalBytes(label: label)
            for number in [format, 0, 0, zone] { leaf.append(number) }
            for text in [act, "practitioner", "", ""] { leaf.append(text) }
            leaf.append(rowCount ?? UInt64(rows.count))
            for row in rows {
                leaf.append(row)
                leaf.append([UInt8](repeating: 1, count: digestSize))
            }
            leaf.append(detailCount ?? UInt64(details.count))
            for (key, value) in details {
                leaf.append(key)
                leaf.append(value)
            }
            leaf.append([UInt8](repeating: 2, count: 16))
            return leaf.bytes
        }
    }

    @Test func `reads what was written by hand`() throws {
        let written = Written("right") {
            $0.rows = [1, 2]
            $0.details = [("count", "1"), ("size", "2")]
        }
        #expect(try AuditEntry(bytes: written.bytes).bytes == written.bytes)
    }

    @Test(arguments: [
        Written("another label") { $0.label = "vault.audit.leaf/v2" },
        Written("a newer format") { $0.format = 2 },
        Written("an impossible zone") { $0.zone = 1081 },
        Written("an unknown act") { $0.act = "vault.burn" },
        Written("an act in capitals") { $0.act = "Vault.open" },
        Written("rows out of order") { $0.rows = [2, 1] },
        Written("a row twice") { $0.rows = [1, 1] },
        Written("a short digest") {
            $0.rows = [1]
            $0.digestSize = 31
        },
        Written("fewer rows than said") { $0.rowCount = 1 },
        Written("endlessly many rows") { $0.rowCount = .max },
        Written("details out of order") { $0.details = [("size", "2"), ("count", "1")] },
        Written("a detail twice") { $0.details = [("size", "2"), ("size", "2")] },
        Written("an unknown detail") { $0.details = [("diagnosis", "none")] },
        Written("a detail with a space") { $0.details = [("reason", "feels sad")] },
        Written("endlessly many details") { $0.detailCount = .max },
    ])
    func `refuses bytes that it would not write`(_ written: Written) {
        #expect(throws: AuditError.malformedEntry) { try AuditEntry(bytes: written.bytes) }
    }
}

@Suite struct `Audit words` {
    @Test(arguments: AuditAct.allCases)
    func `of acts are a thing and a verb`(_ act: AuditAct) {
        let parts = act.rawValue.split(separator: ".", omittingEmptySubsequences: false)
        let letters = Set("abcdefghijklmnopqrstuvwxyz-")
        #expect(parts.count == 2)
        #expect(parts.allSatisfy { !$0.isEmpty && letters.isSuperset(of: $0) })
    }
}
