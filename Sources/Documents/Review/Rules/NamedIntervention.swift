extension Rule {
    /// A reviewer must see what was done: “processed feelings” alone names no technique.
    package static let namedIntervention = Rule(id: "namedIntervention") { examined in
        let fields = examined.kind.patterns.filter {
            $0.voice == .therapistDid && $0.field != "action"
        }
        return fields.compactMap { pattern in
            let sentences = examined.draft.sentences(about: pattern.field)
            guard !sentences.isEmpty else { return nil }
            guard sentences.allSatisfy({ InterventionWords.namesNone($0.text) }) else { return nil }
            return Finding(
                rule: "namedIntervention", weight: .blocks, sentence: sentences.first?.id,
                field: pattern.field, message: "No technique is named here.",
                nextStep: "Name the technique and what it was used on.")
        }
    }
}

/// Words that say that something was done, but not what.
enum InterventionWords {
    static func namesNone(_ text: String) -> Bool {
        text.lowercased().split { !$0.isLetter && $0 != "-" }.allSatisfy {
            empty.contains(String($0))
        }
    }

    private static let empty = WordClass.words(
        """
        therapist also client patient clinician the a an and or of to with in on about for used
        provided processed process discussed explored offered gave did worked talked listened
        listening support supported supportive therapy psychotherapy counseling talk active empathic
        empathy validation validated feelings emotions thoughts issues concerns events things week
        session past her his their this current recent space safe held treatment individual
        addition addressed interventions included action taken was were part checked check-in checkin processing experiences stressors
        weekly daily biweekly monthly every sessions minutes by one once twice group family couples
        """)
}
