import Audit
import Testing

/// What stands out among invented acts: clocks of several zones, summer time, midnight, a clock
/// that went back.
@Suite struct `The review of acts` {
    static let habits = ActivityHabits(
        opens: 7 * 60, closes: 21 * 60, chartsAnHour: 3, longestSilence: 12)

    /// Milliseconds of a UTC time on day `day` since 1970; day 20,773 is Monday, November 16, 2026,
    /// and 20,774 the Tuesday after it.
    private static func at(_ hour: Int, _ minute: Int = 0, day: Int = 20_773) -> UInt64 {
        UInt64((day * 1440 + hour * 60 + minute) * 60_000)
    }

    private struct Act {
        var time: UInt64
        var act: AuditAct
        var zone = 0
        var client: UInt8?
        var details: [AuditEntry.Detail] = []
    }

    private func trail(_ acts: [Act]) throws -> [AuditEntry] {
        try acts.enumerated().map { number, act in
            try AuditEntry(
                number: UInt64(number), time: act.time, zone: act.zone, act: act.act,
                actor: "practitioner",
                client: act.client.map { [UInt8](repeating: $0, count: 16) } ?? [],
                details: act.details, salt: [UInt8](repeating: 7, count: 16))
        }
    }

    private func found(
        _ acts: [Act], on days: ClosedRange<Int> = 0...30_000,
        habits: ActivityHabits = Self.habits
    ) throws -> [String] {
        UnusualActs.found(among: try trail(acts), on: days, habits: habits).map { acts in
            "\(acts.kind.rawValue) \(acts.count): "
                + acts.entries.map(String.init).joined(separator: " ")
        }
    }

    @Test func `finds nothing in a usual day`() throws {
        let acts = try found([
            Act(time: Self.at(7), act: .vaultOpen),
            Act(time: Self.at(8), act: .clientView, client: 1),
            Act(time: Self.at(9), act: .documentSign, client: 1),
            Act(time: Self.at(10), act: .exportIntent, client: 1),
            Act(
                time: Self.at(10), act: .exportDone, client: 1, details: [.init(.format, "age-v1")]),
            Act(time: Self.at(20, 59), act: .vaultOpen), Act(time: Self.at(21), act: .vaultLock),
        ])
        #expect(acts == [])
    }

    @Test(arguments: [
        // UTC hour and minute, minutes east of UTC, whether that is outside 07:00 to 21:00
        (6, 59, 0, true), (7, 0, 0, false), (20, 59, 0, false), (21, 0, 0, true),
        (11, 59, -300, true), (12, 0, -300, false), (3, 0, -300, true), (1, 29, 330, true),
        (1, 30, 330, false), (23, 59, 0, true), (0, 0, 0, true),
    ])
    func `reads the hour on the clock of the place`(
        hour: Int, minute: Int, zone: Int, isOutside: Bool
    ) throws {
        let acts = try found([
            Act(time: Self.at(hour, minute, day: 20_774), act: .vaultOpen, zone: zone),
            Act(time: Self.at(hour, minute, day: 20_774), act: .vaultLock, zone: zone),
        ])
        #expect(acts == (isOutside ? ["outside-hours 1: 0"] : []))
    }

    /// The same instant before and after the clocks change: only the offset of the entry counts.
    @Test func `follows summer time by each entry's own offset`() throws {
        // Sunday, November 1, 2026 is day 20,758; the days around it are a Friday and a Monday.
        let acts = try found([
            Act(time: Self.at(11, day: 20_756), act: .vaultOpen, zone: -240),
            Act(time: Self.at(12, day: 20_756), act: .vaultLock, zone: -240),
            Act(time: Self.at(11, day: 20_759), act: .vaultOpen, zone: -300),
            Act(time: Self.at(12, day: 20_759), act: .vaultLock, zone: -300),
        ])
        #expect(acts == ["outside-hours 1: 2"])
    }

    @Test func `counts weekends apart, by the local day`() throws {
        // Friday 23:30 in UTC is Saturday in Berlin; Monday 03:00 in UTC is Sunday in Chicago.
        let acts = try found([
            Act(time: Self.at(23, 30, day: 20_770), act: .vaultOpen, zone: 60),
            Act(time: Self.at(23, 40, day: 20_770), act: .vaultLock, zone: 60),
            Act(time: Self.at(3, day: 20_773), act: .vaultOpen, zone: -360),
            Act(time: Self.at(4, day: 20_773), act: .vaultLock, zone: -360),
        ])
        #expect(acts == ["weekend 2: 0 2"])
    }

    @Test func `takes hours through midnight as they are`() throws {
        let night = ActivityHabits(
            opens: 20 * 60, closes: 4 * 60, chartsAnHour: 3, longestSilence: 12)
        for (hour, isUsual) in [(19, false), (20, true), (23, true), (3, true), (4, false)] {
            let acts = try found(
                [
                    Act(time: Self.at(hour), act: .vaultOpen),
                    Act(time: Self.at(hour), act: .vaultLock),
                ], habits: night)
            #expect(acts.isEmpty == isUsual, "\(hour)")
        }
    }

    private func looks(_ minutes: [Int], from hour: Int) -> [Act] {
        minutes.enumerated().map { place, minute in
            Act(time: Self.at(hour, minute), act: .documentView, client: UInt8(place + 1))
        }
    }

