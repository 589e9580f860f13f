import Audit
import Documents
import Foundation
import Sealing
import Testing

@testable import VaultCore

/// A computer that has seen nothing yet, with a place for a vault; brings one back from a backup.
final class Laptop: Sendable {
    let folder: TestFolder
    let key: [UInt8]
    let clock: TestClock

    /// Another computer of whoever owns this vault.
    init(of vault: TestVault) throws {
        folder = try TestFolder()
        key = vault.key
        clock = vault.clock
    }

    var place: String { folder("here/practice.vault") }

    var surroundings: Vault.Surroundings {
        let clock = clock
        return Vault.Surroundings(
            now: { clock.now }, stateRoot: folder("state"), program: "vault/test")
    }

    func restoring(_ progress: @escaping (Int, Int) -> Void = { _, _ in }) -> Restoring {
        Restoring(surroundings: surroundings, progress: progress) {
            try $0.unlockUnsettled(with: try SecretKey(copying: self.key))
        }
    }

    /// What she would be told of the copy before it is restored.
    @discardableResult
    func restore(
        _ source: String, reason: RestoreReason = .replacedLaptop, settingAside: Bool = false,
        sticks: [String] = [], agreeing: Bool = true
    ) throws -> (copy: CopyStanding, setAside: String?) {
        var told: CopyStanding?
        let (_, kept) = try restoring().restore(
            source, to: place, reason: reason, settingAside: settingAside, sticks: sticks
        ) {
            told = $0
            guard agreeing else { throw RestoreError.declined }
        }
        return (try #require(told), kept)
    }

    func openUnsettled() throws -> Vault {
        try ClosedVault(at: place, surroundings: surroundings)
            .unlockUnsettled(with: try SecretKey(copying: key))
    }

    func open() throws -> Vault {
        let vault = try openUnsettled()
        try vault.settle()
        return vault
    }

    func verify(stick: String? = nil) throws -> VerificationReport {
        let vault = try openUnsettled()
        return try vault.verify(
            witnesses: try stick.map { try Witness.all(in: $0, for: vault) } ?? [])
    }

    /// All that lies beside the vault.
    func names() throws -> [String] { try folder.names(in: "here") }

    /// The note that a restore was begun, whether or not there is one.
    func marker(of vault: TestVault) throws -> String {
        folder("state/" + (try vault.open().id.hexPrefix) + "/restoring")
    }
}

extension TestVault {
    /// Backs up to a stick of this folder; gives the backup's path.
    @discardableResult
    func backUp(_ stick: String = "stick", by vault: Vault? = nil) throws -> String {
        let stick = try folder.folder(stick)
        return stick + "/" + (try (vault ?? open()).backUp(to: stick).name)
    }

    /// So many acts, each with an entry of its own.
    func work(_ acts: Int) throws {
        let vault = try open()
        for _ in 0..<acts { try vault.commit(AuditEvent(.auditView)) }
    }

    func entries() throws -> UInt64 { try open().trailHead().entries }
}
