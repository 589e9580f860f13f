internal import Documents

/// The pieces of a document as paragraphs and tables of WordprocessingML.
struct WordBody {
    private var blocks: [Block] = []
    /// A line is to stand above the next paragraph.
    private var isRuled = false

    private enum Block {
        case paragraph(Paragraph)
        case table([Note.HeaderLine])
    }

    private struct Paragraph {
        let style: WordStyle.ID
        let text: String
        /// Who signed.
        var bold = ""
        /// `top` or `bottom`.
        var line: String?
        var staysWithNext = false
    }

    /// From the end of the last section on everything stays together, so that a signature never
    /// stands alone on a page; the rest of that is in the styles.
    init(_ note: Note) {
        var isClosing = false
        for piece in note.printed {
            if piece.closes, !isClosing { change(\.staysWithNext, to: true) }
            isClosing = isClosing || piece.closes
            add(piece)
        }
    }

    /// The page exactly as it was signed, for a document that would be printed otherwise today.
    init(verbatim text: String) {
        for paragraph in text.split(separator: "\n\n") { add(.verbatim, String(paragraph)) }
    }

    private mutating func add(_ piece: PrintedPiece) {
        switch piece {
        case .letterhead(let lines):
            add(.practice, lines.prefix(1).joined())
            add(.place, lines.dropFirst().joined(separator: "\n"))
            change(\.line, to: "bottom")
        case .title(let title, let mark):
            add(.heading1, title)
            add(.mark, mark ?? "")
        case .facts(let facts): if !facts.isEmpty { blocks.append(.table(facts)) }
        case .lines(let lines): add(.address, lines.joined(separator: "\n"))
        case .subject(let text): add(.heading1, text)
        case .section(let heading, let paragraphs):
            add(.heading2, heading)
            for paragraph in paragraphs { add(.normal, paragraph) }
        case .signature(let closing, let lines):
            add(.closing, closing ?? "")
            add(
                .signature, lines.dropFirst().map { "\n" + $0 }.joined(),
                bold: lines.first ?? "")
        case .notice(let text): add(.notice, text)
        case .rule: isRuled = true
        case .colophon(let lines): for line in lines { add(.colophon, line) }
        }
    }

    private mutating func add(_ style: WordStyle.ID, _ text: String, bold: String = "") {
        guard !text.isEmpty || !bold.isEmpty else { return }
        blocks.append(.paragraph(Paragraph(style: style, text: text, bold: bold)))
        if isRuled { change(\.line, to: "top") }
        isRuled = false
    }

    /// Of the last block.
    private mutating func change<Value>(
        _ property: WritableKeyPath<Paragraph, Value>, to value: Value
    ) {
        guard case .paragraph(var paragraph) = blocks.last else { return }
        paragraph[keyPath: property] = value
        blocks[blocks.count - 1] = .paragraph(paragraph)
    }

    /// One block a line, for a document whose text is so wide, in twentieths of a point. The last
    /// one is always a paragraph, as the schema wants it.
    func xml(column: Int) -> String {
        blocks.map { block in
            switch block {
            case .paragraph(let paragraph): Self.xml(paragraph)
            case .table(let facts): Self.xml(facts, column)
            }
        }.joined(separator: "\n")
    }

    /// The properties in the order that the schema wants (ECMA-376, part 1, 17.3.1.26).
    private static func xml(_ paragraph: Paragraph) -> String {
        let line = paragraph.line.map {
            "<w:pBdr><w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"7\" w:color=\"808080\"/>"
                + "</w:pBdr>"
        }
        let direction =
            WordText.isRightToLeft(paragraph.bold + paragraph.text) ? "<w:bidi/>" : ""
        return """
            <w:p><w:pPr><w:pStyle w:val="\(paragraph.style.value)"/>\
            \(paragraph.staysWithNext ? "<w:keepNext/>" : "")\(line ?? "")\(direction)\
            \(paragraph.line == "top" ? "<w:spacing w:before=\"280\"/>" : "")</w:pPr>\
            \(WordText.runs(paragraph.bold, isBold: true))\(WordText.runs(paragraph.text))</w:p>
            """
    }

    /// The first column heads the rows, none of which is cut.
    private static func xml(_ facts: [Note.HeaderLine], _ column: Int) -> String {
        let widths = [column * 3 / 10, column - column * 3 / 10]
        let rows = facts.map { fact in
            let cells = zip([(WordStyle.ID.label, fact.label + ":"), (.cell, fact.text)], widths)
                .map { cell, width in
                    "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr>"
                        + xml(Paragraph(style: cell.0, text: cell.1)) + "</w:tc>"
                }
            return "<w:tr><w:trPr><w:cantSplit/></w:trPr>" + cells.joined() + "</w:tr>"
        }
        let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
        return """
            <w:tbl><w:tblPr><w:tblStyle w:val="Facts"/>\
            <w:tblW w:w="\(column)" w:type="dxa"/><w:tblLayout w:type="fixed"/>\
            <w:tblLook w:val="0680" w:firstRow="0" w:lastRow="0" w:firstColumn="1" \
            w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>
            \(rows.joined(separator: "\n"))
            </w:tbl>
            """
    }
}
