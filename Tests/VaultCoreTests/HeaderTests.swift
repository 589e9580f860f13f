import Documents
import Foundation
import GRDB
import Sealing
import Testing
import Wording

@testable import VaultCore

/// Attacks 11, 12 and 16: the header, which is read before anyone has proved anything.
@Suite struct `The header against its forger` {
    private func header(_ small: TestVault) throws -> [UInt8] {
        try Attacker.blob(small.path, "SELECT header FROM vault")
    }

    private func replace(_ header: [UInt8], in small: TestVault) throws {
        try Attacker.raw(small.path) {
            try $0.execute(sql: "UPDATE vault SET header = ?", arguments: [Data(header)])
        }
    }

    /// Anyone can compute the checksum anew; it only tells accidents.
    private func withChecksum(_ header: [UInt8]) -> [UInt8] {
        let body = Array(header.dropLast(36))
        return body + CanonicalBytes.field(Digest.sha256(body))
    }

    private func opens(_ header: [UInt8], _ key: [UInt8]) throws -> Bool {
        do {
            let read = try VaultHeader(bytes: header)
            _ = try read.signingKey(vaultKey: try SecretKey(copying: key))
            return true
        } catch is any UserFacing {
            return false
        }
    }

    @Test(arguments: [false, true])
    func `attack 11: no bit of the header can be changed, with a new checksum or without`(
        _ isForged: Bool
    ) throws {
        let small = try TestVault.smallest()
        let original = try header(small)
        try #require(try opens(original, small.key))
        var accepted: [Int] = []
        for index in original.indices {
            for bit in 0..<8 {
                var edited = original
                edited[index] ^= 1 << bit
                if isForged { edited = withChecksum(edited) }
                // A changed checksum is made right again by computing it anew.
                if edited != original, try opens(edited, small.key) { accepted.append(index) }
            }
        }
        #expect(accepted.isEmpty)
    }

    @Test(arguments: 0..<4)
    func `attack 11: any byte changed in the file ends the opening`(_ part: Int) throws {
        let small = try TestVault.smallest()
        let original = try header(small)
        for index in stride(from: part * 7, to: original.count, by: 29) {
            var edited = original
            edited[index] ^= 0x20
            try replace(withChecksum(edited), in: small)
            guard edited != original, withChecksum(edited) != original else { continue }
            let error = #expect(throws: (any Error).self) { _ = try small.open() }
            #expect((error as? any UserFacing)?.exitCode == .doesNotVerify)
        }
    }

    enum Downgrade: CaseIterable, Sendable {
        case memory, passes, both, nothing
        case otherSalt, moreMemory
    }

