extension ExportFormat {
    /// The signed words as CommonMark 0.31, in which none of them means anything but itself.
    package static let markdown = ExportFormat(id: "markdown", fileName: "document.md") {
        document in
        Array(Markdown.text(of: PageParts(document.note)).utf8)
    }
}

/// CommonMark: paragraphs apart by an empty line, hard line breaks as a backslash.
enum Markdown {
    static func text(of page: PageParts) -> String {
        page.blocks.map(text).filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private static func text(of block: PageParts.Block) -> String {
        switch block {
        case .title(let text): "# " + line(text)
        case .heading(let text): "## " + line(text)
        case .mark(let text): "**\(line(text))**"
        case .paragraph(let text): broken(text.visibleLines)
        case .lines(let lines): broken(lines.flatMap(\.visibleLines))
        case .rule: "---"
        case .table(let lines):
            lines.map { "- **\(line($0.label)):** " + broken($0.text.visibleLines, indent: "  ") }
                .joined(separator: "\n")
        }
    }

    private static func line(_ text: String) -> String {
        escaped(text.visibleLines.joined(separator: " "))
    }

    private static func broken(_ lines: [String], indent: String = "") -> String {
        lines.map(escaped).joined(separator: "\\\n" + indent)
    }

    /// Signs that mean something anywhere.
    private static let active = Set("\\`*_[]<>&~|#".unicodeScalars)

    /// A line of text as a line of CommonMark that shows it.
    static func escaped(_ line: String) -> String {
        let letters = Array(line.unicodeScalars)
        // At the beginning of a line these would open a list or underline a heading.
        let number = letters.prefix { ("0"..."9").contains($0) }.count
        var opening: Int?
        if let first = letters.first, "-+=".unicodeScalars.contains(first) { opening = 0 }
        if number > 0, number < letters.count, ".)".unicodeScalars.contains(letters[number]) {
            opening = number
        }
        var text = String.UnicodeScalarView()
        for (place, letter) in letters.enumerated() {
            if place == opening || active.contains(letter) { text.append("\\") }
            text.append(letter)
        }
        return String(text)
    }
}
