/// What is usual in a practice; whatever is not is shown in the review of its acts.
package struct ActivityHabits: Equatable, Sendable {
    /// Minutes after local midnight from which, and until which, opening the vault is usual.
    package let opens: Int
    package let closes: Int
    /// More clients than these, looked at within one hour, are many.
    package let chartsAnHour: Int
    /// So many hours without an act, while nothing tells that the vault was locked, are a gap.
    package let longestSilence: Int

    package init(opens: Int, closes: Int, chartsAnHour: Int, longestSilence: Int) {
        self.opens = opens
        self.closes = closes
        self.chartsAnHour = chartsAnHour
        self.longestSilence = longestSilence
    }

    /// Hours that end before they begin go through midnight.
    func areUsual(_ minute: Int) -> Bool {
        opens <= closes
            ? (opens..<closes).contains(minute) : minute >= opens || minute < closes
    }
}

/// Acts that stand out in a period, of one kind (45 CFR 164.308(a)(1)(ii)(D)).
package struct UnusualActs: Equatable, Sendable {
    package let kind: Kind
    /// The entries that show it, ascending.
    package let entries: [UInt64]
    /// How many: attempts that failed, clients within an hour, hours of a gap; else the acts.
    package let count: Int

    package enum Kind: String, CaseIterable, Codable, Sendable {
        case failedOpening = "failed-opening"
        case outsideHours = "outside-hours"
        case weekend
        case manyCharts = "many-charts"
        case notEnded = "not-ended"
        case unencrypted
        case refused
        case overridden
        case psychotherapyNotes = "psychotherapy-notes"
        case settings
        case keys
        case restored
        case destroyed
        case clockBack = "clock-back"
        case silence
    }

    /// What stands out among the acts of a period, by kind and then by entry.
    ///
    /// `entries` is the whole trail in its order; `days` are local calendar days, each entry's on
    /// the clock of the place it was made at, counted from 1970-01-01. An hour is an hour, whatever
    /// midnight, summer time or travel do to the clock on the wall. What took several acts counts
    /// for the day of the last.
    package static func found(
        among entries: [AuditEntry], on days: ClosedRange<Int>, habits: ActivityHabits
    ) -> [UnusualActs] {
        let isAsked = { (entry: AuditEntry) in days.contains(entry.localDay) }
        var single: [Kind: [(number: UInt64, count: Int)]] = [:]
        let unended = Set(AuditEntry.unendedExports(among: entries))
        for entry in entries where isAsked(entry) {
            for kind in entry.unusualKinds(habits) {
                single[kind, default: []].append((entry.number, entry.attempts))
            }
            if unended.contains(entry.number) {
                single[.notEnded, default: []].append((entry.number, 1))
            }
        }
        var found = single.map { kind, acts in
            UnusualActs(
                kind: kind, entries: acts.map(\.number), count: acts.reduce(0) { $0 + $1.count })
        }
        found += manyCharts(among: entries, habits.chartsAnHour, isAsked)
        found += silences(among: entries, habits.longestSilence, isAsked)
        let order = Dictionary(
            Kind.allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { $1 })
        return found.sorted {
            (order[$0.kind] ?? 0, $0.entries.first ?? 0)
                < (order[$1.kind] ?? 0, $1.entries.first ?? 0)
        }
    }

    private static let hour: UInt64 = 3_600_000

    /// Stretches in which every act belongs to an hour with more than `most` clients.
    private static func manyCharts(
        among entries: [AuditEntry], _ most: Int, _ isAsked: (AuditEntry) -> Bool
    ) -> [UnusualActs] {
        let looks = entries.filter { $0.act.looksAtClient && !$0.client.isEmpty }
        var found: [(first: Int, last: Int, count: Int)] = []
        var first = 0
        var inWindow: [[UInt8]: Int] = [:]
        for (place, look) in looks.enumerated() {
            inWindow[look.client, default: 0] += 1
            while look.time >= looks[first].time, look.time - looks[first].time >= hour {
                let leaving = looks[first].client
                inWindow[leaving] = inWindow[leaving].flatMap { $0 > 1 ? $0 - 1 : nil }
                first += 1
            }
            guard inWindow.count > most else { continue }
            if let last = found.last, first <= last.last {
                found[found.count - 1] = (last.first, place, max(last.count, inWindow.count))
            } else {
                found.append((first, place, inWindow.count))
            }
        }
        return found.filter { isAsked(looks[$0.last]) }.map { stretch in
            UnusualActs(
                kind: .manyCharts, entries: looks[stretch.first...stretch.last].map(\.number),
                count: stretch.count)
        }
    }

    /// From an act while the vault was open to the next one, long after: switched off without
    /// locking, or a clock that was put forward.
    private static func silences(
        among entries: [AuditEntry], _ hours: Int, _ isAsked: (AuditEntry) -> Bool
    ) -> [UnusualActs] {
        var isOpen = false
        var found: [UnusualActs] = []
        for (before, after) in zip(entries, entries.dropFirst()) {
            switch before.act {
            case .vaultOpen, .recoveryUse, .executorUse: isOpen = true
            case .vaultLock, .vaultAutoLock: isOpen = false
            default: break
            }
            let passed = after.time >= before.time ? (after.time - before.time) / hour : 0
            guard isOpen, passed >= UInt64(clamping: hours), isAsked(after) else { continue }
            found.append(
                UnusualActs(
                    kind: .silence, entries: [before.number, after.number],
                    count: Int(clamping: passed)))
        }
        return found
    }
}

