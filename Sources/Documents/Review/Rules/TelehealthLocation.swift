extension Rule {
    /// In telehealth the client's physical location is part of the record.
    package static let telehealthLocation = Rule(id: "telehealthLocation") { examined in
        guard let place = examined.source.text(.session, "place"), ["02", "10"].contains(place)
        else { return [] }
        var findings: [Finding] = []
        if examined.source.text(.session, "client-location") == nil {
            findings.append(
                Finding(
                    rule: "telehealthLocation", weight: .blocks, field: "client-location",
                    message: "The client's physical location is missing.",
                    nextStep: "Record where the client was during the session."))
        }
        let modality = examined.source.text(.session, "modality")
        if modality == nil || modality == "in-person" {
            findings.append(
                Finding(
                    rule: "telehealthLocation", weight: .blocks, field: "modality",
                    message: "A telehealth session was by video or by telephone.",
                    nextStep: "Choose which."))
        }
        return findings
    }
}
