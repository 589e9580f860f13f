internal import Audit
internal import Documents
internal import Sealing

/// The list of destroyed clients that this computer keeps beside the vault, because a backup that is
/// brought back knows nothing of it.
extension Vault {
    private var destroyedContext: SealContext {
        keys.context("destroyed", record: [], owner: KeyRing.practice, revision: 1)
    }

    private static let destroyedLabel = "vault.destroyed/v2"

    /// By the client's id; nil where it is damaged. One that only can't be read just now is thrown,
    /// so that nothing takes its place.
    private func destroyedClients() throws -> [[UInt8]: DestroyedClient]? {
        guard let sealed = try state.destroyedClients() else { return [:] }
        do {
            var reader = try CanonicalReader(
                try Envelope.open(sealed, with: keys.practiceKey, for: destroyedContext),
                label: Self.destroyedLabel)
            let count = try reader.number()
            var clients: [[UInt8]: DestroyedClient] = [:]
            for _ in 0..<count {
                clients[try reader.field()] = DestroyedClient(
                    number: try reader.number(), certificate: try reader.field(),
                    stays: try reader.number() != 0)
            }
            try reader.finish()
            return clients
        } catch {
            return nil
        }
    }

    /// With those of whom only the trail tells.
    private func completed(
        _ list: [[UInt8]: DestroyedClient]
    ) throws -> [[UInt8]: DestroyedClient] {
        var list = list
        var told: [AuditEntry] = []
        try forEachEntry { if $0.act == .clientDestroy, $0.isOpen { told.append($0) } }
        for entry in told where list[entry.client] == nil {
            list[entry.client] = try certificate(of: entry)
        }
        return list
    }

    /// The list with one more. Those of whom only the trail tells are taken up, too.
    func prepareList(with client: [UInt8], as destroyed: DestroyedClient) throws -> PreparedFile {
        var known = try completed(try destroyedClients() ?? [:])
        known[client] = destroyed
        return try prepare(known)
    }

    /// The list; a damaged one is made anew from the trail, for whoever opened the vault to tell: a
    /// backup's trail may not know of the last ones.
    private func listOrNewOne() throws -> [[UInt8]: DestroyedClient] {
        if let list = try destroyedClients() { return list }
        let list = try completed([:])
        try prepare(list).keep()
        lostDestroyedList = true
        return list
    }

    private func prepare(_ destroyed: [[UInt8]: DestroyedClient]) throws -> PreparedFile {
        var encoder = CanonicalBytes(label: Self.destroyedLabel)
        encoder.append(UInt64(destroyed.count))
        for (client, each) in destroyed.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            encoder.append(client)
            encoder.append(each.number)
            encoder.append(each.certificate)
            encoder.append(each.stays ? 1 : 0)
        }
        return try state.prepareDestroyed(
            try Envelope.seal(encoder.bytes, with: keys.practiceKey, for: destroyedContext))
    }

    /// The one that was written with an entry, if it is in this vault.
    private func certificate(of entry: AuditEntry) throws -> DestroyedClient? {
        try records(.certificate).first { $0.record.bytes == entry.record }.map {
            DestroyedClient(number: $0.header.number, certificate: try body(of: $0))
        }
    }

    /// The number of the next certificate: also of those that a restore lost, none is given again.
    func nextCertificateNumber() throws -> UInt64 {
        let numbers = try records(.certificate).map(\.header.number)
        let known = try destroyedClients() ?? [:]
        return ((numbers + known.values.map(\.number)).max() ?? 0) + 1
    }

    /// Lets stay whom a backup brought back, because she said so when she restored it. What the
    /// certificates said is still known.
    package func keepWhatReturned() throws {
        let clients = try records(.client)
        var known = try destroyedClients() ?? [:]
        for client in known.keys where keys.holds(keyOf: client) {
            known[client]?.stays = true
            keptReturned += clients.filter { $0.record.bytes == client }
        }
        try prepare(known).keep()
        try commit(
            AuditEvent(
                .settingsChange, details: [.setting: "destroyed-clients", .outcome: "kept"]))
    }

    /// Destroys again whom a backup brought back (attack 46), with an entry and a certificate as the
    /// first time. What can't be done now is tried again at the next opening: it must not keep her
    /// from her vault.
    func destroyWhatReturned(after last: AuditEntry?) {
        guard !keepsReturned else { return }
        do {
            var list = try listOrNewOne()
            // The computer may have stopped before the list was kept.
            if let last, last.act == .clientDestroy, list[last.client] == nil {
                list = try completed(list)
                try prepare(list).keep()
            }
            for (client, known) in list
            where !known.stays && keys.holds(keyOf: client) {
                guard
                    let summary = try records(.client).first(where: { $0.record.bytes == client })
                else { continue }
                let earlier = try decoded(StoredCertificate.self, known.certificate)
                    .verified(by: [ownKey] + earlierKeys())
                destroyedAgain.append(
                    try destroy(summary, as: try plan(of: summary, again: earlier)))
            }
        } catch {
            return
        }
    }
}

/// What is kept of one beside the vault: the certificate, as it is stored, and its number.
struct DestroyedClient {
    let number: UInt64
    let certificate: [UInt8]
    /// Came back with a backup, and she said that it stays.
    var stays = false
}
