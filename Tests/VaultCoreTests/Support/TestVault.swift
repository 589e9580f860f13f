import Documents
import Foundation
import Sealing
import Testing

@testable import VaultCore

/// A vault file in a folder of its own, with the state that one computer keeps of it.
///
/// The small practice is made once, at the floor cost, and copied for each test; tests open it
/// with the key wherever the passphrase is not what they are about.
final class TestVault: Sendable {
    let folder: TestFolder
    let key: [UInt8]
    let clock: TestClock

    var path: String { folder("small.vault") }
    var stateRoot: String { folder("state") }

    private init(folder: TestFolder, key: [UInt8], clock: TestClock) {
        self.folder = folder
        self.key = key
        self.clock = clock
    }

    /// Another file of the same vault, as this computer or another one (with no memory) has it.
    init(copying original: TestVault, memory: Bool) throws {
        folder = try TestFolder()
        key = original.key
        clock = TestClock()
        try copyFile(from: original)
        if memory { try copyMemory(from: original) }
    }

    /// Three clients, three sessions, a draft in review, a signed document, several revisions.
    static func small() throws -> TestVault {
        try TestVault(copying: try template.get(), memory: true)
    }

    /// The practice's profile and one client: as small as a vault gets, for exhaustive tests.
    static func smallest() throws -> TestVault {
        try TestVault(copying: try seed.get(), memory: true)
    }

    func copyFile(from other: TestVault) throws {
        try write(try contents(other.path), to: path)
        chmod(path, 0o600)
    }

    func copyMemory(from other: TestVault) throws {
        guard exists(other.stateRoot) else { return }
        if exists(stateRoot) { try FileManager.default.removeItem(atPath: stateRoot) }
        try FileManager.default.copyItem(atPath: other.stateRoot, toPath: stateRoot)
    }

    var surroundings: Vault.Surroundings {
        let clock = clock
        return Vault.Surroundings(
            now: { clock.now }, stateRoot: stateRoot, program: "vault/test")
    }

    func closed() throws -> ClosedVault { try ClosedVault(at: path, surroundings: surroundings) }

    func open() throws -> Vault { try closed().unlock(with: try SecretKey(copying: key)) }

    func openUnsettled() throws -> Vault {
        try closed().unlockUnsettled(with: try SecretKey(copying: key))
    }

    /// What a verification says, without opening first.
    func verify(stick: String? = nil) throws -> VerificationReport {
        let vault = try openUnsettled()
        return try vault.verify(
            witnesses: try stick.map { try Witness.all(in: $0, for: vault) } ?? [])
    }

    func open(with passphrase: String) throws -> Vault {
        try closed().unlock(with: try Sample.passphrase(passphrase))
    }

    /// The file that this computer remembers the trail's end in.
    var memory: String {
        get throws {
            let id = try #require(try folder.names(in: "state").first)
            return stateRoot + "/" + id + "/checkpoint"
        }
    }

    // MARK: Templates

    private static let seed = Result { try create() }
    private static let template = Result {
        let small = try TestVault(copying: try seed.get(), memory: true)
        try fill(small)
        return small
    }

    private static func create() throws -> TestVault {
        let folder = try TestFolder()
        let clock = TestClock()
        let made = TestVault(folder: folder, key: [], clock: clock)
        let vault = try Vault.create(
            at: made.path, passphrase: try Sample.passphrase(), cost: .floor,
            practice: Sample.practice, surroundings: made.surroundings)
        let key = try vault.duplicateKey().withBytes { Array($0) }
        _ = try vault.addClient(Sample.clients[0])
        return TestVault(folder: folder, key: key, clock: clock)
    }

    private static func fill(_ small: TestVault) throws {
        let vault = try small.open()
        let first = try vault.find("C1", .client)
        let others = try Sample.clients.dropFirst().map(vault.addClient)
        var clients: [RecordSummary] = [first] + others
        for (index, client) in clients.enumerated() {
            _ = try vault.addSession(Sample.session(16 + index), of: client)
        }
        for pronouns in ["she", "they"] {
            var changed = Sample.clients[1]
            changed["pronouns"] = pronouns
            try vault.change(clients[1], to: changed)
            clients[1] = try vault.find("C2", .client)
        }
        let session = try vault.find("S1", .session)
        let review = try Sample.review(small.clock)
        let first1 = try vault.keep(review, of: session)
        let decided = try vault.keep(try Sample.accepted(review), on: first1)
        _ = try vault.sign(decided)
        let other = try vault.find("S2", .session)
        _ = try vault.keep(try Sample.review(small.clock, about: "appetite"), of: other)
        try vault.change(Settings())
    }
}
