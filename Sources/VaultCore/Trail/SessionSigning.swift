internal import Audit
internal import Sealing

/// The key that a session signs the trail's checkpoints with (``SessionKeys``), in a box because
/// keys can't be copied.
final class SessionSigner {
    let key: SigningKey

    init(seed: borrowing SecretKey) throws(SealingError) { key = try SigningKey(seed: seed) }

    var publicKey: [UInt8] { key.publicKey.bytes }
}

/// Who signs an entry's checkpoint, and whose key the entry names for those after it.
struct SessionTurn {
    let signer: SessionSigner
    let next: SessionSigner

    var isNew: Bool { signer !== next }
}

/// The seed of the present session's key lies sealed beside the remembered checkpoint, never in the
/// vault's file: no copy and no backup of that holds one. The next session's is written there before
/// its entry commits; the last one's is overwritten once it has. What stopped in between is cleared
/// away at the next turn.
extension Vault {
    /// The keys for the next entry; asked for within its transaction, so that nobody else turns.
    func turn(after last: AuditEntry?, _ act: AuditAct) throws -> SessionTurn {
        guard let last else {
            // A new vault: its id was made of the first key.
            guard let session else { throw VaultError.damaged("the first session's key") }
            return SessionTurn(signer: session, next: session)
        }
        let present = try last.ties.flatMap { try signer($0.sessionKey) }
        if let present, !Self.turning.contains(act) {
            session = present
            return SessionTurn(signer: present, next: present)
        }
        try state.wipeSessions(except: present?.publicKey)
        try state.removeUnfinishedCheckpoints()
        let next = try newSession(seed: SecretKey.random())
        return SessionTurn(signer: present ?? next, next: next)
    }

    /// The acts that begin or end a session.
    static let turning: Set<AuditAct> = [
        .vaultOpen, .recoveryUse, .executorUse, .vaultLock, .vaultAutoLock, .vaultRestore,
    ]

    /// Keeps the seed for the commands to come.
    func newSession(seed: borrowing SecretKey) throws -> SessionSigner {
        let signer = try SessionSigner(seed: seed)
        let sealed = try Envelope.sealKey(
            seed, with: keys.sessionKey, for: sessionContext(signer.publicKey))
        try state.keepSession(sealed, of: signer.publicKey)
        return signer
    }

    /// The turn is committed: the last session can be signed by nobody any more.
    func committed(_ turn: SessionTurn) {
        session = turn.next
        // What could not be wiped now is at the next turn.
        if turn.isNew { do { try state.wipeSession(of: turn.signer.publicKey) } catch {} }
    }

    func discarded(_ turn: SessionTurn) {
        if turn.isNew { do { try state.wipeSession(of: turn.next.publicKey) } catch {} }
    }

    /// The signer with this public key; nil where this computer has it no more or never had it.
    private func signer(_ publicKey: [UInt8]) throws -> SessionSigner? {
        if let session, session.publicKey == publicKey { return session }
        guard let sealed = try state.session(of: publicKey) else { return nil }
        do {
            let seed = try Envelope.openKey(
                sealed, with: keys.sessionKey, for: sessionContext(publicKey))
            let signer = try SessionSigner(seed: seed)
            return signer.publicKey == publicKey ? signer : nil
        } catch {
            return nil
        }
    }

    private func sessionContext(_ publicKey: [UInt8]) -> SealContext {
        SealContext(
            vault: id, record: publicKey, owner: [], purpose: "session.seed", revision: 1)
    }
}
