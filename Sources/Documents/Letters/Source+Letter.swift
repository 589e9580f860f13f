extension Source {
    /// What an amendment rests on: who and what it is about, and what she writes now. `digest` is
    /// SHA-256 of what the original's signature covers.
    package init(
        amending original: Note, digest: String, by kind: DocumentKind, library: KindLibrary,
        client: Entries, jotting: Entries
    ) {
        let name =
            "\(original.title), signed on \(original.signedAt.day.spoken), document "
            + original.document.record.hex
        self.init(
            entries: Source.entries(library.clientForm, client, .client)
                + [
                    .computed(.record, "original", "Amends", name),
                    .computed(.record, "original-digest", "Digest (SHA-256)", digest),
                ] + Source.entries(kind.form, jotting, .jotting))
    }

    /// What a document about a client for the client's own file can rest on: a plan, a summary, a
    /// note on a call.
    package init(
        file kind: DocumentKind, library: KindLibrary, client: Entries, jotting: Entries,
        record: TreatmentRecord, on day: Day, instruments: InstrumentLibrary,
        practice: Entries = Entries(), thread: GoldenThread = GoldenThread()
    ) {
        self.init(
            entries: Source.entries(library.clientForm, client, .client)
                + record.entries(
                    diagnosis: client["diagnosis"], codes: library.clientForm.diagnoses,
                    covered: nil, today: day, instruments: instruments)
                + Source.entries(kind.form, jotting, .jotting)
                + Source.minutes(of: jotting)
                + Source.timing(of: client, practice, library) + thread.entries)
    }

    /// What a document for somebody else could rest on, each text with what it tells. What nobody
    /// classified is not among the texts that a consent admits.
    package init(
        letter kind: DocumentKind, library: KindLibrary, client: Entries, practice: Entries,
        letter: Entries, jotting: Entries, record: TreatmentRecord, disclosure: Disclosure,
        authorizedOn: Day?, instruments: InstrumentLibrary
    ) {
        var entries: [SourceEntry] = []
        entries += Source.entries(library.clientForm, client, .client)
        entries += Source.entries(library.practiceForm, practice, .practice, tells: .nothing)
        entries += Source.entries(library.letterForm, letter, .letter, tells: .nothing)
        entries += [
            .computed(.letter, "type", "Type of letter", kind.label, tells: .nothing),
            .computed(.letter, "today", "Date", disclosure.date.spoken, tells: .nothing),
        ]
        if let authorizedOn {
            entries.append(
                .computed(
                    .letter, "authorized-on", "Authorized on", authorizedOn.spoken,
                    tells: .nothing))
        }
        entries += record.entries(
            diagnosis: client["diagnosis"], codes: library.clientForm.diagnoses,
            covered: disclosure.covered, today: disclosure.date, instruments: instruments)
        entries += Source.entries(kind.form, jotting, .jotting)
        self.init(entries: entries)
    }
}
