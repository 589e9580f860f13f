extension Rule {
    /// 45 CFR 164.512(e): an order is answered as far as it goes; a subpoena only with assurance that
    /// the client had notice or that a protective order is sought; an attorney's letter not at all.
    package static let orderOrSubpoena = Rule(id: "orderOrSubpoena") { examined in
        let basis = examined.source.consent.disclosure?.basis
        switch (examined.jotted("paper"), basis) {
        case ("order", _), ("assured", _), (_, .authorization), (_, .part2Consent):
            return []
        default:
            return [
                Finding(
                    rule: "orderOrSubpoena", weight: .blocks, field: "paper",
                    message:
                        "This paper alone does not let you disclose anything (45 CFR 164.512(e)).",
                    nextStep: "Say that you got it without confirming that anyone is a client, ask "
                        + "your client or an attorney, and wait for an order or an authorization.")
            ]
        }
    }

    /// California (Health & Safety Code 122318) wants 30 days of treatment before a letter for an
    /// assistance animal; a short one is doubtful anywhere.
    package static let treatmentLength = Rule(id: "treatmentLength") { examined in
        guard let today = examined.source.consent.disclosure?.date,
            let first = examined.source.text(.record, "first-day").flatMap(Day.init(iso:))
        else {
            return [
                Finding(
                    rule: "treatmentLength", weight: .blocks,
                    message: "How long you have treated the client does not stand in the letter.",
                    nextStep: "File a consent that covers start and end of treatment.")
            ]
        }
        let days = today.daysSince1970 - first.daysSince1970
        guard days < 30 else { return [] }
        let isCalifornia = examined.source.text(.practice, "jurisdiction") == "CA"
        return [
            Finding(
                rule: "treatmentLength", weight: isCalifornia ? .blocks : .advises,
                message: "You have treated the client for \(days) days, which is less than 30.",
                nextStep: "Write this letter when 30 days have passed.")
        ]
    }
}