    @Test func `counts clients of one hour, also through midnight`() throws {
        #expect(try found(looks([0, 20, 40, 60], from: 10)) == [])
        #expect(try found(looks([0, 20, 40, 59], from: 10)) == ["many-charts 4: 0 1 2 3"])
        #expect(try found(looks([30, 45, 60, 75], from: 23)) == ["many-charts 4: 0 1 2 3"])
        #expect(
            try found(looks([0, 10, 20, 30, 70, 75, 80], from: 10))
                == ["many-charts 4: 0 1 2 3 4 5 6"])
        #expect(
            try found(looks([0, 10, 20, 30, 200, 210, 220, 230], from: 10))
                == ["many-charts 4: 0 1 2 3", "many-charts 4: 4 5 6 7"])
    }

    @Test func `counts a client once, however often the chart is opened`() throws {
        let acts = (0..<20).map {
            Act(time: Self.at(10, $0), act: .clientView, client: UInt8($0 % 3 + 1))
        }
        #expect(try found(acts) == [])
    }

    @Test func `reckons what began the day before to the day of the last act`() throws {
        let acts = looks([30, 45, 60, 75], from: 23)
        #expect(try found(acts, on: 20_773...20_773) == [])
        #expect(try found(acts, on: 20_774...20_774) == ["many-charts 4: 0 1 2 3"])
    }

    @Test func `counts attempts, not entries, where opening failed`() throws {
        let acts = try found([
            Act(time: Self.at(10), act: .vaultOpenFailed, details: [.init(.count, "4")]),
            Act(time: Self.at(11), act: .vaultOpenFailed, details: [.init(.count, "1")]),
            Act(time: Self.at(12), act: .vaultOpenFailed),
        ])
        #expect(acts == ["failed-opening 6: 0 1 2"])
    }

    @Test func `names exports that never ended, and those without encryption`() throws {
        let acts = try found([
            Act(time: Self.at(10), act: .exportIntent, client: 1),
            Act(time: Self.at(11), act: .exportIntent, client: 2),
            Act(time: Self.at(11), act: .exportDone, client: 2, details: [.init(.format, "open")]),
        ])
        #expect(acts == ["not-ended 1: 0", "unencrypted 1: 2"])
    }

    @Test(arguments: [
        (AuditAct.disclosureRefuse, "refused"), (.disclosureOverride, "overridden"),
        (.psychotherapyNoteView, "psychotherapy-notes"), (.settingsChange, "settings"),
        (.passphraseChange, "keys"), (.slotAdd, "keys"), (.slotRemove, "keys"),
        (.recoveryUse, "keys"), (.executorUse, "keys"), (.vaultRestore, "restored"),
        (.clientDestroy, "destroyed"), (.clockJump, "clock-back"),
    ])
    func `names the act by its kind`(act: AuditAct, kind: String) throws {
        let acts = try found([
            Act(time: Self.at(10), act: act), Act(time: Self.at(10), act: .vaultLock),
        ])
        #expect(acts == ["\(kind) 1: 0"])
    }

    @Test func `shows a clock that went back`() throws {
        let acts = try found([
            Act(time: Self.at(12), act: .clientView, client: 1),
            Act(
                time: Self.at(12), act: .clientView, client: 1,
                details: [.init(.clock, "\(Self.at(9))")]),
        ])
        #expect(acts == ["clock-back 1: 1"])
    }

    @Test func `shows a gap while the vault was open`() throws {
        let opened = Act(time: Self.at(10), act: .vaultOpen)
        let later = Act(time: Self.at(22), act: .clientView, client: 1)
        #expect(try found([opened, later]) == ["silence 12: 0 1"])
        let sooner = Act(time: Self.at(21, 59), act: .clientView, client: 1)
        #expect(try found([opened, sooner]) == [])
        let locked = Act(time: Self.at(10, 5), act: .vaultAutoLock)
        #expect(try found([opened, locked, later]) == [])
    }

    @Test func `keeps to the days that were asked for`() throws {
        let acts = [20_772, 20_773, 20_774].map {
            Act(time: Self.at(10, day: $0), act: .disclosureRefuse)
        }
        #expect(try found(acts, on: 20_773...20_773) == ["refused 1: 1"])
        #expect(try found(acts, on: 20_773...20_774) == ["refused 2: 1 2"])
    }

    @Test func `bears any time that an entry can have`() throws {
        for time in [0, 1, UInt64.max] {
            let acts = [
                Act(time: time, act: .vaultOpen), Act(time: 5, act: .clientView, client: 1),
            ]
            _ = try found(acts + looks([1, 2, 3, 4], from: 3), on: Int.min...Int.max)
        }
    }

    @Test func `sums up how much was done`() throws {
        let entries = try trail([
            Act(time: Self.at(10, day: 20_772), act: .vaultOpen),
            Act(time: Self.at(10), act: .vaultOpen),
            Act(time: Self.at(10), act: .clientView, client: 1),
            Act(time: Self.at(10), act: .documentSign, client: 1),
            Act(time: Self.at(11), act: .exportDone, client: 2),
            Act(time: Self.at(12), act: .backupMake), Act(time: Self.at(12), act: .vaultLock),
        ])
        let summary = ActivitySummary(of: entries, on: 20_773...20_773)
        #expect(summary.acts == 6)
        #expect(summary.entries == 1...6)
        #expect([summary.openings, summary.locks, summary.clients] == [1, 1, 2])
        #expect([summary.signed, summary.exports, summary.backups] == [1, 1, 1])
    }
}
