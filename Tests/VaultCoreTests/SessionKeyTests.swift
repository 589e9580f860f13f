import Audit
import Documents
import Foundation
import GRDB
import Sealing
import Testing

@testable import VaultCore

/// Forward security: the keys that sessions sign the trail with, and where their seeds are.
@Suite struct `The keys of sessions` {
    private func seeds(_ vault: TestVault) throws -> [String] {
        let folder = try #require(try vault.folder.names(in: "state").first)
        return try vault.folder.names(in: "state/" + folder).filter { $0.hasPrefix("session-") }
    }

    private func report(_ vault: Vault) throws -> TrailReport {
        var verifier = TrailVerifier(origin: vault.origin, key: vault.publicKey, witnesses: [])
        try vault.forEachSignedEntry { entry, note in
            verifier.add(
                StoredEntry(
                    number: entry.number, leaf: .opened(entry.bytes),
                    leafHash: entry.leafHash.bytes, subtree: nil, checkpoint: Array(note.utf8)))
        }
        return verifier.finish()
    }

    @Test func `begin with one that the vault's id is made of`() throws {
        let small = try TestVault.smallest()
        let vault = try small.open()
        let first = try #require(try vault.auditEntries().first?.ties?.sessionKey)
        #expect(vault.id == SessionKeys.vaultID(key: vault.publicKey, first: try PublicKey(first)))
        #expect(try report(vault).sessions.isBound)
    }

    @Test func `change at each opening and locking, and the seed before is gone`() throws {
        let small = try TestVault.smallest()
        var seen: [[String]] = [try seeds(small)]
        for _ in 0..<3 {
            let vault = try small.open(with: Sample.passphrase)
            seen.append(try seeds(small))
            try vault.commit(AuditEvent(.auditView))
            #expect(try seeds(small) == seen.last)
            try vault.commit(AuditEvent(.vaultLock))
            seen.append(try seeds(small))
        }
        #expect(seen.allSatisfy { $0.count == 1 })
        #expect(Set(seen).count == 7)
        let found = try report(try small.open())
        try found.requireSound()
        #expect(found.sessions.keys == 7 && found.sessions.breaks.isEmpty)
        #expect(try small.verify().damages.isEmpty)
    }

    @Test func `left by a command that was stopped are cleared away at the next turn`() throws {
        let small = try TestVault.smallest()
        let stale = try small.stateFile("session-00112233445566778899aabbccddeeff")
        try write("sealed", to: stale)
        let unfinished = try small.stateFile("checkpoint.123.new")
        try write("begun", to: unfinished)
        _ = try small.open(with: Sample.passphrase)
        #expect(!exists(stale))
        #expect(!exists(unfinished))
        #expect(try seeds(small).count == 1)
    }

    @Test func `are not where a copy of the file goes, and the trail says so`() throws {
        let small = try TestVault.small()
        let other = try TestVault(copying: small, memory: false)
        let vault = try other.open(with: Sample.passphrase)
        let found = try report(vault)
        try found.requireSound()
        #expect(
            found.sessions.breaks == [SessionBreak(found.size - 1, .unannounced)])
        let verified = try other.verify()
        #expect(verified.damages.isEmpty && verified.breaks == found.sessions.breaks)
    }

    @Test func `after a restore begin anew, and the trail says so`() throws {
        let small = try TestVault.small()
        let backup = try small.backUp()
        let laptop = try Laptop(of: small)
        try laptop.restore(backup)
        let vault = try laptop.open()
        let found = try report(vault)
        try found.requireSound()
        let restored = try #require(try vault.auditEntries().last { $0.act == .vaultRestore })
        #expect(found.sessions.breaks == [SessionBreak(restored.number, .restored)])
    }

    /// He has learned the passphrase, and with it every key that is still there: he exchanges an
    /// entry of an earlier session and signs everything after it again, on this computer too.
    @Test(arguments: [1, 2, 5])
    func `keep someone with the passphrase from signing an ended session again`(
        _ place: UInt64
    ) throws {
        let small = try TestVault.small()
        for _ in 0..<2 {
            try small.open(with: Sample.passphrase).commit(AuditEvent(.vaultLock))
        }
        let vault = try small.openUnsettled()
        let last = try #require(try vault.auditEntries().last)
        let present = try vault.turn(after: last, .auditView).signer
        var frontier = Frontier()
        var note = ""
        var changes: [(number: UInt64, values: StatementArguments)] = []
        try vault.forEachSignedEntry { entry, stored in
            let forged = try AuditEntry(
                number: entry.number, time: entry.time, zone: entry.zone,
                act: entry.number == place ? .recordSearch : entry.act,
                ties: entry.ties.map {
                    AuditEntry.Ties(
                        pseudonym: $0.pseudonym, sessionKey: $0.sessionKey,
                        previous: Hash(of: Array(note.utf8)), tables: $0.tables,
                        header: $0.header, storage: $0.storage)
                },
                actor: entry.actor, client: entry.client, record: entry.record, rows: entry.rows,
                details: entry.details, salt: entry.salt)
            let subtree = frontier.append(forged.leafHash)
            note = try Checkpoint(origin: vault.origin, frontier: frontier)
                .signed(by: vault.keys.signingKey, session: present.key)
            guard entry.number >= place else {
                note = stored
                return
            }
            let sealed = try Envelope.seal(
                forged.leaf, with: vault.keys.auditKey,
                for: vault.keys.auditContext(number: forged.number))
            let opening = try vault.keys.sealOpening(of: forged)
            changes.append(
                (
                    forged.number,
                    [
                        Data(forged.leafHash.bytes), Data(subtree.bytes), Data(sealed), note,
                        Data(opening), Int64(forged.number),
                    ]
                ))
        }
        try Attacker.edit(small.path) { database in
            for change in changes {
                try database.execute(
                    sql: """
                        UPDATE audit_entry SET leaf_hash = ?, subtree = ?, sealed = ?,
                            checkpoint = ?, opening = ? WHERE number = ?
                        """, arguments: change.values)
            }
        }
        try write(note, to: try small.memory)
        let places = try small.verify().damages.map(\.place)
        #expect(places.first == "audit entry \(place) (session-refused)")
        #expect(places.allSatisfy { $0.hasSuffix("(session-refused)") })
    }

    @Test func `and pseudonyms stand for clients in the leaves, one for each`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        var pseudonyms: [[UInt8]: Set<[UInt8]>] = [:]
        for entry in try vault.auditEntries() {
            let ties = try #require(entry.ties)
            pseudonyms[entry.client, default: []].insert(ties.pseudonym)
            #expect(entry.client.isEmpty == (ties.pseudonym == AuditEntry.Ties.noClient))
            #expect(entry.leaf.firstRange(of: entry.client) == nil || entry.client.isEmpty)
        }
        #expect(pseudonyms.count == 4)
        #expect(pseudonyms.values.allSatisfy { $0.count == 1 })
        #expect(Set(pseudonyms.values).count == 4)
    }
}
