import Documents
import Foundation
import GRDB
import Testing
import Wording

@testable import VaultCore

/// Attacks 1, 2 and 5 on the pieces of attached files.
@Suite struct `Moved pieces` {
    /// F1 in two pieces and F2 in one, of one client; F3 in one, of another.
    private static let template = Result {
        let small = try TestVault.small()
        let vault = try small.open()
        for (name, size, client) in [
            ("F1", Vault.pieceSize + 1, "C1"), ("F2", 1, "C1"), ("F3", 1, "C2"),
        ] {
            try write([UInt8](repeating: 7, count: size), to: small.folder(name))
            _ = try vault.attach(
                fileAt: small.folder(name), titled: name, to: vault.find(client, .client),
                day: "2026-11-16")
        }
        return small
    }

    private func small() throws -> TestVault {
        try TestVault(copying: try Self.template.get(), memory: true)
    }

    /// The rows of the pieces, in the order in which they were written.
    private static let f1First = 1
    private static let f1Last = 2
    private static let f2 = 3
    private static let f3 = 4

    struct Attack: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let sql: String
        /// Files that are named, and do not come out again.
        let damaged: [String]
        /// Whether the number of pieces tells already at the opening.
        var changesCount = false
        /// Whether pieces are left that no file's record names.
        var leavesOver = false
    }

    private static func exchange(_ column: String, _ one: Int, _ two: Int) -> String {
        """
        CREATE TEMP TABLE kept AS SELECT \(column) AS c FROM attachment_piece WHERE sequence = \(one);
        UPDATE attachment_piece SET \(column) =
            (SELECT \(column) FROM attachment_piece WHERE sequence = \(two)) WHERE sequence = \(one);
        UPDATE attachment_piece SET \(column) = (SELECT c FROM kept) WHERE sequence = \(two);
        DROP TABLE kept;
        """
    }

    private static let attacks = [
        Attack(
            testDescription: "attack 1: two pieces of two files of one client are exchanged",
            sql: exchange("sealed", f1Last, f2), damaged: ["F1", "F2"]),
        Attack(
            testDescription: "attack 1: the same with the records they belong to",
            sql: exchange("sealed", f1Last, f2) + exchange("record", f1Last, f2)
                + exchange("piece", f1Last, f2), damaged: ["F1", "F2"]),
        Attack(
            testDescription: "attack 1: two pieces of one file change places",
            sql: exchange("sealed", f1First, f1Last), damaged: ["F1"]),
        Attack(
            testDescription: "attack 1: the same with their numbers",
            sql: exchange("sealed", f1First, f1Last) + exchange("piece", f1First, f1Last),
            damaged: ["F1"]),
        Attack(
            testDescription: "attack 2: pieces of two clients are exchanged",
            sql: exchange("sealed", f2, f3), damaged: ["F2", "F3"]),
        Attack(
            testDescription: "attack 2: the same with the records they belong to",
            sql: exchange("sealed", f2, f3) + exchange("record", f2, f3), damaged: ["F2", "F3"]),
        Attack(
            testDescription: "a piece is moved to another file's record",
            sql: """
                UPDATE attachment_piece
                SET record = (SELECT record FROM attachment_piece WHERE sequence = \(f2)), piece = 1
                WHERE sequence = \(f1Last)
                """, damaged: ["F1"]),
        Attack(
            testDescription: "a piece gets another number",
            sql: "UPDATE attachment_piece SET piece = 2 WHERE sequence = \(f1Last)",
            damaged: ["F1"]),
        Attack(
            testDescription: "a piece is cut off",
            sql: """
                UPDATE attachment_piece SET sealed = substr(sealed, 1, 40) WHERE sequence = \(f1First)
                """, damaged: ["F1"]),
        Attack(
            testDescription: "attack 5: the last piece is taken away",
            sql: "DELETE FROM attachment_piece WHERE sequence = \(f1Last)", damaged: ["F1"],
            changesCount: true, leavesOver: true),
        Attack(
            testDescription: "attack 5: the first piece is taken away",
            sql: "DELETE FROM attachment_piece WHERE sequence = \(f1First)", damaged: ["F1"],
            changesCount: true, leavesOver: true),
        Attack(
            testDescription: "attack 5: a piece is taken away and another doubled",
            sql: """
                DELETE FROM attachment_piece WHERE sequence = \(f1Last);
                INSERT INTO attachment_piece
                SELECT 99, record, piece, sealed FROM attachment_piece WHERE sequence = \(f3)
                """, damaged: ["F1"]),
        Attack(
            testDescription: "attack 5: a piece is doubled",
            sql: """
                INSERT INTO attachment_piece
                SELECT 99, record, piece, sealed FROM attachment_piece WHERE sequence = \(f2)
                """, damaged: [], changesCount: true, leavesOver: true),
        Attack(
            testDescription: "attack 5: a piece that belongs to nothing is planted",
            sql: "INSERT INTO attachment_piece VALUES (99, randomblob(16), 0, randomblob(200))",
            damaged: [], changesCount: true, leavesOver: true),
        Attack(
            testDescription: "attack 5: all pieces move by one place",
            sql: "UPDATE attachment_piece SET sequence = sequence + 100",
            damaged: ["F1", "F2", "F3"]),
        Attack(
            testDescription: "attack 5: all pieces are gone",
            sql: "DELETE FROM attachment_piece", damaged: ["F1", "F2", "F3"],
            changesCount: true, leavesOver: true),
    ]

    @Test(arguments: attacks)
    func `are named, and no file comes out that was not put in`(_ attack: Attack) throws {
        let small = try small()
        let rows = try sequences(in: small)
        try Attacker.edit(small.path) { try $0.execute(sql: attack.sql) }
        let report = try small.verify()
        #expect(report.exitCode == .doesNotVerify)
        var expected = Set(
            attack.damaged.map { "a piece of the attached file in row \(rows[$0] ?? 0)" })
        if attack.leavesOver { expected.insert("pieces that belong to no attached file") }
        if attack.changesCount { expected.insert("the number of rows") }
        #expect(Set(report.damages.map(\.place)) == expected)
        if attack.changesCount {
            #expect(throws: VaultError.damaged("rows are missing or were added")) {
                _ = try small.open()
            }
        }
        // Also without the look that every opening takes, and with the trail's word in its place.
        let stick = try small.folder.folder("stick")
        let vault = try small.openUnsettled()
        for name in ["F1", "F2", "F3"] {
            let file = try vault.find(name, .attachment)
            if attack.changesCount || attack.damaged.contains(name) {
                #expect(throws: (any Error).self) { _ = try vault.save(file, to: stick) }
            } else {
                _ = try vault.save(file, to: stick)
            }
        }
        let saved = ["F1", "F2", "F3"].filter {
            !attack.changesCount && !attack.damaged.contains($0)
        }
        #expect(try small.folder.names(in: "stick") == saved.map { "\($0)-2026-11-16.bin" })
    }

    private func sequences(in small: TestVault) throws -> [String: Int64] {
        let files = try small.open().records(.attachment)
        return Dictionary(uniqueKeysWithValues: files.map { ($0.shortName, $0.sequence) })
    }

    /// A piece's row, and one of its bytes: format, salt, commitment, text, tag.
    @Test(arguments: [f1First, f1Last, f2], [0, 1, 25, 60, -1])
    func `of which one bit is turned end the reading with damage`(
        _ row: Int, _ place: Int
    ) throws {
        let small = try small()
        let select = "SELECT sealed FROM attachment_piece WHERE sequence = \(row)"
        var sealed = try Attacker.blob(small.path, select)
        sealed[place < 0 ? sealed.count - 1 : place] ^= 4
        try Attacker.edit(small.path) {
            try $0.execute(
                sql: "UPDATE attachment_piece SET sealed = ? WHERE sequence = ?",
                arguments: [Data(sealed), row])
        }
        let name = row == Self.f2 ? "F2" : "F1"
        let vault = try small.open()
        let file = try vault.find(name, .attachment)
        var lent = 0
        let error = #expect(throws: (any Error).self) {
            try vault.forEachPart(of: file, try vault.attachment(file)) { _ in lent += 1 }
        }
        #expect((error as? any UserFacing)?.exitCode == .doesNotVerify)
        #expect(lent == (row == Self.f1Last ? 1 : 0))
        #expect(
            try small.verify().damages == [
                .init(.changed, "a piece of the attached file in row \(file.sequence)")
            ])
    }
}
