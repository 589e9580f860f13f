/// A piece of a signed document as it is printed.
///
/// The plain text and the pages are both made of these, so that they can't say different words.
package enum PrintedPiece: Equatable, Sendable {
    /// Of the practice; its name first.
    case letterhead([String])
    /// With what marks it, such as a late entry.
    case title(String, mark: String?)
    case facts([Note.HeaderLine])
    /// The date of a letter, its recipient, its salutation.
    case lines([String])
    case subject(String)
    /// The heading may be empty.
    case section(heading: String, paragraphs: [String])
    case signature(closing: String?, [String])
    /// What the law wants to stand under a letter.
    case notice(String)
    case rule
    /// How the document was made, and its number.
    case colophon([String])
}

extension Note {
    /// All of it, from top to bottom.
    package var printed: [PrintedPiece] {
        if let letter { return printed(letter) }
        return [.title(title, mark: isLateEntry ? "LATE ENTRY" : nil), .facts(header)]
            + sections.map(\.printed)
            + [.rule, .signature(closing: nil, signature), .colophon(colophon)]
    }

    private func printed(_ letter: Letter) -> [PrintedPiece] {
        [
            .letterhead(letter.letterhead), .lines([letter.date]), .lines(letter.recipient),
            .subject("Re: \(letter.subject)"), .lines([letter.salutation]),
        ] + sections.map(\.printed) + [.signature(closing: "Sincerely,", letterSignature)]
            + letter.notices.map(PrintedPiece.notice) + [.rule, .colophon(colophon)]
    }

    /// What tells on every page whose it is, with no word that the document has not: two identifiers
    /// of the client (CLINICAL 2.1), or what a letter is about.
    package var identifiers: [String] {
        if let letter { return ["Re: \(letter.subject)"] }
        let client = header.filter { $0.label == "Client" }.prefix(1)
        let other = header.filter { ["Date of birth", "Record no."].contains($0.label) }.prefix(1)
        return (client + other).map { "\($0.label): \($0.text)" }
    }

    /// Who may read it, told on every page.
    package var confidentiality: String {
        letter == nil
            ? "Confidential. Part of a client’s record."
            : "Confidential. Only for the recipient named in this letter."
    }

    private var signature: [String] {
        let lines = [
            "Signed by \(signer.name), \(signer.credentials)", "License: \(signer.licence)",
            "Signed on \(signedAt.spoken), re-authenticated at signing",
        ]
        guard isLateEntry else { return lines }
        let service = header.first { $0.label == "Date of service" }?.text ?? "unknown"
        return lines + [
            "Late entry: service on \(service), written on \(signedAt.day.spoken)."
        ]
    }

    private var letterSignature: [String] {
        [
            "\(signer.name), \(signer.credentials)", "License: \(signer.licence)",
            "Signed electronically on \(signedAt.spoken)",
        ]
    }

    /// Which record it is: the last line.
    package var name: String { "Document \(document.record.hex)" }

    /// CLINICAL 2.9: who read what a writing aid put together.
    private var colophon: [String] {
        [
            "Drafted with a writing aid on the clinician's own computer (\(engine)); "
                + (signer.attestation
                    ?? "read and approved, sentence by sentence, by the signer."),
            name,
        ]
    }
}

extension Draft.Section {
    fileprivate var printed: PrintedPiece {
        let paragraphs = Dictionary(grouping: sentences, by: \.paragraph)
        return .section(
            heading: heading,
            paragraphs: paragraphs.keys.sorted().map { number in
                (paragraphs[number] ?? []).map(\.text).joined(separator: " ")
            })
    }
}
