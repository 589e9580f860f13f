/// Everything a document may rest on: the client's file, the session, and what was jotted down.
package struct Source: Codable, Equatable, Sendable {
    package let entries: [SourceEntry]

    init(entries: [SourceEntry]) { self.entries = entries }

    /// The entries keep the order of their forms. Minutes and the client's alias are computed.
    package init(
        client: Entries, session: Entries, jotting: Entries, kind: DocumentKind,
        library: KindLibrary, practice: Entries = Entries(), thread: GoldenThread = GoldenThread()
    ) {
        var entries: [SourceEntry] = []
        entries += Source.entries(library.clientForm, client, .client)
        entries += Source.entries(library.sessionForm, session, .session)
        entries += Source.entries(kind.form, jotting, .jotting)
        if let name = client["name"] {
            entries.append(
                .computed(
                    DocumentKind.Requirement.Origin.client, "alias", "Alias",
                    Source.alias(of: name)))
        }
        entries += Source.minutes(of: session) + Source.timing(of: client, practice, library)
        entries += thread.entries
        self.entries = entries
    }

    /// The length of a session or of another contact.
    static func minutes(of timed: Entries) -> [SourceEntry] {
        guard let start = timed["start"].flatMap(ClockTime.init),
            let stop = timed["stop"].flatMap(ClockTime.init), start < stop
        else { return [] }
        return [
            .computed(.session, "minutes", "Minutes", String(start.minutes(until: stop)))
        ]
    }

    /// How soon it has to be signed, by the strictest state or payer.
    static func timing(
        of client: Entries, _ practice: Entries, _ library: KindLibrary
    ) -> [SourceEntry] {
        library.rulebook.lateEntry(
            jurisdiction: practice["jurisdiction"] ?? client["state"], payer: client["payer"]
        ).entries
    }

    /// What is filled in, in the order of the form.
    static func entries(
        _ form: Form, _ filled: Entries, _ origin: DocumentKind.Requirement.Origin,
        tells: Telling? = nil
    ) -> [SourceEntry] {
        form.fields.compactMap { field in
            filled[field.id].map { text in
                SourceEntry(
                    id: SourceEntry.id(origin, field.id), label: field.label, text: text,
                    shown: field.shown(text),
                    origin: filled.carriedFrom(field.id) == nil ? .entered : .carried,
                    carriedFrom: filled.carriedFrom(field.id), tells: tells ?? field.tells)
            }
        }
    }

    /// The initials of a name: M.E. for Mira Example.
    package static func alias(of name: String) -> String {
        name.split { $0.isWhitespace || $0 == "-" }
            .compactMap { $0.first { $0.isLetter } }
            .map { "\($0.uppercased())." }.joined()
    }
}

/// One text of the source, under an id such as `jotting/reported`.
package struct SourceEntry: Codable, Equatable, Sendable {
    package let id: String
    package let label: String
    package let text: String
    /// The text as a person reads it; the same, but for choices, dates and times.
    package let shown: String
    package let origin: TextOrigin
    /// The day of the session that a carried text comes from.
    package let carriedFrom: String?
    /// What it tells about the client; nil if nobody said so, and then it leaves in nothing.
    package let tells: Telling?

    package init(
        id: String, label: String, text: String, shown: String, origin: TextOrigin,
        carriedFrom: String? = nil, tells: Telling? = nil
    ) {
        self.id = id
        self.label = label
        self.text = text
        self.shown = shown
        self.origin = origin
        self.carriedFrom = carriedFrom
        self.tells = tells
    }

    package static func id(_ origin: DocumentKind.Requirement.Origin, _ field: String) -> String {
        "\(origin.rawValue)/\(field)"
    }

    static func computed(
        _ origin: DocumentKind.Requirement.Origin, _ field: String, _ label: String,
        _ text: String, tells: Telling? = nil
    ) -> SourceEntry {
        SourceEntry(
            id: id(origin, field), label: label, text: text, shown: text, origin: .computed,
            tells: tells)
    }
}

/// Where a text comes from.
package enum TextOrigin: String, Codable, Sendable {
    /// The therapist wrote it.
    case entered
    /// It stood in an earlier signed document.
    case carried
    /// It was worked out from what she wrote: minutes, bands, differences.
    case computed
    /// Fixed wording that says what she chose.
    case template
}
