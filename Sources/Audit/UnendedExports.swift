extension AuditEntry {
    /// The numbers of the entries that something was to leave, where no later one says how that
    /// ended: the program was stopped or the power failed, and what is on the stick does not count.
    ///
    /// A backup holds the entry that it was begun, and never the one that it was done; so a restore
    /// ends the last one that was begun.
    package static func unendedExports(among entries: [AuditEntry]) -> [UInt64] {
        var begun: [[[UInt8]]: [UInt64]] = [:]
        for entry in entries {
            let about = [entry.client, entry.record]
            switch entry.act {
            case .exportIntent: begun[about, default: []].append(entry.number)
            case .exportDone, .exportFailed, .backupMake, .vaultRestore: _ = begun[about]?.popLast()
            default: break
            }
        }
        return begun.values.joined().sorted()
    }
}
