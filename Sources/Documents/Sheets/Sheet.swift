/// Something to print on paper: a title, blocks from top to bottom, and a line at the foot of
/// each page.
///
/// ``text`` is all of it in 80 columns; `Typesetting` makes a PDF of the same content. A sheet
/// depends on what it is given and nothing else: printed twice, it is the same bytes.
package struct Sheet: Hashable, Sendable {
    package let title: String
    package let blocks: [Block]
    package let footer: String

    /// How much text it holds, in bytes of UTF-8.
    package let length: Int

    /// Control characters, overrides of the writing direction and what can't be seen become "�":
    /// paper shows what is there. Soft hyphens are left out.
    package init(title: String, blocks: [Block], footer: String) {
        var length = 0
        func printable(_ text: String) -> String {
            length += text.utf8.count
            return text.printable
        }
        self.title = printable(title)
        self.blocks = blocks.map { $0.changing(printable) }
        self.footer = printable(footer)
        self.length = length
    }

    package enum Block: Hashable, Sendable {
        case heading(String)
        /// Every line end in it begins a new line.
        case paragraph(String)
        case steps([Step])
        /// Numbered from 1, in large type, in up to four columns, read across.
        case words([String])
        case facts([Fact])
        /// Columns under headings, which stand again on each page, under a title if it has one.
        case table(title: String, columns: [String], rows: [[String]])
        /// Bars side by side from one line up, and what they show in words.
        case bars([Bar], caption: String)
        /// A line that nobody overlooks.
        case bar(String)
        /// A QR code with what it is for beside it.
        case code(payload: String, caption: String)
        /// Labels, each with a line to write on by hand.
        case blanks([String])
        /// What follows begins a page.
        case page
    }

    /// One of a numbered list; what has to be typed stands on a line of its own.
    package struct Step: Hashable, Sendable {
        package let text: String
        package let command: String?

        package init(_ text: String, command: String? = nil) {
            self.text = text
            self.command = command
        }
    }

    /// A count with what it is of; a dark one lies outside what is usual.
    package struct Bar: Hashable, Sendable {
        package let label: String
        package let count: Int
        package let isDark: Bool

        package init(_ label: String, _ count: Int, isDark: Bool = false) {
            self.label = label
            self.count = count
            self.isDark = isDark
        }
    }

    /// A label and its value. An exact value is compared or typed character by character.
    package struct Fact: Hashable, Sendable {
        package let label: String
        package let value: String
        package let isExact: Bool

        package init(_ label: String, _ value: String, isExact: Bool = false) {
            self.label = label
            self.value = value
            self.isExact = isExact
        }
    }
}

extension Sheet.Block {
    /// The same block with each of its texts changed.
    fileprivate func changing(_ change: (String) -> String) -> Self {
        switch self {
        case .heading(let text): .heading(change(text))
        case .paragraph(let text): .paragraph(change(text))
        case .steps(let steps):
            .steps(steps.map { .init(change($0.text), command: $0.command.map(change)) })
        case .words(let words): .words(words.map(change))
        case .facts(let facts):
            .facts(facts.map { .init(change($0.label), change($0.value), isExact: $0.isExact) })
        case .table(let title, let columns, let rows):
            .table(
                title: change(title), columns: columns.map(change),
                rows: rows.map { $0.map(change) })
        case .bars(let bars, let caption):
            .bars(
                bars.map { .init(change($0.label), $0.count, isDark: $0.isDark) },
                caption: change(caption))
        case .bar(let text): .bar(change(text))
        case .code(let payload, let caption):
            .code(payload: change(payload), caption: change(caption))
        case .blanks(let labels): .blanks(labels.map(change))
        case .page: .page
        }
    }
}

extension String {
    /// What paper shows of it; see ``Sheet/init(title:blocks:footer:)``.
    package var printable: String {
        if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return self }
        var printable = UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "\n": printable.append(scalar)
            case "\t": printable.append(" ")
            case "\u{AD}": break
            case _ where scalar.isHidden || scalar.properties.generalCategory == .unassigned:
                printable.append("\u{FFFD}")
            default: printable.append(scalar)
            }
        }
        return String(printable)
    }
}
