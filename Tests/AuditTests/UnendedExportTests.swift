import Audit
import Testing

@Suite struct `An export that was cut off` {
    private static func entries(_ acts: [(AuditAct, client: UInt8?)]) throws -> [AuditEntry] {
        try acts.enumerated().map { index, act in
            try AuditEntry(
                number: UInt64(index), time: 0, zone: 0, act: act.0, actor: "practitioner",
                client: act.client.map { [UInt8](repeating: $0, count: 16) } ?? [],
                salt: [UInt8](repeating: 0, count: 16))
        }
    }

    @Test(
        arguments: [
            ([(.exportIntent, 1)], [0]),
            ([(.exportIntent, 1), (.exportDone, 1)], []),
            ([(.exportIntent, 1), (.exportFailed, 1), (.auditView, nil)], []),
            ([(.exportIntent, nil), (.backupMake, nil)], []),
            // Tried again and done: the first attempt is still the one that was cut off.
            ([(.exportIntent, 1), (.exportIntent, 1), (.exportDone, 1)], [0]),
            // Of two clients at once, and of a backup beside an export.
            ([(.exportIntent, 1), (.exportIntent, 2), (.exportDone, 1)], [1]),
            ([(.exportIntent, nil), (.exportIntent, 1), (.exportDone, 1)], [0]),
            // The copy that was restored knows only that it was begun.
            ([(.exportIntent, nil), (.vaultRestore, nil)], []),
            ([(.exportDone, 1), (.exportIntent, 1)], [1]),
        ] as [([(AuditAct, client: UInt8?)], [UInt64])])
    func `is known by its entry, to which no later one belongs`(
        acts: [(AuditAct, client: UInt8?)], numbers: [UInt64]
    ) throws {
        #expect(try AuditEntry.unendedExports(among: Self.entries(acts)) == numbers)
    }
}
