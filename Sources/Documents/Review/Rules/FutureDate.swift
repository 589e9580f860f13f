extension Rule {
    /// Nobody signs for a session that has not ended, nor for a client not yet born.
    package static let futureDate = Rule(id: "futureDate") { examined in
        guard
            let day = (examined.source.text(.session, "date") ?? examined.jotted("date")).flatMap(
                Day.init(iso:))
        else { return [] }
        if let born = examined.source.text(.client, "born").flatMap(Day.init(iso:)), born > day {
            return [
                Finding(
                    rule: "futureDate", weight: .blocks, field: "born",
                    message: "The date of birth lies after the session.",
                    nextStep: "Correct the date of birth or the date of service.")
            ]
        }
        let delay = examined.source.delay(until: examined.at)
        guard day > examined.at.day || (delay ?? 0) < 0 else { return [] }
        return [
            Finding(
                rule: "futureDate", weight: .blocks, field: "date",
                message: "The session has not ended yet.",
                nextStep: "Correct the date and times, or sign after the session.")
        ]
    }
}
