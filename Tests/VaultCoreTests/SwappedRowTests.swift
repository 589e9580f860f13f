import Documents
import Foundation
import GRDB
import Sealing
import Testing
import Wording

@testable import VaultCore

/// Attacks 1 to 5: sealed rows moved, exchanged, rolled back, deleted and put back with SQL.
@Suite struct `Moved rows` {
    private struct Place: Sendable {
        let sequence: Int64
        let name: String
    }

    /// Where the newest revision of a record is.
    private func place(_ name: String, in small: TestVault) throws -> Place {
        let vault = try small.open()
        let found = try vault.find(name, .client, .session, .document)
        return Place(sequence: found.sequence, name: name)
    }

    /// The first revision of the same record.
    private func first(of place: Place, in small: TestVault) throws -> Place {
        let sequence = try Attacker.read(small.path) {
            try Int64.fetchOne(
                $0,
                sql: """
                    SELECT min(sequence) FROM revision
                    WHERE record = (SELECT record FROM revision WHERE sequence = ?)
                    """, arguments: [place.sequence])
        }
        return Place(sequence: try #require(sequence), name: place.name)
    }

    /// The rows that a report names; an edit may also leave traces in unused space.
    private func rows(_ report: VerificationReport) -> Set<String> {
        Set(report.damages.map(\.place).filter { $0.hasPrefix("row ") })
    }

    private func exchange(
        _ table: String, _ column: String, _ one: Int64, _ two: Int64, in small: TestVault
    ) throws {
        try Attacker.edit(small.path) { database in
            let select = "SELECT \(column) FROM \(table) WHERE sequence = ?"
            let first = try Row.fetchOne(database, sql: select, arguments: [one])
            let second = try Row.fetchOne(database, sql: select, arguments: [two])
            let update = "UPDATE \(table) SET \(column) = ? WHERE sequence = ?"
            try database.execute(sql: update, arguments: [try #require(second)[0], one])
            try database.execute(sql: update, arguments: [try #require(first)[0], two])
        }
    }

    @Test(arguments: [("revision", "header"), ("body", "sealed")])
    func `attack 1: two records of one client are exchanged, and both rows are named`(
        _ table: String, _ column: String
    ) throws {
        let small = try TestVault.small()
        let session = try place("S1", in: small)
        // Both are first revisions under the same key: only the record's id keeps them apart.
        let document = try first(of: try place("D1", in: small), in: small)
        try exchange(table, column, session.sequence, document.sequence, in: small)
        let report = try small.verify()
        #expect(rows(report) == ["row \(session.sequence)", "row \(document.sequence)"])
        #expect(report.readable == report.revisions - 2)
        #expect(report.exitCode == .doesNotVerify)
    }

    @Test(arguments: [("revision", "header"), ("body", "sealed")])
    func `attack 2: two records of two clients are exchanged, and neither opens`(
        _ table: String, _ column: String
    ) throws {
        let small = try TestVault.small()
        let one = try place("C1", in: small)
        let two = try place("C3", in: small)
        try exchange(table, column, one.sequence, two.sequence, in: small)
        let report = try small.verify()
        #expect(rows(report) == ["row \(one.sequence)", "row \(two.sequence)"])
        let vault = try small.open()
        #expect(throws: (any Error).self) {
            for name in ["C1", "C3"] { _ = try vault.entries(of: vault.find(name, .client)) }
        }
    }

    @Test func `attack 2: two whole rows are exchanged with their owners, and neither counts`()
        throws
    {
        let small = try TestVault.small()
        let one = try place("C1", in: small)
        let two = try place("C3", in: small)
        for column in ["record", "owner", "header"] {
            try exchange("revision", column, one.sequence, two.sequence, in: small)
        }
        try exchange("body", "sealed", one.sequence, two.sequence, in: small)
        let report = try small.verify()
        #expect(report.damages.contains { $0.place.hasPrefix("row \(one.sequence)") })
        #expect(report.damages.contains { $0.place.hasPrefix("row \(two.sequence)") })
        #expect(report.exitCode == .doesNotVerify)
    }

    @Test func `attack 2: the wrapped keys of two clients are exchanged, and nothing opens`() throws
    {
        let small = try TestVault.small()
        let keys = try Attacker.read(small.path) {
            try Int64.fetchAll($0, sql: "SELECT sequence FROM owner_key ORDER BY sequence")
        }
        try exchange("owner_key", "sealed", keys[0], keys[2], in: small)
        let report = try small.verify()
        let places = Set(report.damages.map(\.place))
        #expect(places.isSuperset(of: ["client key \(keys[0])", "client key \(keys[2])"]))
        #expect(!places.contains("client key \(keys[1])"))
        try expectOnlyClient("C2", readableIn: small)
    }

    @Test func `attack 2: the owners of two wrapped keys are exchanged, and nothing opens`() throws
    {
        let small = try TestVault.small()
        let keys = try Attacker.read(small.path) {
            try Int64.fetchAll($0, sql: "SELECT sequence FROM owner_key ORDER BY sequence")
        }
        try exchange("owner_key", "owner", keys[0], keys[1], in: small)
        #expect(try small.verify().damages.contains { $0.place == "client key \(keys[0])" })
        try expectOnlyClient("C3", readableIn: small)
    }

    /// The clients whose keys were moved are left out, never shown under another's, and the
    /// program is made to say that something is missing.
    private func expectOnlyClient(_ name: String, readableIn small: TestVault) throws {
        let vault = try small.open()
        #expect(try vault.records(.client).map(\.shortName) == [name])
        _ = try vault.entries(of: vault.find(name, .client))
        let error = #expect(throws: VaultError.self) { try vault.requireWhole() }
        #expect(error?.exitCode == .doesNotVerify)
        #expect(throws: (any Error).self) {
            try vault.change(vault.find(name, .client), to: Sample.clients[0])
            _ = try vault.addClient(Sample.clients[0])
        }
    }

    @Test func `attack 3: a record's header and body are exchanged, and the row is named`() throws {
        let small = try TestVault.small()
        let session = try place("S1", in: small)
        try Attacker.edit(small.path) { database in
            let number = session.sequence
            try database.execute(
                sql: """
                    CREATE TEMP TABLE kept AS SELECT header FROM revision WHERE sequence = ?1;
                    """, arguments: [number])
            try database.execute(
                sql: """
                    UPDATE revision SET header = (SELECT sealed FROM body WHERE sequence = ?1)
                    WHERE sequence = ?1
                    """, arguments: [number])
            try database.execute(
                sql: "UPDATE body SET sealed = (SELECT header FROM kept) WHERE sequence = ?",
                arguments: [number])
        }
        let report = try small.verify()
        #expect(report.damages == [.init(.changed, "row \(session.sequence)")])
        #expect(report.exitCode == .doesNotVerify)
        // It is the seal that refuses, before anyone looks at what is inside.
        let vault = try small.open()
        let row = try vault.read {
            try Row.fetchOne(
                $0,
                sql: """
                    SELECT sequence, record, revision, owner, header FROM revision
                    WHERE sequence = ?
                    """, arguments: [session.sequence])
        }
        let stored = try RevisionRow(try #require(row))
        #expect(throws: SealingError.wrongKeyOrPlace) { _ = try vault.summary(of: stored) }
        #expect(try vault.records(.session).map(\.shortName) == ["S2", "S3"])
        #expect(throws: VaultError.self) { try vault.requireWhole() }
    }

    /// The rows of C2, which has three revisions.
    private func history(in small: TestVault) throws -> [Int64] {
        let client = try small.open().find("C2", .client)
        return try Attacker.read(small.path) {
            try Int64.fetchAll(
                $0, sql: "SELECT sequence FROM revision WHERE record = ? ORDER BY revision",
                arguments: [Data(client.record.bytes)])
        }
    }

    @Test
    func `attack 4: a row is rolled back to an earlier envelope, which is named and ends in 6`()
        throws
    {
        let small = try TestVault.small()
        let rows = try history(in: small)
        try Attacker.edit(small.path) { database in
            try database.execute(
                sql: """
                    UPDATE revision SET header = (SELECT header FROM revision WHERE sequence = ?1)
                    WHERE sequence = ?2
                    """, arguments: [rows[0], rows[2]])
            try database.execute(
                sql: """
                    UPDATE body SET sealed = (SELECT sealed FROM body WHERE sequence = ?1)
                    WHERE sequence = ?2
                    """, arguments: [rows[0], rows[2]])
        }
        let report = try small.verify()
        #expect(report.damages == [.init(.rolledBack, "row \(rows[2])")])
        #expect(report.exitCode == .olderCopy)
        let vault = try small.open()
        #expect(try vault.records(.client).map(\.shortName) == ["C1", "C3"])
        #expect(throws: VaultError.self) { try vault.requireWhole() }
    }

    @Test func `attack 4: an earlier row stands in the newest one's place with its own revision`()
        throws
    {
        let small = try TestVault.small()
        let rows = try history(in: small)
        try Attacker.edit(small.path) { database in
            try database.execute(
                sql: """
                    UPDATE revision SET (revision, header) =
                        (SELECT revision, header FROM revision WHERE sequence = ?1)
                    WHERE sequence = ?2
                    """, arguments: [rows[0], rows[2]])
            try database.execute(
                sql: """
                    UPDATE body SET sealed = (SELECT sealed FROM body WHERE sequence = ?1)
                    WHERE sequence = ?2
                    """, arguments: [rows[0], rows[2]])
        }
        let report = try small.verify()
        #expect(report.damages.count == 1)
        #expect(report.damages.first?.kind == .rolledBack)
        #expect(report.damages.first?.place.hasPrefix("row \(rows[2])") == true)
        #expect(report.exitCode == .olderCopy)
        // Every envelope opens, so only the missing revision tells; a list must not show the old.
        #expect(throws: (any Error).self) { _ = try small.open().records(.client) }
    }

    @Test(arguments: ["revision", "owner_key"])
    func `attack 5: a row is deleted, and the leaf without it is named`(_ table: String) throws {
        let small = try TestVault.small()
        let last = try #require(
            try Attacker.read(small.path) {
                try Int64.fetchOne($0, sql: "SELECT max(sequence) FROM \(table)")
            })
        try Attacker.edit(small.path) {
            try $0.execute(sql: "DELETE FROM \(table) WHERE sequence = ?", arguments: [last])
        }
        let report = try small.verify()
        let place = table == "owner_key" ? "a client's key, which" : "row \(last)"
        #expect(report.damages.contains { $0.place.contains(place) }, "\(report.damages)")
        #expect(report.damages.contains { $0.place == "the number of rows" })
        #expect(report.exitCode == .doesNotVerify)
        #expect(throws: VaultError.damaged("rows are missing or were added")) {
            _ = try small.open()
        }
    }

    @Test func `attack 5: only a body is deleted, and its row is named`() throws {
        let small = try TestVault.small()
        let client = try place("C1", in: small)
        try Attacker.edit(small.path) {
            try $0.execute(
                sql: "DELETE FROM body WHERE sequence = ?", arguments: [client.sequence])
        }
        #expect(rows(try small.verify()) == ["row \(client.sequence)"])
        let vault = try small.open()
        #expect(throws: VaultError.damaged("the body of row \(client.sequence) is missing")) {
            _ = try vault.entries(of: vault.find("C1", .client))
        }
    }

    @Test func `attack 5: a deleted row is put back by someone else's hand, and is named`() throws {
        let small = try TestVault.small()
        let rows = try history(in: small)
        try Attacker.edit(small.path) { database in
            try database.execute(
                sql: """
                    INSERT INTO revision SELECT 99, record, 4, owner, header FROM revision
                    WHERE sequence = ?
                    """, arguments: [rows[2]])
            try database.execute(
                sql: "INSERT INTO body SELECT 99, sealed FROM body WHERE sequence = ?",
                arguments: [rows[2]])
        }
        let report = try small.verify()
        #expect(report.damages.contains { $0.place == "row 99" }, "\(report.damages)")
        #expect(throws: VaultError.damaged("rows are missing or were added")) {
            _ = try small.open()
        }
    }

    @Test func `attack 5: a row is deleted and another doubled, so that the counts agree`() throws {
        let small = try TestVault.small()
        let rows = try history(in: small)
        let other = try place("S3", in: small)
        try Attacker.edit(small.path) { database in
            for table in ["body", "revision"] {
                try database.execute(
                    sql: "DELETE FROM \(table) WHERE sequence = ?", arguments: [rows[2]])
            }
            try database.execute(
                sql: """
                    INSERT INTO revision SELECT 99, record, revision, owner, header FROM revision
                    WHERE sequence = ?
                    """, arguments: [other.sequence])
            try database.execute(
                sql: "INSERT INTO body SELECT 99, sealed FROM body WHERE sequence = ?",
                arguments: [other.sequence])
        }
        let report = try small.verify()
        #expect(report.damages.contains { $0.place.hasPrefix("row 99") }, "\(report.damages)")
        #expect(report.damages.contains { $0.place.hasPrefix("row \(rows[2]),") })
        #expect(throws: (any Error).self) { _ = try small.open().records(.client) }
    }
}
