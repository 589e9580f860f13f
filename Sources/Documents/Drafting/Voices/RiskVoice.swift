/// Risk, told from what was chosen and from nothing else: an unasked question has no sentence.
struct RiskVoice {
    let kind: DocumentKind
    let source: ScopedSource

    func tell(_ fields: [String], _ narrator: inout Narrator) -> [Composer.Composed] {
        var denied: [(String, String)] = []
        var present: [(String, String)] = []
        var unasked: [(String, String)] = []
        for field in fields {
            guard let choice = source.text(.jotting, field),
                let wording = kind.pattern(of: field)?.wording, let name = wording["name"]
            else { continue }
            switch choice {
            case "denied": denied.append((field, name))
            case "not-assessed": unasked.append((field, name))
            default: present.append((field, wording[choice] ?? name))
            }
        }
        var composed: [Composer.Composed] = []
        let add = {
            (
                items: [(String, String)], extra: String?, narrator: inout Narrator,
                text: (String, Subject) -> String
            ) in
            guard !items.isEmpty else { return }
            let sentence = text(Prose.list(items.map(\.1)), narrator.subject)
            narrator.say(sentence)
            composed.append(
                Composer.Composed(
                    text: sentence, spans: (items.map(\.0) + [extra].compactMap { $0 }).map(span),
                    origin: .template, fields: items.map(\.0) + [extra].compactMap { $0 }))
        }
        add(present, nil, &narrator) { list, subject in
            "\(subject.text) \(subject.agree("endorses")) \(list)"
        }
        add(denied, nil, &narrator) { list, subject in
            "when asked, \(subject.text) \(subject.agree("denies")) \(list)"
        }
        let reader = Reader(client: narrator.persona.noun)
        let reason = fields.first {
            kind.pattern(of: $0)?.wording == nil && source.text(.jotting, $0) != nil
        }
        add(unasked, reason, &narrator) { list, _ in
            let why =
                reason.flatMap { source.text(.jotting, $0) }.map {
                    ": \(reader.spelledOut($0))"
                } ?? ""
            return "\(list) \(unasked.count > 1 ? "were" : "was") not assessed\(why)"
        }
        if unasked.isEmpty, let reason, let text = source.text(.jotting, reason) {
            let sentence = "risk was not fully assessed: \(reader.spelledOut(text))"
            composed.append(
                Composer.Composed(
                    text: sentence, spans: [span(reason)], origin: .entered, fields: [reason]))
        }
        return composed
    }

    private func span(_ field: String) -> Span {
        let id = SourceEntry.id(.jotting, field)
        return Span(entry: id, 0..<(source.entry(id)?.text.utf8.count ?? 0))
    }
}
