extension Rule {
    /// Somebody who did not come was looked for, and the session is marked as one that did not take
    /// place.
    package static let missedSession = Rule(id: "missedSession") { examined in
        var findings: [Finding] = []
        if examined.jotted("missed") == "no-show" {
            for field in ["outreach", "risk"]
            where examined.draft.sentences(about: field).isEmpty {
                findings.append(
                    Finding(
                        rule: "missedSession", weight: .blocks, field: field,
                        message:
                            "The client did not come, and “\(examined.label(of: field))” is empty.",
                        nextStep: field == "outreach"
                            ? "Say how you tried to reach the client, or why not."
                            : "Say whether anything known about risk calls for more."))
            }
        }
        if examined.source.text(.session, "missed") == nil {
            findings.append(
                Finding(
                    rule: "missedSession", weight: .advises, field: "missed",
                    message: "The session itself is not marked as missed.",
                    nextStep: "Mark it with `vault session edit`, field `missed`."))
        }
        return findings
    }
}
