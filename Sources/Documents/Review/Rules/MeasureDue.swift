extension Rule {
    /// A measure whose time has come is taken, or known to be left for later.
    package static let measureDue = Rule(id: "measureDue") { examined in
        let taken = Form.folded(examined.jotted("measure") ?? "")
        return (examined.source.text(.record, "measures-due") ?? "").split(separator: "\n")
            .filter { !taken.contains(Form.folded(String($0))) }
            .map { name in
                Finding(
                    rule: "measureDue", weight: .advises, field: "measure",
                    message: "The \(name) is due.",
                    nextStep: "Give it, or take it next time.")
            }
    }
}
