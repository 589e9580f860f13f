extension Rule {
    /// Risk is asked about or the reason is given; what is active is acted upon.
    ///
    /// Nothing here is ever filled in by itself. A denial jotted elsewhere is pointed out, not used.
    package static let risk = Rule(id: "risk") { examined in
        let asked = examined.kind.patterns
            .filter { $0.voice == .risk && $0.wording?["name"] != nil }.map(\.field)
        return unassessed(asked, examined) + unanswered(examined) + elsewhere(asked, examined)
            + item9(examined) + contradicted(examined)
    }

    private static func unassessed(_ asked: [String], _ examined: Examined) -> [Finding] {
        asked.compactMap { field in
            let choice = examined.jotted(field) ?? "not-assessed"
            let told = !examined.draft.sentences(about: field).isEmpty
            if choice == "not-assessed" {
                let hasReason =
                    examined.jotted("risk-reason") != nil
                    && !examined.draft.sentences(about: "risk-reason").isEmpty
                guard !hasReason else { return nil }
                return Finding(
                    rule: "risk", weight: .blocks, field: field,
                    message:
                        "“\(examined.label(of: field))” was not assessed, and no reason given.",
                    nextStep: "Choose what was found, or say why it was not assessed.")
            }
            guard !told else { return nil }
            return Finding(
                rule: "risk", weight: .blocks, field: field,
                message: "“\(examined.label(of: field))” no longer stands in the document.",
                nextStep: "Keep or edit its sentence instead of striking it.")
        }
    }

    private static func unanswered(_ examined: Examined) -> [Finding] {
        var findings: [Finding] = []
        let active = ["si", "hi"].filter { examined.jotted($0) == "active" }
        if let field = active.first, examined.draft.sentences(about: "action").isEmpty {
            findings.append(
                Finding(
                    rule: "risk", weight: .blocks, field: field,
                    message: "Active risk is recorded without any action.",
                    nextStep: "Record what you did: safety plan, means counseling, consultation."))
        }
        if examined.draft.sentences(about: "risk").isEmpty {
            findings.append(
                Finding(
                    rule: "risk", weight: .advises, field: "risk",
                    message: "Risk is recorded without a tool or a formulation.",
                    nextStep: "Add the risk level compared with baseline, or the tool you used."))
        }
        return findings
    }

    /// “denies SI” in another field is not an assessment.
    private static func elsewhere(_ asked: [String], _ examined: Examined) -> [Finding] {
        let words = ["suicidal", "homicidal", "self-harm", "self-injur", "death wish"]
        let others = examined.kind.patterns.filter {
            $0.voice != .risk && !$0.field.hasPrefix("risk") && $0.field != "action"
        }
        let unasked = asked.filter {
            ["not-assessed", nil].contains(examined.jotted($0))
        }
        guard !unasked.isEmpty else { return [] }
        return others.compactMap { pattern in
            let text = examined.draft.sentences(about: pattern.field).map { $0.text.lowercased() }
            guard text.contains(where: { line in words.contains(where: line.contains) }) else {
                return nil
            }
            return Finding(
                rule: "risk", weight: .advises, field: pattern.field,
                message:
                    "“\(examined.label(of: pattern.field))” speaks of risk; the risk fields do not.",
                nextStep: "Record it in the risk fields as well.")
        }
    }

    /// What is denied under risk is not told as being so anywhere else.
    private static func contradicted(_ examined: Examined) -> [Finding] {
        let voices: [Voice] = [.clientReports, .observed, .response, .assessment, .list]
        let telling = examined.kind.patterns.filter {
            voices.contains($0.voice) && !["protective", "action"].contains($0.field)
        }
        let denied = ["si", "hi"].filter { examined.jotted($0) == "denied" }
        return denied.flatMap { field -> [Finding] in
            let word = field == "si" ? "suicidal" : "homicidal"
            // A method or a plan is somebody's: of which risk, is open if one is not denied.
            let details = denied.count == 2 && field == "si" ? ["plan", "intent", "method"] : []
            return telling.compactMap { pattern in
                let sentence = examined.draft.sentences(about: pattern.field).first { sentence in
                    Statements.affirms(sentence.text, word)
                        || (pattern.field == "risk-detail"
                            && details.contains { Statements.affirms(sentence.text, $0) })
                }
                guard let sentence else { return nil }
                return Finding(
                    rule: "risk", weight: .blocks, sentence: sentence.id, field: pattern.field,
                    message: "“\(examined.label(of: field))” is denied, and "
                        + "“\(examined.label(of: pattern.field))” says otherwise.",
                    nextStep: "Correct the one that is wrong.")
            }
        }
    }

    /// A ninth item above zero asks for a risk assessment.
    private static func item9(_ examined: Examined) -> [Finding] {
        guard let text = examined.jotted("measure")?.lowercased(),
            ["not-assessed", nil].contains(examined.jotted("si"))
        else { return [] }
        let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        for (index, word) in words.enumerated() where word == "item" || word == "q9" || word == "i9"
        {
            let rest = words.dropFirst(word == "item" ? index + 2 : index + 1)
            let isNine = word != "item" || words.dropFirst(index + 1).first == "9"
            if isNine, let score = rest.first.flatMap({ Int($0) }), score > 0 {
                return [
                    Finding(
                        rule: "risk", weight: .blocks, field: "si",
                        message: "Item 9 is above zero, and suicidal ideation was not assessed.",
                        nextStep: "Assess it and record what was found.")
                ]
            }
        }
        return []
    }
}