    @Test(arguments: Downgrade.allCases)
    func `attack 11: a lowered cost is refused, and a changed one does not open`(
        _ downgrade: Downgrade
    ) throws {
        let small = try TestVault.smallest()
        var read = try VaultHeader(bytes: try header(small))
        switch downgrade {
        case .memory: read.slots[0].cost.memory = PassphraseCost.floor.memory - 1
        case .passes: read.slots[0].cost.passes = PassphraseCost.floor.passes - 1
        case .both: read.slots[0].cost = PassphraseCost(memory: 8192, passes: 1)
        case .nothing: read.slots[0].cost = PassphraseCost(memory: 0, passes: 0)
        case .otherSalt: read.slots[0].salt[0] ^= 1
        case .moreMemory: read.slots[0].cost.memory += 1024
        }
        try replace(read.bytes, in: small)
        switch downgrade {
        case .memory, .passes, .both, .nothing:
            #expect(throws: SealingError.costOutOfBounds) { _ = try small.closed() }
        case .otherSalt, .moreMemory:
            #expect(throws: SealingError.wrongPassphrase) {
                _ = try small.open(with: Sample.passphrase)
            }
        }
    }

    @Test(arguments: [
        PassphraseCost(memory: 1 << 40, passes: 3), PassphraseCost(memory: .max, passes: 3),
        PassphraseCost(memory: 64 << 20, passes: .max),
        PassphraseCost(memory: (4 << 30) + 1, passes: 3),
        PassphraseCost(memory: 64 << 20, passes: 17), PassphraseCost(memory: 0, passes: .max),
        PassphraseCost(memory: 1 << 63, passes: 1 << 63),
    ])
    func `attack 12: a cost made to exhaust the machine is refused before any passphrase is asked`(
        _ cost: PassphraseCost
    ) throws {
        let small = try TestVault.smallest()
        var read = try VaultHeader(bytes: try header(small))
        read.slots[0].cost = cost
        try replace(read.bytes, in: small)
        // Reading the file is enough: no memory is taken for it, and nobody types anything.
        let error = #expect(throws: SealingError.self) { _ = try small.closed() }
        #expect(error == .costOutOfBounds)
        #expect(error?.exitCode == .doesNotVerify)
        #expect(throws: SealingError.costOutOfBounds) {
            _ = try Sample.passphrase().key(
                salt: [UInt8](repeating: 1, count: Passphrase.saltSize), cost: cost)
        }
    }

    @Test func `attack 12: a header that claims countless slots or endless fields is refused`()
        throws
    {
        let small = try TestVault.smallest()
        let original = try header(small)
        for width in [1, 2, 4] {
            for index in stride(from: 0, to: original.count - 36 - width, by: 5) {
                var edited = original
                for place in index..<index + width { edited[place] = 0xFF }
                guard edited != original else { continue }
                #expect(try !opens(withChecksum(edited), small.key), "at \(index)")
            }
        }
        #expect(throws: (any Error).self) { _ = try VaultHeader(bytes: []) }
        for count in stride(from: 1, to: original.count - 36, by: 3) {
            let cut = Array(original.prefix(count)) + [UInt8](repeating: 0, count: 36)
            #expect(try !opens(withChecksum(cut), small.key))
        }
    }

    enum Substitution: CaseIterable, Sendable {
        case addOwn, addOwnRecovery, replaceByOwn, replaceBySlotOfOtherVault, doubled, reordered
    }

    @Test(arguments: Substitution.allCases)
    func `attack 16: a foreign slot opens nothing, and the owner is told`(
        _ substitution: Substitution
    ) throws {
        let small = try TestVault.smallest()
        var read = try VaultHeader(bytes: try header(small))
        // The attacker wraps a key of his own; the vault's he does not have.
        let own = try KeySlot.wrap(
            try SecretKey.random(), under: try Sample.passphrase("his own words"),
            kind: substitution == .addOwnRecovery ? .recovery : .passphrase, number: 2, madeAt: 0,
            cost: .floor, vault: read.vaultID)
        let foreign = try KeySlot.wrap(
            try SecretKey(copying: small.key), under: try Sample.passphrase("his own words"),
            kind: .passphrase, number: 1, madeAt: 0, cost: .floor,
            vault: [UInt8](repeating: 7, count: 16))
        switch substitution {
        case .addOwn, .addOwnRecovery: read.slots.append(own)
        case .replaceByOwn: read.slots = [own]
        case .replaceBySlotOfOtherVault: read.slots = [foreign]
        case .doubled: read.slots.append(read.slots[0])
        case .reordered: read.slots.insert(own, at: 0)
        }
        try replace(read.bytes, in: small)
        for passphrase in ["his own words", Sample.passphrase] {
            let error = #expect(throws: (any Error).self) {
                _ = try small.open(with: passphrase)
            }
            let failure = error as? any UserFacing
            #expect(failure?.exitCode == .doesNotVerify || failure?.exitCode == .locked)
        }
        let error = #expect(throws: (any Error).self) { _ = try small.open() }
        #expect((error as? any UserFacing)?.exitCode == .doesNotVerify)
    }

    @Test func `attack 16: the public key cannot be exchanged for another`() throws {
        let small = try TestVault.smallest()
        var read = try VaultHeader(bytes: try header(small))
        read.publicKey = try SigningKey(seed: try SecretKey.random()).publicKey
        try replace(read.bytes, in: small)
        #expect(throws: VaultError.damaged("its header was changed")) { _ = try small.open() }
    }

    @Test func `of another vault does not open here, with its own key either`() throws {
        let small = try TestVault.smallest()
        let key = try SecretKey.random()
        let slot = try KeySlot.wrap(
            key, under: try Sample.passphrase("his own words"), kind: .passphrase, number: 1,
            madeAt: 0, cost: .floor, vault: [UInt8](repeating: 7, count: 16))
        let foreign = try VaultHeader(
            vaultID: [UInt8](repeating: 7, count: 16), madeAt: 0, slots: [slot],
            seed: .random(), vaultKey: key)
        try replace(foreign.bytes, in: small)
        // His passphrase opens his header; the trail and the records are not his.
        let error = #expect(throws: (any Error).self) {
            _ = try small.open(with: "his own words")
        }
        #expect((error as? any UserFacing)?.exitCode == .doesNotVerify)
    }
}
