extension ExportFormat {
    /// The signed words as one page for a browser: no script, nothing loaded, made to be printed.
    package static let html = ExportFormat(id: "html", fileName: "document.html") { document in
        Array(Markup.page(document.note).utf8)
    }
}

/// Elements and escaped text: HTML for a browser that is XHTML as well, as FHIR wants it.
package enum Markup {
    static func page(_ note: Note) -> String {
        let parts = PageParts(note)
        let sections = parts.sections.map { "<section>\n\(text(of: $0.blocks))\n</section>" }
        // The title shows in tabs and in the browser's history: no name, no kind.
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped(note.name))</title>
            <style>
            \(style)
            </style>
            </head>
            <body>
            <main class="\(note.letter == nil ? "note" : "letter")">
            <header>
            \(text(of: parts.opening))
            </header>
            \(sections.joined(separator: "\n"))
            <footer>
            \(text(of: parts.closing))
            </footer>
            </main>
            </body>
            </html>

            """
    }

    /// Nothing may run or be loaded, not even if a word should slip through as an element.
    private static let policy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

    private static let style = """
        body { margin: 0; color: #1a1a1a; background: #fff; font: 1rem/1.5 Georgia, serif; }
        main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 1rem; }
        h2 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
        p { margin: 0 0 .75rem; }
        table { border-collapse: collapse; margin: 0 0 1rem; }
        th, td { text-align: left; vertical-align: baseline; padding: 0 1rem .15rem 0; }
        th { font-weight: normal; color: #555; }
        hr { border: 0; border-top: 1px solid #888; margin: 1rem 0; }
        footer { margin-top: 2rem; font-size: .9rem; }
        .letter h1, .letter footer { font-size: 1rem; }
        .letter h1 { margin: 1.25rem 0; }
        @media (max-width: 30rem) { th, td { display: block; } td { padding-bottom: .4rem; } }
        @media print {
          @page { margin: 2cm; }
          body { font-size: 11pt; }
          main { max-width: none; padding: 0; }
          h1, h2 { break-after: avoid; }
          tr, footer { break-inside: avoid; }
          p { orphans: 3; widows: 3; }
        }
        """

    static func text(of blocks: [PageParts.Block]) -> String {
        blocks.map(text).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func text(of block: PageParts.Block) -> String {
        switch block {
        case .title(let text): element("h1", [text])
        case .heading(let text): element("h2", [text])
        case .mark(let text): "<p><strong>\(escaped(text))</strong></p>"
        case .paragraph(let text): element("p", [text])
        case .lines(let lines): element("p", lines)
        case .rule: "<hr/>"
        case .table(let lines): table(lines)
        }
    }

    private static func table(_ lines: [Note.HeaderLine]) -> String {
        let rows = lines.map {
            "<tr><th scope=\"row\">\(escaped($0.label)):</th><td>\(broken([$0.text]))</td></tr>"
        }
        return rows.isEmpty
            ? "" : "<table><tbody>\n\(rows.joined(separator: "\n"))\n</tbody></table>"
    }

    private static func element(_ name: String, _ lines: [String]) -> String {
        let text = broken(lines)
        return text.isEmpty ? "" : "<\(name)>\(text)</\(name)>"
    }

    private static func broken(_ lines: [String]) -> String {
        lines.flatMap(\.visibleLines).map(escaped).joined(separator: "<br/>\n")
    }

    package static func escaped(_ text: String) -> String {
        var escaped = ""
        for letter in text.unicodeScalars {
            switch letter {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(letter)
            }
        }
        return escaped
    }
}
