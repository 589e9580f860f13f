/// What the client reports: “Client reports increased anxiety …; denies suicidal ideation.”
///
/// Statements keep their speaker. What she wrote with a verb of saying keeps that verb; the rest is
/// told under “reports”, and the openings vary.
struct ReportedVoice {
    private enum Kind { case reports, that, says, inner, denial, sentence }

    private struct Cluster {
        var kind: Kind
        var facts: [Fact]
        /// The verb she wrote, if she wrote one.
        var verb: Verb?
    }

    func tell(_ facts: [Fact], _ narrator: inout Narrator) -> [Told] {
        let isPast = facts.contains { fact in
            switch fact.shape {
            case .says(let verb, _): verb.form == .past
            case .denial(_, let past): past
            default: false
            }
        }
        var told: [Told] = []
        var last: Kind?
        var lastCluster: Cluster?
        var isMerged = false
        var merges = 0
        for cluster in clusters(facts) {
            let ranges = cluster.facts.map(\.range)
            if cluster.kind == .denial, last == .reports || last == .says || last == .that,
                let previous = told.last, previous.text.count < 150, !isMerged
            {
                let subject = Subject(text: "", isPlural: spokenAsPlural(previous, narrator))
                let joint = last == .that || previous.text.contains(";") ? ", and " : "; "
                told[told.count - 1].text +=
                    joint + denial(cluster.facts, subject, isPast)
                told[told.count - 1].ranges += ranges
                last = .denial
                continue
            }
            if let previous = told.last, previous.text.count < 90, !isMerged,
                let more = continued(
                    cluster, after: lastCluster, previous, narrator, isPast,
                    merges: merges)
            {
                told[told.count - 1].text += more
                told[told.count - 1].ranges += ranges
                last = cluster.kind
                isMerged = true
                merges += 1
                continue
            }
            isMerged = false
            lastCluster = cluster
            let text = sentence(cluster, narrator, isPast)
            narrator.say(text)
            told.append(Told(text: text, ranges: ranges))
            last = cluster.kind
        }
        return told
    }

    /// “…, and adds that he missed 2 shifts”: two short sentences of one speaker in one. What has
    /// another subject stands alone, so that nobody else seems to report.
    private func continued(
        _ cluster: Cluster, after last: Cluster?, _ previous: Told, _ narrator: Narrator,
        _ isPast: Bool, merges: Int
    ) -> String? {
        guard let last, !previous.text.contains(";") else { return nil }
        let subject = Subject(text: "", isPlural: spokenAsPlural(previous, narrator))
        switch (last.kind, cluster.kind) {
        case (.reports, .that):
            let items = thatItems(cluster.facts, narrator.persona)
            return merges % 2 == 0
                ? ", and \(agreed("adds", subject, isPast)) \(items)" : ", and \(items)"
        case (.that, .reports):
            let isOwn = last.facts.allSatisfy { fact in
                if case .predicate = fact.shape { true } else { false }
            }
            guard isOwn else { return nil }
            return ", and \(agreed("also reports", subject, isPast)) "
                + Prose.facts(cluster.facts, nounOf)
        default: return nil
        }
    }

    private func spokenAsPlural(_ told: Told, _ narrator: Narrator) -> Bool {
        narrator.persona.isPlural && told.text.hasPrefix(narrator.persona.they + " ")
    }

    private func clusters(_ facts: [Fact]) -> [Cluster] {
        var clusters: [Cluster] = []
        for fact in facts {
            let (kind, verb) = kind(of: fact)
            if let last = clusters.last,
                last.kind == kind
                    || (kind == .reports && last.kind == .says && last.verb != nil && isOpen(last)),
                kind != .sentence, kind != .says,
                last.facts.count < limit(kind, last.facts + [fact])
            {
                clusters[clusters.count - 1].facts.append(fact)
            } else {
                clusters.append(Cluster(kind: kind, facts: [fact], verb: verb))
            }
        }
        return clusters
    }

