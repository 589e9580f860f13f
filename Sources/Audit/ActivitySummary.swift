/// How much of what was done in a period: so that she knows what she looked through.
package struct ActivitySummary: Equatable, Sendable {
    package var acts = 0
    package var openings = 0
    package var locks = 0
    /// Different clients whose record was looked at or changed.
    package var clients = 0
    package var signed = 0
    package var exports = 0
    package var backups = 0

    /// The numbers of the first and the last entry; nil where nothing was done.
    package var entries: ClosedRange<UInt64>?

    package init(of entries: [AuditEntry], on days: ClosedRange<Int>) {
        var seen: Set<[UInt8]> = []
        for entry in entries where days.contains(entry.localDay) {
            acts += 1
            self.entries = (self.entries?.lowerBound ?? entry.number)...entry.number
            if !entry.client.isEmpty { seen.insert(entry.client) }
            switch entry.act {
            case .vaultOpen, .recoveryUse, .executorUse: openings += 1
            case .vaultLock, .vaultAutoLock: locks += 1
            case .documentSign: signed += 1
            case .exportDone: exports += 1
            case .backupMake: backups += 1
            default: break
            }
        }
        clients = seen.count
    }
}
