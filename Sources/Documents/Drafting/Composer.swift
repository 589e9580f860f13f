/// Tells the fields of one paragraph, each in the voice its kind gives it.
struct Composer {
    let kind: DocumentKind
    let source: ScopedSource
    let instruments: InstrumentLibrary

    struct Composed {
        var text: String
        var spans: [Span]
        var origin: TextOrigin
        var fields: [String]
    }

    func told(_ fields: [String], _ narrator: inout Narrator) -> [Composed] {
        var composed: [Composed] = []
        let risk = fields.filter { kind.pattern(of: $0)?.voice == .risk }
        let mentalStatus = fields.filter { kind.pattern(of: $0)?.voice == .mentalStatus }
        for field in fields {
            guard let pattern = kind.pattern(of: field) else { continue }
            if pattern.voice == .risk {
                guard field == risk.first else { continue }
                composed += RiskVoice(kind: kind, source: source).tell(risk, &narrator)
            } else if pattern.voice == .mentalStatus {
                guard field == mentalStatus.first else { continue }
                composed += MentalStatusVoice(kind: kind, source: source)
                    .tell(mentalStatus, &narrator)
            } else if pattern.voice == .template {
                if let told = Template(pattern.wording)?.told(source, narrator) {
                    narrator.say(told.text)
                    composed.append(
                        Composed(
                            text: told.text, spans: told.spans, origin: .template,
                            fields: [field]))
                }
            } else if let text = source.text(.jotting, field) {
                composed += told(pattern, text, &narrator)
            }
        }
        return composed
    }

    private func told(
        _ pattern: DocumentKind.Pattern, _ text: String, _ narrator: inout Narrator
    ) -> [Composed] {
        let client = narrator.persona.noun
        let plain = Reader(client: client)
        let working = Reader(client: client, tellsWork: true)
        let acting = Reader(client: client, expectsVerbs: true)
        if kind.rules.contains(Rule.reasonGiven.id), let unasked = NotAssessed(text) {
            return [unasked.told(of: kind.form[pattern.field], text, &narrator)].map {
                composed($0, pattern.field, .entered)
            }
        }
        let told: [Told]
        switch pattern.voice {
        case .clientReports:
            let reader = Reader(client: client, quotesFirstPerson: true)
            told = ReportedVoice().tell(reader.facts(in: text), &narrator)
        case .homework: told = HomeworkVoice().tell(plain.facts(in: text), &narrator)
        case .observed: told = ObservedVoice().tell(plain.facts(in: text), &narrator)
        case .therapistDid:
            let voice = WorkVoice(opening: pattern.wording?["opening"] ?? "interventions included")
            told = voice.tell(working.facts(in: text), &narrator)
        case .response: told = ResponseVoice().tell(plain.facts(in: text), &narrator)
        case .assessment: told = AssessmentVoice().tell(plain.facts(in: text), &narrator)
        case .plan: told = PlanVoice().tell(acting.facts(in: text), &narrator)
        case .measure:
            return MeasureVoice(instruments: instruments).tell(text, Expansion(), &narrator).map {
                told, origin in
                composed(told, pattern.field, origin)
            }
        case .objectives:
            return [ObjectivesVoice(source: source).tell(text, of: pattern.field, &narrator)]
        case .quote: told = quote(text, &narrator)
        case .next:
            told = [
                Told(text: NextVoice.sentence(text, Expansion()), ranges: [0..<text.utf8.count])
            ]
        case .list:
            let opening = narrator.filled(pattern.wording?["opening"] ?? "")
            let voice = ListVoice(
                opening: opening,
                again: pattern.wording?["again"].map(narrator.filled) ?? opening)
            told = voice.tell(plain.facts(in: text), &narrator)
        case .riskLevel: told = RiskLevelVoice().tell(plain.facts(in: text), &narrator)
        case .because:
            let opening = pattern.wording?["opening"] ?? ""
            told = ReasonVoice(opening: opening).tell(plain.facts(in: text))
        case .stated:
            told = stated(text, narrator.filled(pattern.wording?["opening"] ?? ""), &narrator)
        case .words, .items, .numbered:
            told = PlainVoice(
                opening: narrator.filled(pattern.wording?["opening"] ?? ""),
                isList: pattern.voice == .items, isNumbered: pattern.voice == .numbered
            ).tell(text, &narrator)
        case .choice:
            guard let wording = pattern.wording?[text] else { return [] }
            let sentence = narrator.choose(
                [wording, pattern.wording?["\(text) again"] ?? wording].map(narrator.filled))
            narrator.say(sentence)
            return [
                composed(
                    Told(text: sentence, ranges: [0..<text.utf8.count]), pattern.field, .template)
            ]
        case .risk, .mentalStatus, .template: told = []
        }
        let origin = source.entry(SourceEntry.id(.jotting, pattern.field))?.origin ?? .entered
        return told.map { composed($0, pattern.field, origin) }
    }

    private func composed(_ told: Told, _ field: String, _ origin: TextOrigin) -> Composed {
        let entry = SourceEntry.id(.jotting, field)
        return Composed(
            text: told.text, spans: told.ranges.map { Span(entry: entry, $0) }, origin: origin,
            fields: [field])
    }

    /// Each line after the opening, with abbreviations written out.
    private func stated(_ text: String, _ opening: String, _ narrator: inout Narrator) -> [Told] {
        var told: [Told] = []
        var start = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let range = start..<(start + line.utf8.count)
            start = range.upperBound + 1
            let words = Reader(client: narrator.persona.noun).spelledOut(String(line))
            guard !words.isEmpty else { continue }
            let sentence = "\(opening) \(words)".trimmingBlanks()
            narrator.say(sentence)
            told.append(Told(text: sentence, ranges: [range]))
        }
        return told
    }

    /// Her client's words, exactly; each line is a quotation.
    private func quote(_ text: String, _ narrator: inout Narrator) -> [Told] {
        var told: [Told] = []
        var start = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let range = start..<(start + line.utf8.count)
            start = range.upperBound + 1
            let words = Quotation.words(of: String(line))
            guard !words.isEmpty else { continue }
            let subject = narrator.subject
            let end = words.last.map { ".!?…".contains($0) } ?? false ? "" : "."
            let opening =
                narrator.isFirst
                ? "\(subject.text) \(subject.agree("states"))"
                : narrator.choose([
                    "as \(narrator.persona.they) \(Subject(text: "", isPlural: narrator.persona.isPlural).agree("puts")) it",
                    "\(subject.text) \(subject.agree("states"))",
                ])
            let sentence = "\(opening), “\(words)\(end)”"
            narrator.say(sentence)
            told.append(Told(text: sentence, ranges: [range]))
        }
        return told
    }
}

/// A quotation field: outer quotation marks are punctuation, everything between is kept.
enum Quotation {
    static func words(of line: String) -> String {
        var words = line.trimmingBlanks()
        for (open, close) in [("“", "”"), ("\"", "\""), ("«", "»")] {
            let inner = words.dropFirst().dropLast()
            if words.count > 1, words.hasPrefix(open), words.hasSuffix(close), !inner.contains(open)
            {
                words = String(inner)
            }
        }
        return words.trimmingBlanks()
    }
}
