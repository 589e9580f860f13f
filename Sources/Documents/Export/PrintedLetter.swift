/// A letter as it is printed: plain text, at most 80 columns.
enum PrintedLetter {
    static func text(of note: Note, _ letter: Letter) -> String {
        let width = PrintedNote.width
        var lines = letter.letterhead.flatMap { PrintedNote.wrap($0, columns: width) }
        lines += [String(repeating: "-", count: width), "", letter.date, ""]
        lines += letter.recipient.flatMap { PrintedNote.wrap($0, columns: width) }
        lines.append("")
        lines += PrintedNote.wrap("Re: \(letter.subject)", columns: width)
        lines += ["", letter.salutation]
        for section in note.sections {
            if !section.heading.isEmpty { lines += ["", section.heading.uppercased()] }
            let paragraphs = Dictionary(grouping: section.sentences, by: \.paragraph)
            for number in paragraphs.keys.sorted() {
                if section.heading.isEmpty || number != paragraphs.keys.min() { lines.append("") }
                let sentences = paragraphs[number] ?? []
                lines += PrintedNote.wrap(
                    sentences.map(\.text).joined(separator: " "), columns: width)
            }
        }
        lines += ["", "Sincerely,", ""]
        lines += PrintedNote.wrap(
            "\(note.signer.name), \(note.signer.credentials)", columns: width)
        lines += PrintedNote.wrap("License: \(note.signer.licence)", columns: width)
        lines.append("Signed electronically on \(note.signedAt.spoken)")
        for notice in letter.notices { lines += [""] + PrintedNote.wrap(notice, columns: width) }
        lines += ["", String(repeating: "-", count: width)]
        lines += PrintedNote.wrap(PrintedNote.reviewerStatement(note), columns: width)
        lines.append("Document \(note.document.record.hex)")
        return lines.joined(separator: "\n") + "\n"
    }
}
