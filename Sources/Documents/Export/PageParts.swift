/// What a signed document shows, in the order of its page, without saying how it is set.
///
/// The words are those of ``PrintedNote/text(of:)``, no more and no fewer: what a format makes of
/// these parts tells nothing that the signed text does not.
struct PageParts {
    /// What stands before the first section.
    let opening: [Block]
    let sections: [Section]
    /// Who signed, and which record it is.
    let closing: [Block]

    enum Block {
        case title(String)
        /// Stands out: LATE ENTRY.
        case mark(String)
        /// The header block of a document that stays.
        case table([Note.HeaderLine])
        case heading(String)
        case paragraph(String)
        /// An address, a signature: each line by itself.
        case lines([String])
        case rule
    }

    struct Section {
        /// Empty where the text runs on.
        let heading: String
        let paragraphs: [String]
        /// The jotting fields it tells, with the sentences that do.
        let sentences: [Sentence]

        var text: [Block] { paragraphs.map(Block.paragraph) }

        var blocks: [Block] { (heading.isEmpty ? [] : [.heading(heading)]) + text }
    }

    var blocks: [Block] { opening + sections.flatMap(\.blocks) + closing }

    init(_ note: Note) {
        var opening: [Block] = []
        var sections: [Section] = []
        var closing: [Block] = []
        for piece in note.printed {
            if case .section(let heading, let paragraphs) = piece {
                sections.append(
                    Section(
                        heading: heading, paragraphs: paragraphs,
                        sentences: note.sections[sections.count].sentences))
            } else if sections.isEmpty {
                opening += piece.blocks
            } else {
                closing += piece.blocks
            }
        }
        self.opening = opening
        self.sections = sections
        self.closing = closing
    }
}

extension PrintedPiece {
    fileprivate var blocks: [PageParts.Block] {
        switch self {
        case .letterhead(let lines): [.lines(lines), .rule]
        case .title(let title, let mark):
            [.title(title)] + [mark].compactMap { $0 }.map { .mark($0) }
        case .facts(let facts): [.table(facts)]
        case .lines(let lines): lines.count == 1 ? lines.map { .paragraph($0) } : [.lines(lines)]
        case .subject(let text): [.title(text)]
        case .section(_, let paragraphs): paragraphs.map { .paragraph($0) }
        case .signature(let closing, let lines):
            [closing].compactMap { $0 }.map { .paragraph($0) } + [.lines(lines)]
        case .notice(let text): [.paragraph(text)]
        case .rule: [.rule]
        case .colophon(let lines): lines.map { .paragraph($0) }
        }
    }
}

extension StringProtocol {
    /// Lines without what can't be seen or steers a terminal: such a sign is shown as U+FFFD.
    var visibleLines: [String] {
        split(separator: "\n", omittingEmptySubsequences: true).map { line in
            String(
                String.UnicodeScalarView(
                    line.unicodeScalars.map { $0.isHidden ? "\u{FFFD}" : $0 })
            ).trimmingBlanks()
        }.filter { !$0.isEmpty }
    }
}
