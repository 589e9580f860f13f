internal import Audit
internal import Documents

/// The report as one page that needs nothing beside it, and checks itself in the browser.
///
/// Reading needs no script. A policy lets the page run the one script it carries and load nothing.
extension AuditReport {
    package var html: String {
        let (script, style) = (Self.script, Self.style)
        let policy =
            "default-src 'none'; script-src 'sha256-\(Self.digest(script))'; "
            + "style-src 'sha256-\(Self.digest(style))'; base-uri 'none'; form-action 'none'"
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Self.escaped(title)), \(from.iso) to \(until.iso)</title>
            <style>\(style)</style>
            </head>
            <body>
            <main>
            <header>
            <h1>\(Self.escaped(title))</h1>
            <table class="facts"><tbody>
            \(heading.map(Self.line).joined(separator: "\n"))
            </tbody></table>
            </header>
            <aside id="check" data-result="none" aria-live="polite">
            <h2>Is this what was signed?</h2>
            <p>Not checked yet: this needs a browser that runs the page’s own script. \
            Section 15 tells of other ways.</p>
            </aside>
            <nav><ol>
            \(sections.map { "<li><a href=\"#s\($0.number)\">\(Self.escaped($0.title))</a></li>" }
                .joined(separator: "\n"))
            </ol></nav>
            \(sections.map(Self.section).joined(separator: "\n"))
            <section id="acts">
            <h2>The acts of the period</h2>
            <p>With those before it that a section refers to. Times are those of the place, with \
            their distance from UTC. Clients and records are codes.</p>
            <table id="entries" data-from="\(from.daysSince1970)" data-until="\(until.daysSince1970)">
            <thead><tr><th>Entry</th><th>Time</th><th>Act</th><th>Client</th><th>Record</th>\
            <th>Details</th></tr></thead>
            <tbody>
            \(entries.map(Self.row).joined(separator: "\n"))
            </tbody>
            </table>
            <div id="proof" hidden><h3></h3><p></p><pre></pre></div>
            </section>
            </main>
            <script type="text/plain" id="trail">
            \(trail)</script>
            <script>\(script)</script>
            </body>
            </html>

            """
    }

    private static let script = String(decoding: PackageResources.check_js, as: UTF8.self)
    private static let style = String(decoding: PackageResources.report_css, as: UTF8.self)

    private static func digest(_ text: String) -> String { Hash(of: Array(text.utf8)).base64 }

    private static func escaped(_ text: String) -> String { Markup.escaped(text.printable) }

    private static func line(_ line: Line) -> String {
        "<tr><th scope=\"row\">\(escaped(line.label))</th><td>\(escaped(line.value))</td></tr>"
    }

    private static func section(_ section: Section) -> String {
        let laws = section.laws.map {
            "<li><b>\(escaped($0.paragraph))</b> \(escaped($0.asks))</li>"
        }
        var parts = [
            "<h2>\(section.number). \(escaped(section.title))</h2>",
            "<ul class=\"laws\">\n\(laws.joined(separator: "\n"))\n</ul>",
        ]
        parts += section.paragraphs.map { "<p>\(escaped($0))</p>" }
        if !section.figures.isEmpty {
            let rows = section.figures.map(figure).joined(separator: "\n")
            parts.append("<table class=\"figures\"><tbody>\n\(rows)\n</tbody></table>")
        }
        parts += section.pictures.map(\.svg)
        parts += section.tables.map(table)
        return "<section id=\"s\(section.number)\">\n\(parts.joined(separator: "\n"))\n</section>"
    }

    /// A count opens to the numbers of its entries.
    private static func figure(_ figure: Figure) -> String {
        let value =
            figure.entries.isEmpty
            ? escaped(figure.value)
            : "<details><summary>\(escaped(figure.value))</summary>\(links(figure.entries))</details>"
        return """
            <tr class="\(figure.standing.rawValue)"><th scope="row">\(escaped(figure.label))</th>\
            <td>\(value)</td><td>\(figure.standing.word)</td></tr>
            """
    }

    private static func table(_ table: Table) -> String {
        guard !table.rows.isEmpty else {
            return table.empty.isEmpty
                ? "" : "<h3>\(escaped(table.title))</h3>\n<p>\(escaped(table.empty))</p>"
        }
        let hasEntries = table.rows.contains { !$0.entries.isEmpty }
        let columns = (table.columns + (hasEntries ? ["Entries"] : [])).map {
            "<th>\(escaped($0))</th>"
        }
        let rows = table.rows.map { row in
            let cells = row.cells.map(cell).joined()
            let entries =
                row.entries.count > 3
                ? "<details><summary>\(row.entries.count)</summary>\(links(row.entries))</details>"
                : links(row.entries)
            return "<tr>\(cells)\(hasEntries ? "<td>\(entries)</td>" : "")</tr>"
        }
        return """
            <h3>\(escaped(table.title))</h3>
            <table><thead><tr>\(columns.joined())</tr></thead><tbody>
            \(rows.joined(separator: "\n"))
            </tbody></table>
            """
    }

    /// A digest has no blank to break a line at.
    private static func cell(_ text: String) -> String {
        let isExact = text.count > 40 && !text.contains(" ")
        return "<td\(isExact ? " class=\"exact\"" : "")>\(escaped(text))</td>"
    }

    private static func links(_ entries: [UInt64]) -> String {
        entries.map { "<a href=\"#e\($0)\">\($0)</a>" }.joined(separator: " ")
    }

    private static func row(_ row: EntryRow) -> String {
        """
        <tr id="e\(row.number)" data-time="\(row.time)" data-zone="\(row.zone)"><td>\(row.number)</td>\
        <td>\(row.moment)</td><td>\(escaped(row.act))</td><td>\(escaped(row.client))</td>\
        <td>\(escaped(row.record))</td><td>\(escaped(row.details.joined(separator: "; ")))</td></tr>
        """
    }
}

extension AuditReport.Figure.Standing {
    /// What is printed beside it.
    var word: String {
        switch self {
        case .shown: ""
        case .holds: "holds"
        case .explain: "to be explained"
        case .unknown: "unknown"
        }
    }
}
