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
            let services = examined.kind.services
        else { return [] }
        let length = start.minutes(until: stop)
        switch services.verdict(on: code, minutes: length) {
        case .unknown, .untimed, .fits: return []
        case .below(let fitting), .above(let fitting):
            return [
                Finding(
                    rule: "serviceMinutes", weight: .blocks, field: "code",
                    message: "\(length) minutes do not support \(code).",
                    nextStep: fitting.map { "Use \($0), or correct the times." }
                        ?? "Correct the code or the times.")
            ]
        case .atBoundary(let neighbor):
            return [
                Finding(
                    rule: "serviceMinutes", weight: .advises, field: "code",
                    message: "\(length) minutes are at the edge between \(code) and \(neighbor).",
                    nextStep: "Check that the times are those of the session, not of the calendar.")
            ]
        }
    }
}
