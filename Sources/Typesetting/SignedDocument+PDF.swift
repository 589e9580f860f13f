package import Documents

extension ExportFormat {
    /// Pages to print, to send and to have read aloud.
    package static let pdf = ExportFormat(id: "pdf", fileName: "document.pdf") { document in
        try document.pdf()
    }
}

extension SignedDocument {
    /// The document on paper: the words that were signed, and at the foot of each page whose it is.
    ///
    /// Equal documents on equal paper are equal bytes, as long as the same fonts are installed. The
    /// file tells nothing about itself: no author, no date, no program.
    package func pdf(on paper: Paper = .letter) throws(TypesettingError) -> [UInt8] {
        guard text.utf8.count <= Typesetter.mostBytes else { throw .tooLong }
        let compositor = try Compositor(paper: paper.with(margin: 25.4 * Paper.millimetre))
        // A page of another version of this program is kept as it was signed.
        let slabs =
            PrintedNote.text(of: note) == text
            ? try compositor.slabs(of: note) : try compositor.verbatim(text)
        let foot = try Foot(of: note, by: compositor)
        let margin = compositor.paper.margin
        return try compositor.file(of: slabs, height: foot.top - margin - 14) {
            foot.draw(number: $0, on: $1)
        }
    }
}

/// What stands at the foot of each page of a document.
private struct Foot {
    let top: Double
    private let left: Double
    private let right: Double
    private let lines: [(SetText, SetText?)]

    init(of note: Note, by compositor: borrowing Compositor) throws(TypesettingError) {
        let paper = compositor.paper
        left = paper.margin
        right = paper.margin + paper.column
        let identifiers = try compositor.clipped(
            note.identifiers.joined(separator: " · "), in: .footer, measure: paper.column * 0.82)
        let notice = try compositor.set(note.confidentiality, in: .footer)
        let document = try compositor.set(note.name, in: .footer)
        lines = [(identifiers, nil), (notice, document)]
        top = paper.height - paper.lowerMargin - 2 * Style.footer.leading - 6
    }

    func draw(number: SetText, on canvas: borrowing Canvas) {
        canvas.rule(x: left, y: top - 5, length: right - left, gray: 0.5)
        for (index, (text, other)) in lines.enumerated() {
            let baseline = top + Style.footer.leading * (Double(index) + 0.75)
            let other = other ?? number
            canvas.show(text, line: 0, x: left, baseline: baseline, gray: 0.3)
            canvas.show(other, line: 0, x: right - other.width, baseline: baseline, gray: 0.3)
        }
    }
}