    private func limit(_ kind: Kind, _ facts: [Fact]) -> Int {
        let length = facts.map { $0.range.count }.reduce(0, +)
        if kind == .inner { return 3 }
        return kind == .that ? 2 : length > 110 ? 2 : length > 70 ? 3 : 4
    }

    /// “rpts ↑ anx, slp 4-5h”: the verb also governs what follows.
    private func isOpen(_ cluster: Cluster) -> Bool {
        guard ["report", "describe", "note", "identify"].contains(cluster.verb?.base) else {
            return false
        }
        return cluster.facts.allSatisfy { fact in
            if case .says(_, .words) = fact.shape { return false }
            return true
        }
    }

    private func kind(of fact: Fact) -> (Kind, Verb?) {
        switch fact.shape {
        case .noun(let text) where ReportedVoice.isSpoken(text):
            return (.says, Verb(base: "state", form: .third))
        case .noun, .absence, .gerund, .state: return (.reports, nil)
        case .topic(let topic): return (topic.noun == nil ? .that : .reports, nil)
        case .denial: return (.denial, nil)
        case .says(let verb, _): return (.says, verb)
        case .predicate(let predicate):
            if predicate.namesClient { return (.inner, nil) }
            let isInner =
                predicate.reading.map { verb in
                    Verb.inner.contains(verb.base) && verb.form != .past && verb.form != .participle
                } ?? false
            return (isInner ? .inner : .that, nil)
        case .clause: return (.that, nil)
        case .sentence: return (.sentence, nil)
        case .labelled: return (.reports, nil)
        }
    }

    /// What can be described: something done or felt, not a number.
    private func isLived(_ cluster: Cluster) -> Bool {
        switch cluster.facts[0].shape {
        case .gerund, .state: true
        default: false
        }
    }

    /// “I'm done”, and nothing else: the client's own words.
    private static func isSpoken(_ text: String) -> Bool {
        let first = ["“I ", "“I'm", "“I’m", "“It's", "“My", "“I've"]
        return first.contains { text.hasPrefix($0) } && text.hasSuffix("”")
    }

    private func sentence(_ cluster: Cluster, _ narrator: Narrator, _ isPast: Bool) -> String {
        let subject = narrator.subject
        let opening = { (verbs: [String]) in
            narrator.choose(verbs.map { "\(subject.text) \(self.agreed($0, subject, isPast))" })
        }
        switch cluster.kind {
        case .sentence:
            if case .sentence(let text) = cluster.facts[0].shape { return text }
            return ""
        case .reports:
            let hasAbsence = cluster.facts.contains {
                if case .absence = $0.shape { true } else { false }
            }
            let verbs =
                !narrator.clientHeard || hasAbsence
                ? (narrator.clientHeard ? ["also reports", "reports"] : ["reports"])
                : ["also reports", isLived(cluster) ? "describes" : "reports", "also notes"]
            return "\(opening(verbs)) \(Prose.facts(cluster.facts, nounOf))"
        case .says:
            guard let verb = cluster.verb else { return "" }
            let spoken = isPast ? verb.text(.past) : verb.text(.third)
            let said = opening([spoken, "also \(spoken)", "further \(spoken)"])
            return "\(said) \(Prose.facts(cluster.facts, nounOf))"
        case .that:
            let verbs =
                narrator.clientHeard
                ? ["adds", "also reports", "states", "further notes"] : ["reports"]
            let items = thatItems(cluster.facts, narrator.persona)
            return "\(opening(verbs)) \(items)"
        case .inner:
            guard case .predicate(let predicate) = cluster.facts[0].shape else { return "" }
            let verb = subject.agree(predicate.verb)
            let opened = narrator.choose([
                "\(subject.text) \(verb)", "\(subject.text) also \(verb)",
            ])
            let rest = cluster.facts.dropFirst().compactMap { fact -> String? in
                guard case .predicate(let predicate) = fact.shape else { return nil }
                return "\(subject.agree(predicate.verb)) \(predicate.rest)".trimmingBlanks()
            }
            return Prose.joined(["\(opened) \(predicate.rest)"] + rest, cluster.facts)
        case .denial:
            return "\(subject.text) \(denial(cluster.facts, subject, isPast))"
        }
    }

