extension Rule {
    /// A note signed later than is on time is labelled; later still, it says why. The hours are
    /// those of the strictest state or payer.
    package static let lateEntry = Rule(id: "lateEntry") { examined in
        let timing = examined.source.timing
        guard let delay = examined.source.delay(until: examined.at),
            delay > timing.onTimeHours * 60
        else { return [] }
        let told = !examined.draft.sentences(about: "late-reason").isEmpty
        if delay > timing.reasonHours * 60, !told {
            return [
                Finding(
                    rule: "lateEntry", weight: .blocks, field: "late-reason",
                    message: "More than \(timing.reasonHours) hours have passed since the session.",
                    nextStep: "Say why the note is written late.")
            ]
        }
        return [
            Finding(
                rule: "lateEntry", weight: .advises, field: "date",
                message: "More than \(timing.onTimeHours) hours have passed: the note will be "
                    + "labelled a late entry.",
                nextStep: "Sign it now, or sooner next time.")
        ]
    }
}