extension AuditAct {
    fileprivate var looksAtClient: Bool {
        switch self {
        case .clientView, .sessionView, .jottingView, .psychotherapyNoteView, .attachmentView,
            .documentView, .requestView:
            true
        default: false
        }
    }
}

extension AuditEntry {
    /// The day on the wall calendar where it was made, counted from 1970-01-01.
    package var localDay: Int { localMinutes.floored(by: 1440) }

    private var localMinutes: Int { Int(time / 60_000) + zone }

    private var minuteOfDay: Int { localMinutes - localDay * 1440 }

    /// January 1, 1970 was a Thursday.
    private var isOnWeekend: Bool { ((localDay + 3) % 7 + 7) % 7 >= 5 }

    /// How many attempts an entry about failed ones stands for; 1 for any other.
    fileprivate var attempts: Int {
        act == .vaultOpenFailed ? self[.count].flatMap { Int($0) } ?? 1 : 1
    }

    fileprivate func unusualKinds(_ habits: ActivityHabits) -> [UnusualActs.Kind] {
        var kinds: [UnusualActs.Kind] = []
        switch act {
        case .vaultOpenFailed: kinds.append(.failedOpening)
        case .vaultOpen, .recoveryUse, .executorUse:
            if isOnWeekend {
                kinds.append(.weekend)
            } else if !habits.areUsual(minuteOfDay) {
                kinds.append(.outsideHours)
            }
            if act != .vaultOpen { kinds.append(.keys) }
        case .exportDone where self[.format] == "open": kinds.append(.unencrypted)
        case .disclosureRefuse: kinds.append(.refused)
        case .disclosureOverride: kinds.append(.overridden)
        case .psychotherapyNoteView: kinds.append(.psychotherapyNotes)
        case .settingsChange: kinds.append(.settings)
        case .passphraseChange, .slotAdd, .slotRemove: kinds.append(.keys)
        case .vaultRestore: kinds.append(.restored)
        case .clientDestroy: kinds.append(.destroyed)
        default: break
        }
        if self[.clock] != nil || act == .clockJump { kinds.append(.clockBack) }
        return kinds
    }
}

extension Int {
    /// Division that rounds down, so that a clock before 1970 falls on the right day.
    fileprivate func floored(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self < 0 && quotient * divisor != self ? quotient - 1 : quotient
    }
}