    private func agreed(_ verb: String, _ subject: Subject, _ isPast: Bool) -> String {
        let words = verb.split(separator: " ").map(String.init)
        guard let last = words.last else { return verb }
        let spoken = isPast ? Verb.reading(last)?.text(.past) ?? last : subject.agree(last)
        return (words.dropLast() + [spoken]).joined(separator: " ")
    }

    private func denial(_ facts: [Fact], _ subject: Subject, _ isPast: Bool) -> String {
        let denied = facts.map { fact in
            if case .denial(let text, _) = fact.shape { return text }
            return ""
        }
        let verb = isPast ? "denied" : subject.agree("denies")
        return "\(verb) \(Prose.list(denied))"
    }

    private func nounOf(_ fact: Fact) -> String {
        switch fact.shape {
        case .noun(let text), .gerund(let text): return text
        case .absence(let text): return "no \(text)"
        case .state(let text, let isFeeling): return Voices.state(text, isFeeling)
        case .topic(let topic): return topic.noun ?? topic.clause(past: topic.isEvent)
        case .says(_, .noun(let text)), .says(_, .words(let text)): return text
        case .labelled(let label, let facts):
            return "\(label) (\(facts.map(plain).joined(separator: ", ")))"
        default: return ""
        }
    }

    /// “that she missed work and slept 4 hours, and that her husband left”.
    private func thatItems(_ facts: [Fact], _ persona: Persona) -> String {
        let subject = Subject(text: persona.they, isPlural: persona.isPlural)
        var items: [String] = []
        var lastHadSubject = false
        for fact in facts {
            switch fact.shape {
            case .predicate(let predicate):
                let verb = subject.agree(predicate.verb)
                let phrase = [verb, predicate.rest].filter { !$0.isEmpty }.joined(separator: " ")
                items.append(lastHadSubject ? phrase : "that \(subject.text) \(phrase)")
                lastHadSubject = true
            case .topic(let topic):
                items.append("that \(topic.clause(past: topic.isEvent))")
                lastHadSubject = false
            case .clause(let text):
                let named = text.hasPrefix("couple ") ? "the \(text)" : text
                items.append(text.hasPrefix("that ") ? text : "that \(named.uncapitalizedWord)")
                lastHadSubject = false
            default: items.append(nounOf(fact))
            }
        }
        return Prose.joined(items, facts)
    }

    private func plain(_ fact: Fact) -> String {
        switch fact.shape {
        case .predicate(let predicate): "\(predicate.verb) \(predicate.rest)"
        case .clause(let text), .sentence(let text): text
        case .denial(let text, _): "denies \(text)"
        default: nounOf(fact)
        }
    }
}

extension Prose {
    static func facts(_ facts: [Fact], _ text: (Fact) -> String) -> String {
        joined(facts.map(text), facts)
    }

    /// A list whose last item keeps the “but” it had.
    static func joined(_ items: [String], _ facts: [Fact]) -> String {
        guard items.count > 1, facts.last?.contrasts ?? false, let last = items.last else {
            return list(items)
        }
        return list(Array(items.dropLast())) + " but " + last
    }
}

extension String {
    /// Lower case at the beginning of a fragment, unless the word is a name or an abbreviation.
    var uncapitalizedWord: String {
        let first = prefix { !$0.isWhitespace }
        let known =
            WordClass.kin.contains(first.lowercased())
            || WordClass.pronouns.contains(first.lowercased())
            || WordClass.determiners.contains(first.lowercased())
        guard known, first != "I", !first.hasPrefix("I'") else { return self }
        return first.lowercased() + dropFirst(first.count)
    }
}
