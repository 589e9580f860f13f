/// The part of a source that a consent admits: all an engine ever sees.
package struct ScopedSource: Equatable, Sendable {
    package let entries: [SourceEntry]
    /// The consent that admitted them.
    package let consent: Consent

    fileprivate init(entries: [SourceEntry], consent: Consent) {
        self.entries = entries
        self.consent = consent
    }

    package func entry(_ id: String) -> SourceEntry? { entries.first { $0.id == id } }

    package func text(_ origin: DocumentKind.Requirement.Origin, _ field: String) -> String? {
        entry(SourceEntry.id(origin, field))?.text
    }

    /// What stands at a span; empty if there is no such entry or the span doesn't fit its text.
    package func text(of span: Span) -> String {
        guard let text = entry(span.entry)?.text, span.start >= 0, span.start <= span.end,
            span.end <= text.utf8.count
        else { return "" }
        let bytes = Array(text.utf8)[span.start..<span.end]
        return String(validating: bytes, as: UTF8.self) ?? ""
    }

    /// The same scope with what the therapist wrote while reviewing.
    func including(edits: [SourceEntry]) -> ScopedSource {
        ScopedSource(entries: entries + edits, consent: consent)
    }
}

extension Consent {
    /// The only way to a scoped source.
    package func admits(_ source: Source) -> ScopedSource {
        ScopedSource(entries: source.entries.filter(admits), consent: self)
    }
}
