internal import Audit
internal import Documents

extension Evidence {
    /// Who got in, when, and whose records were opened.
    var access: AuditReport.Section {
        var section = AuditReport.Section(
            4, "Access",
            [
                .init(
                    "45 CFR 164.308(a)(5)(ii)(C)", "Watch attempts to get in, and those that fail."),
                .init("45 CFR 164.312(a)(2)(iii)", "End a session that is left alone."),
                .init("45 CFR 164.312(d)", "Know that whoever gets in is who they say."),
            ])
        let habits = facts.habits
        section.paragraphs = [
            "An opening is a passphrase, or another way in, for a session or for a single command; what a single command opened is shut with its end and not listed as locked. Usual are openings from \(habits.hours) on a weekday; the charts of more than \(habits.chartsAnHour) clients within an hour are many. These are the vault’s settings and rules."
        ]
        let openings = acts(.vaultOpen, .recoveryUse, .executorUse)
        section.figures = [
            .count("Openings", openings),
            failed,
            .exceptions(
                "Openings outside usual hours or on a weekend",
                (unusual(.outsideHours) + unusual(.weekend)).sorted()),
            .exceptions(
                "Openings with something other than the passphrase",
                acts(.recoveryUse, .executorUse).map(\.number)),
            .count("Locked by hand", acts(.vaultLock)),
            .count("Locked by itself", acts(.vaultAutoLock)),
            stretches("Hours with many charts", .manyCharts),
            .count("Searches", acts(.recordSearch)),
        ]
        let hours = Dictionary(grouping: openings, by: Self.hour)
        section.pictures = [
            .init(title: "Acts by \(isLong ? "month" : "day")", bars: overTime),
            .init(
                title: "Openings by the hour of the day",
                bars: (0..<24).map { hour in
                    .init(
                        label: "\(hour)", count: hours[hour]?.count ?? 0,
                        stands: !facts.habits.isUsual(hour: hour))
                }),
        ]
        let byClient = Dictionary(grouping: period.filter { !client($0).isEmpty }, by: client)
        section.tables = [
            .init(
                name: "clients", title: "By client",
                columns: ["Client", "Acts", "Opened", "Changed", "Left the practice"],
                rows: byClient.sorted { ($0.value[0].number) < ($1.value[0].number) }.map {
                    code, acts in
                    let views = acts.count { $0.act.isView }
                    let changes = acts.count { $0.act.isChange }
                    let left = acts.count { $0.act == .exportDone }
                    return .init(
                        [code, "\(acts.count)", "\(views)", "\(changes)", "\(left)"],
                        acts.map(\.number))
                }, empty: "No client’s record was opened.")
        ]
        return section
    }

    /// Each entry stands for the attempts since the vault was last opened.
    private var failed: AuditReport.Figure {
        let found = unusual.filter { $0.kind == .failedOpening }
        return .init(
            "Attempts to open that failed", "\(found.reduce(0) { $0 + $1.count })",
            found.isEmpty ? .holds : .explain, entries: found.flatMap(\.entries))
    }

    private static func hour(_ entry: AuditEntry) -> Int {
        let minutes = Int(entry.time / 60_000) + entry.zone
        return (minutes - entry.localDay * 1440) / 60
    }

    /// Longer than two months, days are too many bars.
    private var isLong: Bool { until.daysSince1970 - from.daysSince1970 > 62 }

    private var overTime: [AuditReport.Picture.Bar] {
        let name = { (day: Day) in String(isLong ? day.iso.prefix(7) : day.iso.suffix(5)) }
        let counts = Dictionary(grouping: period) { entry in
            Day(daysSince1970: entry.localDay).map(name) ?? "?"
        }
        var bars: [AuditReport.Picture.Bar] = []
        for number in from.daysSince1970...until.daysSince1970 {
            guard let label = Day(daysSince1970: number).map(name), bars.last?.label != label
            else { continue }
            bars.append(.init(label: label, count: counts[label]?.count ?? 0))
        }
        return bars
    }
}

extension ActivityHabits {
    /// Such as 7:00 AM to 9:00 PM.
    var hours: String {
        [opens, closes].compactMap { ClockTime(hour: $0 / 60, minute: $0 % 60)?.spoken }
            .joined(separator: " to ")
    }

    /// Whether the vault is usually opened at some minute of this hour.
    func isUsual(hour: Int) -> Bool {
        (hour * 60..<hour * 60 + 60).contains { minute in
            opens <= closes
                ? (opens..<closes).contains(minute) : minute >= opens || minute < closes
        }
    }
}

extension AuditAct {
    var isView: Bool { rawValue.hasSuffix(".view") }

    /// Whether something is kept otherwise after it.
    var isChange: Bool {
        switch self {
        case .exportIntent, .exportDone, .exportFailed, .disclosureRefuse, .disclosureAccount,
            .documentSignRefused, .recordSearch, .auditReview, .reportMake:
            false
        default: !isView
        }
    }
}
