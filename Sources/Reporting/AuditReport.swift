internal import Audit
package import Documents

/// What a compliance reviewer is handed: the evidence of one period, in sections.
///
/// It names no client and quotes no record: what is known of a client is a code. It depends on the
/// trail up to the period's last day and on the facts it was given, and on nothing else: made twice
/// of the same, it is the same bytes. So it does not tell when it was made; the trail does.
package struct AuditReport: Encodable, Equatable, Sendable {
    package let title: String
    package let from: Day
    package let until: Day
    package let heading: [Line]
    package let sections: [Section]
    /// The acts of the period, and those before it that a section refers to.
    package let entries: [EntryRow]
    /// The whole trail as it travels (``TrailFile``), up to the period's last act.
    package let trail: String
    /// The signed checkpoint over it: a witness on the stick that it goes to.
    package let checkpoint: String

    private enum CodingKeys: String, CodingKey {
        case title, from, until, heading, sections, entries
    }

    /// A label and what is known of it.
    package struct Line: Encodable, Equatable, Sendable {
        package let label: String
        package let value: String

        init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    /// A question of the reviewer's, what the law asks for, and the evidence.
    package struct Section: Encodable, Equatable, Sendable {
        package let number: Int
        package let title: String
        package let laws: [Law]
        package var paragraphs: [String] = []
        package var figures: [Figure] = []
        package var pictures: [Picture] = []
        package var tables: [Table] = []

        init(_ number: Int, _ title: String, _ laws: [Law]) {
            self.number = number
            self.title = title
            self.laws = laws
        }

        /// What she has to explain, and what nobody can tell from here.
        package var exceptions: [Figure] { figures.filter { $0.standing == .explain } }
    }

    /// A paragraph and, in our words, what it asks for.
    package struct Law: Encodable, Equatable, Sendable {
        package let paragraph: String
        package let asks: String

        init(_ paragraph: String, _ asks: String) {
            self.paragraph = paragraph
            self.asks = asks
        }
    }

    /// One thing that is counted or stated, with the entries that show it.
    package struct Figure: Encodable, Equatable, Sendable {
        package let label: String
        package let value: String
        package let standing: Standing
        package let entries: [UInt64]

        /// `unknown` is never a pass: nothing here can tell.
        package enum Standing: String, Encodable, Sendable {
            case shown
            case holds
            case explain
            case unknown
        }

        init(
            _ label: String, _ value: String, _ standing: Standing = .shown,
            entries: [UInt64] = []
        ) {
            self.label = label
            self.value = value
            self.standing = standing
            self.entries = entries
        }

        /// How many acts there are, and which.
        static func count(
            _ label: String, _ entries: [AuditEntry], _ standing: Standing = .shown
        ) -> Figure {
            Figure(label, "\(entries.count)", standing, entries: entries.map(\.number))
        }

        /// The same where each one must be explained.
        static func exceptions(_ label: String, _ entries: [UInt64]) -> Figure {
            Figure(
                label, "\(entries.count)", entries.isEmpty ? .holds : .explain, entries: entries)
        }

        static func unknown(_ label: String, _ why: String) -> Figure {
            Figure(label, "unknown: \(why)", .unknown)
        }
    }

    /// Bars side by side, each with the entries that it counts.
    package struct Picture: Encodable, Equatable, Sendable {
        package let title: String
        package let bars: [Bar]

        package struct Bar: Encodable, Equatable, Sendable {
            package let label: String
            package let count: Int
            /// Whether it lies outside what is usual.
            package var stands = false
        }
    }

    package struct Table: Encodable, Equatable, Sendable {
        /// A word for file names.
        package let name: String
        package let title: String
        package let columns: [String]
        package let rows: [Row]
        /// What is said where there are none.
        package let empty: String

        package struct Row: Encodable, Equatable, Sendable {
            package let cells: [String]
            package let entries: [UInt64]

            init(_ cells: [String], _ entries: [UInt64] = []) {
                self.cells = cells
                self.entries = entries
            }
        }
    }

    /// An act of the period as a reader is shown it; the page's script compares it with the entry.
    package struct EntryRow: Encodable, Equatable, Sendable {
        package let number: UInt64
        /// Milliseconds since 1970 UTC, and minutes east of it.
        package let time: UInt64
        package let zone: Int
        package let act: String
        package let client: String
        package let record: String
        /// Key and value, as the opening has them.
        package let details: [String]

        /// The local time with its zone.
        package var moment: String {
            Moment(milliseconds: Int64(clamping: time), zoneOffsetMinutes: zone)?.iso ?? "?"
        }
    }
}
