extension Rule {
    /// The service code must match the minutes of the session.
    package static let serviceMinutes = Rule(id: "serviceMinutes") { examined in
        guard let start = examined.source.text(.session, "start").flatMap(ClockTime.init),
            let stop = examined.source.text(.session, "stop").flatMap(ClockTime.init)
        else { return [] }
        guard start < stop else {
            return [
                Finding(
                    rule: "serviceMinutes", weight: .blocks, field: "stop",
                    message: "The session ends before it starts.",
                    nextStep: "Correct the start or the stop time.")
            ]
        }
        guard let code = examined.source.text(.session, "code"),
            let minutes = ServiceCode.minutes[code]
        else { return [] }
        let length = start.minutes(until: stop)
        guard minutes.contains(length) else {
            let fitting = ServiceCode.suggested(for: length, like: code)
            return [
                Finding(
                    rule: "serviceMinutes", weight: .blocks, field: "code",
                    message: "\(length) minutes do not support \(code).",
                    nextStep: fitting.map { "Use \($0), or correct the times." }
                        ?? "Correct the code or the times.")
            ]
        }
        guard length == minutes.lowerBound, length > 30 else { return [] }
        return [
            Finding(
                rule: "serviceMinutes", weight: .advises, field: "code",
                message: "\(length) minutes are the very least for \(code).",
                nextStep: "Check that the times are those of the session, not of the calendar.")
        ]
    }
}

/// Minutes that qualify for a code. Source: CPT time rule for psychotherapy, as contractors publish
/// it; 90846, 90847 and 90839 from general knowledge, to be verified against the payer's table.
private enum ServiceCode {
    static let minutes: [String: ClosedRange<Int>] = [
        "90832": 16...37, "90834": 38...52, "90837": 53...1440, "90833": 16...37,
        "90836": 38...52, "90838": 53...1440, "90846": 26...1440, "90847": 26...1440,
        "90839": 30...1440,
    ]

    /// The code of the same family whose range holds these minutes.
    static func suggested(for length: Int, like code: String) -> String? {
        let families = [["90832", "90834", "90837"], ["90833", "90836", "90838"]]
        return families.first { $0.contains(code) }?.first {
            minutes[$0]?.contains(length) ?? false
        }
    }
}
