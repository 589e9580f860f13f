/// The printed page: plain text, at most 80 columns.
package enum PrintedNote {
    package static let width = 80

    package static func text(of note: Note) -> String {
        if let letter = note.letter { return PrintedLetter.text(of: note, letter) }
        var lines = [note.title.uppercased()]
        if note.isLateEntry { lines.append("LATE ENTRY") }
        lines.append(String(repeating: "=", count: width))
        let column = (note.header.map { $0.label.count }.max() ?? 0) + 3
        for line in note.header {
            let label = (line.label + ":").padded(to: column)
            let wrapped = wrap(line.text, columns: width - column)
            lines.append(label + (wrapped.first ?? ""))
            lines += wrapped.dropFirst().map { String(repeating: " ", count: column) + $0 }
        }
        for section in note.sections {
            lines.append("")
            if !section.heading.isEmpty { lines.append(section.heading.uppercased()) }
            let paragraphs = Dictionary(grouping: section.sentences, by: \.paragraph)
            for (index, number) in paragraphs.keys.sorted().enumerated() {
                if index > 0 { lines.append("") }
                let sentences = paragraphs[number] ?? []
                lines += wrap(sentences.map(\.text).joined(separator: " "), columns: width)
            }
        }
        lines += ["", String(repeating: "-", count: width)]
        lines += signatureBlock(note)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func signatureBlock(_ note: Note) -> [String] {
        var lines = wrap(
            "Signed by \(note.signer.name), \(note.signer.credentials)", columns: width)
        lines += wrap("License: \(note.signer.licence)", columns: width)
        lines += wrap(
            "Signed on \(note.signedAt.spoken), re-authenticated at signing", columns: width)
        if note.isLateEntry {
            let service = note.header.first { $0.label == "Date of service" }?.text ?? "unknown"
            lines += wrap(
                "Late entry: service on \(service), written on \(note.signedAt.day.spoken).",
                columns: width)
        }
        lines.append("")
        lines += wrap(reviewerStatement(note), columns: width)
        lines.append("Document \(note.document.record.hex)")
        return lines
    }

    /// CLINICAL 2.9: who read what a writing aid put together.
    static func reviewerStatement(_ note: Note) -> String {
        "Drafted with a writing aid on the clinician's own computer (\(note.engine)); "
            + (note.signer.attestation ?? "read and approved, sentence by sentence, by the signer.")
    }

    /// Breaks at blanks; a word longer than the line is cut.
    package static func wrap(_ text: String, columns: Int) -> [String] {
        var lines: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = ""
            for word in paragraph.split(separator: " ") {
                var word = word
                if line.isEmpty {
                    line = ""
                } else if line.count + 1 + word.count <= columns {
                    line += " " + word
                    continue
                } else {
                    lines.append(line)
                }
                while word.count > columns {
                    lines.append(String(word.prefix(columns)))
                    word = word.dropFirst(columns)
                }
                line = String(word)
            }
            if !line.isEmpty { lines.append(line) }
        }
        return lines
    }
}

extension String {
    fileprivate func padded(to columns: Int) -> String {
        self + String(repeating: " ", count: max(0, columns - count))
    }
}
