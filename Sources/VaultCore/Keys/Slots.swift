internal import Audit
internal import Documents
package import Sealing
package import Wording

/// A slot as a list shows it.
package struct SlotSummary: Equatable, Sendable {
    package var kind: SlotKind
    package var number: UInt64
    /// Milliseconds UTC; 0 where an old vault did not note it.
    package var madeAt: UInt64
    /// How many share sheets open it, and how many there are; 0 for the other kinds.
    package var needed: Int
    package var sheets: Int
}

/// The ways into the vault. Each change rewraps the vault key, rewrites no record, and commits
/// with its entry: stopped at any moment, either the old slots stand or the new ones. Recovery code
/// and shares are 128 random bits, which no cost of guessing could protect better.
extension Vault {
    package var slots: [SlotSummary] {
        header.slots.map {
            SlotSummary(
                kind: $0.kind, number: $0.number, madeAt: $0.madeAt,
                needed: Int($0.shares?.needed ?? 0), sheets: $0.shares?.codes.count ?? 0)
        }
    }

    /// Replaces the passphrase. The old one no longer opens this file; it still opens older copies.
    package func changePassphrase(
        to passphrase: borrowing Passphrase, cost: PassphraseCost
    ) throws {
        try change(to: passphrase, kind: .passphrase, cost: cost, event: .passphraseChange)
    }

    /// Makes the recovery code that this secret stands for the one that opens the vault; an
    /// earlier recovery sheet opens nothing any more.
    package func setRecovery(_ secret: borrowing Passphrase) throws {
        try change(to: secret, kind: .recovery, cost: .floor, event: .slotAdd)
    }

    /// Makes a set of executor's shares the one that opens the vault, instead of an earlier set.
    ///
    /// `sheets` are the words of each; what is kept of them only recognises a sheet again.
    package func setExecutor(
        _ secret: borrowing Passphrase, set identifier: UInt64, needed: Int, sheets: [String]
    ) throws {
        guard (1...KeySlot.ShareSet.most).contains(sheets.count), needed >= 1,
            needed <= sheets.count
        else { throw SlotError.impossibleSheets }
        let codes = try sheets.map(code)
        let shares = KeySlot.ShareSet(
            identifier: identifier, needed: UInt64(needed), codes: codes)
        try change(to: secret, kind: .executor, cost: .floor, event: .slotAdd, shares: shares)
    }

    /// Which sheet of the present set these words are, from 1; nil if they are of no present set.
    /// Tells nothing about the secret.
    package func recognise(sheet words: String) throws -> Int? {
        let code = try code(of: words)
        let found = header.slots.compactMap(\.shares).first.flatMap { shares in
            shares.codes.firstIndex { Digest.equal($0, code) }
        }
        let outcome = found.map { "sheet-\($0 + 1)" } ?? "unknown"
        try commit(AuditEvent(.slotCheck, details: [.outcome: outcome]))
        return found.map { $0 + 1 }
    }

    /// Notes that someone tried whether a sheet still opens the vault.
    package func noteCheck(of kind: SlotKind, opens: Bool) throws {
        try commit(
            AuditEvent(
                .slotCheck,
                details: [.kind: kind.rawValue, .outcome: opens ? "opens" : "unknown"]))
    }

    /// Takes a slot away; the passphrase's can only be replaced.
    package func removeSlot(_ number: UInt64) throws {
        guard let slot = header.slots.first(where: { $0.number == number }) else {
            throw SlotError.unknown
        }
        guard slot.kind != .passphrase else { throw SlotError.lastOne }
        let details: [AuditDetail: String] = [.slot: "\(slot.number)", .kind: slot.kind.rawValue]
        try commit(AuditEvent(.slotRemove, details: details)) { transaction in
            try transaction.changeHeader { header in
                // Another command may have taken it away, or replaced it, meanwhile.
                guard header.slots.contains(slot) else { throw VaultError.changedMeanwhile }
                header.slots.removeAll { $0.number == number }
            }
        }
    }

    /// One slot of a kind: the new one takes the old one's place.
    private func change(
        to secret: borrowing Passphrase, kind: SlotKind, cost: PassphraseCost, event: AuditAct,
        shares: KeySlot.ShareSet? = nil
    ) throws {
        var slot = try KeySlot.wrap(
            keys.vaultKey, under: secret, kind: kind, number: try lastSlotNumber() + 1,
            madeAt: writtenAt, cost: cost, vault: id)
        slot.shares = shares
        let details: [AuditDetail: String] = [.slot: "\(slot.number)", .kind: kind.rawValue]
        try commit(AuditEvent(event, details: details)) { transaction in
            try transaction.changeHeader { [known = header.slots] header in
                guard header.slots == known else { throw VaultError.changedMeanwhile }
                header.slots.removeAll { $0.kind == kind }
                header.slots.append(slot)
            }
        }
    }

    /// The highest number that any slot ever had; the trail knows those that are gone.
    private func lastSlotNumber() throws -> UInt64 {
        let told = try auditEntries().compactMap { $0[.slot].flatMap { UInt64($0) } }
        return (told + header.slots.map(\.number)).max() ?? 0
    }

    private func code(of words: String) throws -> [UInt8] {
        var encoder = CanonicalBytes(label: "vault.share-code/v1")
        encoder.append(words)
        return try keys.vaultKey.derived(for: .header).authenticate(encoder.bytes)
    }
}

/// Why the slots stayed as they were.
package enum SlotError: UserFacing, Equatable, CaseIterable {
    case unknown
    case lastOne
    case impossibleSheets

    package var code: String {
        switch self {
        case .unknown: "slot.unknown"
        case .lastOne: "slot.last-one"
        case .impossibleSheets: "slot.impossible-sheets"
        }
    }

    package var problem: String {
        switch self {
        case .unknown: "No way into the vault has this number."
        case .lastOne: "The passphrase can be changed, but not taken away."
        case .impossibleSheets:
            "There must be 1 to 16 share sheets, and no more needed than there are."
        }
    }

    package var nextStep: String {
        switch self {
        case .unknown: "Run `vault slot list` to see the numbers."
        case .lastOne: "Run `vault passphrase change`."
        case .impossibleSheets: "Choose other numbers, then try again."
        }
    }

    package var exitCode: ExitCode { .failed }
}
