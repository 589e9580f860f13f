extension Review {
    /// The note as it would be signed, with the header block made from client and session.
    package func note(by signer: Signer, document: DocumentID) -> Note {
        Note(
            document: document, kind: kind.id, kindVersion: kind.version, title: kind.label,
            header: header, sections: asSigned.sections.filter { !$0.sentences.isEmpty },
            signer: signer, signedAt: at,
            isLateEntry: (source.delay(until: at) ?? 0) > source.timing.onTimeHours * 60,
            engine: draft.engine, letter: letter(by: signer, at: at))
    }

    /// Two identifiers first, then when, where, what.
    private var header: [Note.HeaderLine] {
        if let disclosure = source.consent.disclosure { return header(of: disclosure) }
        let lines: [(String, String?)] = [
            ("Client", clientName),
            ("Date of birth", shown(.client, "born")),
            ("Record no.", shown(.client, "record-number")),
            ("Amends", shown(.record, "original")),
            ("Its digest", shown(.record, "original-digest")),
            ("Plan date", shown(.jotting, "plan-date")),
            ("Review due", shown(.jotting, "review")),
            ("Date of service", shown(.session, "date") ?? shown(.jotting, "date")),
        ]
        return (lines + ofService + [("Diagnosis", diagnosis)]).compactMap { label, text in
            text.map { Note.HeaderLine(label: label, text: $0) }
        }
    }

    /// What was done, where and with whom; of what did not take place, only when it was to be.
    private var ofService: [(String, String?)] {
        guard source.text(.session, "missed") == nil else { return [("Appointment", hours)] }
        return [
            ("Time", time),
            ("Service code", shown(.session, "code")),
            ("Session type", shown(.session, "type")),
            ("Participants", shown(.session, "participants")),
            ("Place of service", place),
            ("Modality", shown(.session, "modality")),
            ("Client location", shown(.session, "client-location")),
            ("Callback number", telehealth("callback")),
            ("Clinician location", telehealth("clinician-location")),
            ("Others present", telehealth("privacy")),
            ("Emergency contact", telehealth("emergency-contact")),
            ("Identity checked", telehealth("identity")),
            ("Licensed there", telehealth("licensed")),
            ("Technical failures", telehealth("technical")),
        ]
    }

    /// For lists and the search: whom it is about, who gets it, and what of.
    private func header(of disclosure: Disclosure) -> [Note.HeaderLine] {
        let items = DisclosureItem.allCases.filter(disclosure.items.contains).map(\.label)
        return [
            ("Client", source.text(.client, "name") ?? ""),
            ("Recipient", disclosure.recipient.name),
            ("Purpose", disclosure.otherPurpose ?? disclosure.purpose.rawValue),
            ("Information", items.joined(separator: ", ")),
            ("Legal basis", disclosure.basis.label),
        ].map { Note.HeaderLine(label: $0.0, text: $0.1) }
    }

    private func shown(
        _ origin: DocumentKind.Requirement.Origin, _ field: String
    ) -> String? {
        source.entry(SourceEntry.id(origin, field))?.shown
    }

    private var clientName: String? {
        guard let name = shown(.client, "name") else { return nil }
        guard let chosen = shown(.client, "chosen-name") else { return name }
        return "\(name) (\(chosen))"
    }

    /// Those that were active on the day of service.
    private var diagnosis: String? {
        guard let line = source.text(.client, "diagnosis"),
            let day = source.text(.session, "date").flatMap(Day.init(iso:))
        else { return shown(.client, "diagnosis") }
        return Diagnoses.shown(line, on: day)
    }

    private var place: String? {
        guard let label = shown(.session, "place"), let code = source.text(.session, "place")
        else { return nil }
        return "\(code) \(label)"
    }

    /// A fact of a session by video or telephone; elsewhere it says nothing.
    private func telehealth(_ field: String) -> String? {
        ["02", "10"].contains(source.text(.session, "place")) ? shown(.session, field) : nil
    }

    private var time: String? {
        hours.map { hours in
            source.text(.session, "minutes").map { "\(hours) (\($0) minutes)" } ?? hours
        }
    }

    private var hours: String? {
        guard let start = shown(.session, "start") ?? shown(.jotting, "start"),
            let stop = shown(.session, "stop") ?? shown(.jotting, "stop")
        else { return nil }
        return "\(start) – \(stop)"
    }
}

extension ScopedSource {
    /// Minutes from the end of a session or of another contact to a moment, in that moment's zone; nil if unknown.
    func delay(until moment: Moment) -> Int? {
        let known = { (field: String) in text(.session, field) ?? text(.jotting, field) }
        guard let day = known("date").flatMap(Day.init(iso:)),
            let stop = (known("stop") ?? known("start")).flatMap(ClockTime.init),
            let end = Moment(
                day: day, time: stop, zoneOffsetMinutes: moment.zoneOffsetMinutes)
        else { return nil }
        return Int((moment.milliseconds - end.milliseconds) / 60_000)
    }
}
