extension Rule {
    /// Family therapy is coded by whether the client was there: 90846 without, 90847 with.
    package static let familyAttendance = Rule(id: "familyAttendance") { examined in
        guard let code = examined.source.text(.session, "code"),
            let participants = examined.source.text(.session, "participants")
        else { return [] }
        let words = Set(participants.lowercased().split { !$0.isLetter }.map(String.init))
        let names = (examined.source.text(.client, "name") ?? "").lowercased()
            .split { !$0.isLetter }.map(String.init)
        let isThere = !words.isDisjoint(
            with: ["client", "patient", "ct", "pt", "ip", "couple"] + names)
        let message: String
        switch (code, isThere) {
        case ("90846", true):
            message = "90846 is without the client, who is among the participants."
        case ("90847", false):
            message = "90847 is with the client, who is not among the participants."
        default: return []
        }
        return [
            Finding(
                rule: "familyAttendance", weight: .blocks, field: "code", message: message,
                nextStep: "Correct the code or the participants: `vault session edit`.")
        ]
    }
}
