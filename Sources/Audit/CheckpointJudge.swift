internal import Sealing

/// Judges the checkpoints that stand beside a trail's entries, in the trail's order.
///
/// Each must be signed by the vault's key and by the session's, lie at its place, and have the
/// trail's root. Every leaf holds the hash of the checkpoint before it, so the session's signature at
/// its end vouches for all of that session's, and one of the vault's key for many sessions; only
/// where they do not are the others looked at singly. That is what makes a long trail quick to check.
struct CheckpointJudge {
    private static let most = 256

    private let origin: String
    private let key: PublicKey
    /// How many entries are covered by a checkpoint that holds.
    private(set) var signedSize: UInt64 = 0
    private(set) var damage: [TrailDamage] = []
    private(set) var sessions = SessionReport()
    private var disagrees = false
    private var before = Before.nothing
    private var waiting: [Candidate] = []

    /// What the entry before says of the next checkpoint's signer.
    private enum Before {
        case nothing
        /// An entry of format 1: the vault's key signs alone.
        case vault
        case session([UInt8])
        /// The entry can't be read, or is withheld.
        case unknown
    }

    /// A checkpoint with what it should be.
    private struct Candidate {
        let entry: UInt64
        let root: Hash?
        let note: [UInt8]
        let act: AuditAct?
        /// Who must have signed beside the vault's key.
        let signer: [UInt8]?
        /// The key that the entry itself names, where it is another one.
        let newKey: [UInt8]?

        /// What it should say; nil behind missing entries, where the root is not known.
        func text(of origin: String) -> [UInt8]? {
            root.map { Array("\(origin)\n\(entry + 1)\n\($0.base64)\n".utf8) }
        }
    }

    init(origin: String, key: PublicKey) {
        self.origin = origin
        self.key = key
    }

    /// The next entry, if it could be read, and what stands beside it. The root is made only where
    /// a checkpoint claims one.
    mutating func add(
        _ entry: AuditEntry?, number: UInt64, root: @autoclosure () -> Hash?, note: [UInt8]?,
        noteBefore: Hash?
    ) {
        let own = entry?.ties?.sessionKey
        if let ties = entry?.ties, let noteBefore, ties.previous != noteBefore {
            judgeEach()
            found(number > 0 ? number - 1 : 0, .checkpointExchanged)
        }
        let (signer, newKey) =
            switch before {
            case .session(let key): (key, own == key ? nil : own)
            case .nothing, .vault: (own, nil)
            case .unknown: (nil, nil)
            } as ([UInt8]?, [UInt8]?)
        welcome(own, at: number, isReadable: entry != nil)
        if let note {
            let candidate = Candidate(
                entry: number, root: root(), note: note, act: entry?.act, signer: signer,
                newKey: newKey)
            waiting.append(candidate)
            if signer == nil || !fits(candidate) || (newKey != nil && !isSignedBySession(candidate))
            {
                judgeEach()
            } else if waiting.count >= Self.most {
                judge()
            }
        } else if newKey != nil {
            judge()
            found(number, .sessionRefused)
            sessions.keys += 1
        }
        before = entry == nil ? .unknown : own.map(Before.session) ?? .vault
    }

    /// Entries are missing before the next one.
    mutating func skip() { before = .unknown }

    /// Once every entry was added.
    mutating func finish() { judge() }

    /// Counts the key of a trail's beginning, and where keys were introduced.
    private mutating func welcome(_ own: [UInt8]?, at number: UInt64, isReadable: Bool) {
        guard let own else {
            // Whoever could write an entry of the old format would need no session's key.
            if isReadable, case .session = before { found(number, .sessionRefused) }
            return
        }
        switch before {
        case .nothing:
            sessions.keys = 1
            sessions.isBound = SessionKeys.binds(origin, key: key, first: own)
        case .vault:
            sessions.keys += 1
            sessions.breaks.append(SessionBreak(number, .introduced))
        case .session, .unknown: break
        }
    }

    private mutating func found(_ number: UInt64, _ kind: TrailDamage.Kind) {
        damage.append(TrailDamage(number..<number + 1, kind))
    }

    /// Whether a checkpoint says what it should, whoever signed it.
    private func fits(_ candidate: Candidate) -> Bool {
        candidate.text(of: origin).map { candidate.note.starts(with: $0 + [0x0A]) } ?? false
    }

    private func isSignedBySession(_ candidate: Candidate) -> Bool {
        do {
            return try isSigned(SignedNote(candidate.note), by: candidate.signer)
        } catch {
            return false
        }
    }

    /// If the last one that waits holds, so do those before it: they fit, its root covers them, the
    /// leaves behind them hold their hashes, and each session signed its own end.
    private mutating func judge() {
        guard let last = waiting.last else { return }
        guard holds(last) else { return judgeEach() }
        sessions.keys += waiting.count { $0.newKey != nil }
        signedSize = last.entry + 1
        disagrees = false
        waiting.removeAll(keepingCapacity: true)
    }

    /// Whether both keys signed exactly what it should say.
    private func holds(_ candidate: Candidate) -> Bool {
        do {
            let note = try SignedNote(candidate.note)
            let text = try note.text(signedBy: VerifierKey(name: origin, publicKey: key))
            return try text == candidate.text(of: origin) && isSigned(note, by: candidate.signer)
        } catch {
            return false
        }
    }

    private mutating func judgeEach() {
        for candidate in waiting { judge(candidate) }
        waiting.removeAll(keepingCapacity: true)
    }

    private mutating func judge(_ candidate: Candidate) {
        let number = candidate.entry
        let checkpoint: Checkpoint
        do {
            checkpoint = try Checkpoint(verifying: candidate.note, origin: origin, key: key)
            if candidate.newKey != nil { sessions.keys += 1 }
            let note = try SignedNote(candidate.note)
            guard try isSigned(note, by: candidate.signer) else {
                guard try candidate.newKey.map({ try isSigned(note, by: $0) }) ?? false
                else { return found(number, .sessionRefused) }
                interrupted(at: number, candidate.act)
                return accept(checkpoint, candidate)
            }
        } catch {
            return found(number, .checkpointRefused)
        }
        accept(checkpoint, candidate)
    }

    /// The session before must have vouched for all of its entries.
    private mutating func interrupted(at number: UInt64, _ act: AuditAct?) {
        sessions.breaks.append(
            SessionBreak(number, act == .vaultRestore ? .restored : .unannounced))
        guard signedSize < number else { return }
        damage.append(TrailDamage(signedSize..<number, .sessionRefused))
    }

    private mutating func accept(_ checkpoint: Checkpoint, _ candidate: Candidate) {
        let size = candidate.entry + 1
        guard checkpoint.size == size else {
            return found(candidate.entry, .checkpointMisplaced)
        }
        // Behind missing rows the root is unknown, and nothing can be said.
        guard let root = candidate.root else { return }
        guard root != checkpoint.root else {
            signedSize = size
            disagrees = false
            return
        }
        // Once the trail has left what was signed, every later root differs: one finding is enough.
        if !disagrees {
            damage.append(TrailDamage(signedSize..<size, .checkpointDisagrees))
        }
        disagrees = true
    }

    /// Whether the session's key signed too; true where none is expected.
    private func isSigned(_ note: SignedNote, by session: [UInt8]?) throws -> Bool {
        guard let session else { return true }
        let signer = try VerifierKey(name: origin, publicKey: try PublicKey(session))
        do {
            _ = try note.text(signedBy: signer)
            return true
        } catch {
            return false
        }
    }
}
