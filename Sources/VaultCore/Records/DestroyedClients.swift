internal import Audit
internal import Documents
internal import Sealing

/// The list of destroyed clients that this computer keeps beside the vault, because a backup that is
/// brought back knows nothing of it.
extension Vault {
    private var destroyedContext: SealContext {
        keys.context("destroyed", record: [], owner: KeyRing.practice, revision: 1)
    }

    private static let destroyedLabel = "vault.destroyed/v1"

    private func destroyedClients() throws -> [[UInt8]] {
        guard let sealed = try state.destroyedClients() else { return [] }
        var reader = try CanonicalReader(
            try Envelope.open(sealed, with: keys.practiceKey, for: destroyedContext),
            label: Self.destroyedLabel)
        let count = try reader.number()
        var clients: [[UInt8]] = []
        for _ in 0..<count { clients.append(try reader.field()) }
        try reader.finish()
        return clients
    }

    /// Also of those of whom the trail tells: a list that can't be read is made anew.
    func prepareList(with client: [UInt8]) throws -> PreparedFile {
        var known: Set<[UInt8]> = [client]
        do { known.formUnion(try destroyedClients()) } catch {}
        try forEachEntry { if $0.act == .clientDestroy, $0.isOpen { known.insert($0.client) } }
        var encoder = CanonicalBytes(label: Self.destroyedLabel)
        encoder.append(UInt64(known.count))
        for each in known.sorted(by: { $0.lexicographicallyPrecedes($1) }) { encoder.append(each) }
        return try state.prepareDestroyed(
            try Envelope.seal(encoder.bytes, with: keys.practiceKey, for: destroyedContext))
    }

    /// Lets stay whom a backup brought back, because she said so when she restored it.
    package func keepWhatReturned() throws {
        state.forgetDestroyed()
        try commit(
            AuditEvent(
                .settingsChange, details: [.setting: "destroyed-clients", .outcome: "kept"]))
    }

    /// Destroys again whom a backup brought back (attack 46), with an entry and a certificate as the
    /// first time. What can't be done now is tried again at the next opening: it must not keep her
    /// from her vault.
    func destroyWhatReturned(after last: AuditEntry?) {
        do {
            var destroyed = try destroyedClients()
            // The computer may have stopped before the list was kept.
            if let last, last.act == .clientDestroy, !destroyed.contains(last.client) {
                try prepareList(with: last.client).keep()
                destroyed.append(last.client)
            }
            let returned = destroyed.filter { keys.holds(keyOf: $0) }
            for client in returned {
                guard
                    let summary = try records(.client).first(where: { $0.record.bytes == client })
                else { continue }
                let reason = "Was destroyed before, and came back with a backup."
                destroyedAgain.append(
                    try destroy(
                        summary, as: try plan(of: summary, reason: reason, hasReturned: true)))
            }
        } catch {
            return
        }
    }
}
