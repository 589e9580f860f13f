extension Rule {
    /// After a crisis somebody looks again within 72 hours, and the note says when.
    package static let crisisFollowUp = Rule(id: "crisisFollowUp") { examined in
        guard let text = examined.jotted("follow-up") else { return [] }
        let says = { (message: String, nextStep: String) in
            [
                Finding(
                    rule: "crisisFollowUp", weight: .advises, field: "follow-up", message: message,
                    nextStep: nextStep)
            ]
        }
        let days = text.split { $0.isWhitespace || ",;()".contains($0) }
            .compactMap { try? Answer.date(String($0), "") }
        if let held = examined.source.text(.session, "date").flatMap(Day.init(iso:)),
            let first = days.min(), first.daysSince1970 - held.daysSince1970 > 3
        {
            return says(
                "The follow-up is more than 72 hours after the crisis.",
                "Arrange an earlier one, or say why this one is soon enough.")
        }
        let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
        guard days.isEmpty, !text.contains(where: \.isNumber), words.isDisjoint(with: times) else {
            return []
        }
        return says("The follow-up has no time.", "Say when: within 72 hours of the crisis.")
    }

    private static let times: Set<String> = [
        "today", "tonight", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun",
    ]
}
