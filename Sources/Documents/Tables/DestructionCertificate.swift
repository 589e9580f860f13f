/// What remains of a client's record that was destroyed: what kinds of things and how many, the
/// dates of care, the rule that had kept it, and where else it may still lie. No name, and nothing
/// of what stood in it.
package struct DestructionCertificate: Codable, Equatable, Sendable {
    /// The client's number, such as C3.
    package let client: String
    package let destroyedAt: Moment
    /// Who destroyed it, with credentials.
    package let signer: String
    package let kinds: [Kind]
    package let firstService: Day?
    package let lastService: Day?
    /// The rule that had kept it longest; nil where none is known.
    package let rule: Rule?
    /// In her words, where no rule's time had come.
    package let reason: String?
    /// The numbers of the stored rows that went, ascending.
    package let rows: [Run]
    /// What had left the vault with this record in it.
    package let copies: [Copy]

    package struct Kind: Codable, Equatable, Sendable {
        package let name: String
        package let count: Int

        package init(name: String, count: Int) {
            self.name = name
            self.count = count
        }
    }

    package struct Rule: Codable, Equatable, Sendable {
        package let id: String
        package let source: String
        /// The first day on which the record might go.
        package let earliest: Day

        package init(_ retention: Retention) {
            id = retention.rule.id
            source = retention.rule.source
            earliest = retention.earliestDestruction
        }
    }

    /// Consecutive numbers.
    package struct Run: Codable, Equatable, Sendable {
        package let first: UInt64
        package let last: UInt64
    }

    /// An export or a backup.
    package struct Copy: Codable, Equatable, Sendable {
        /// The number of its entry in the audit trail; nil where that is an earlier vault's.
        package let entry: UInt64?
        package let what: What
        package let day: Day
        /// SHA-256 of the file, hexadecimal, or ``unknown``.
        package let digest: String
        /// The trail's word for the stick; nil for a disk of the computer's own.
        package let medium: String?
        /// To whom it was handed, as far as that was noted.
        package let recipient: String?

        package static let unknown = "not known"

        package enum What: String, Codable, Sendable {
            case export
            case everything = "export of everything"
            case account = "account of disclosures"
            case backup
            /// It was left out of its own trail, and is not known by its digest.
            case restored = "backup that was brought back"
        }

        package init(
            entry: UInt64?, what: What, day: Day, digest: String, medium: String?,
            recipient: String?
        ) {
            self.entry = entry
            self.what = what
            self.day = day
            self.digest = digest
            self.medium = medium
            self.recipient = recipient
        }
    }

    package init(
        client: String, destroyedAt: Moment, signer: String, kinds: [Kind], firstService: Day?,
        lastService: Day?, rule: Rule?, reason: String?, rows: [UInt64], copies: [Copy]
    ) {
        self.client = client
        self.destroyedAt = destroyedAt
        self.signer = signer
        self.kinds = kinds
        self.firstService = firstService
        self.lastService = lastService
        self.rule = rule
        self.reason = reason
        self.rows = Run.all(in: rows)
        self.copies = copies
    }

    /// What destroying a key does not reach, whatever the program does.
    package static let limits = [
        "Backups and exports that were made before: they hold the record until they are destroyed themselves.",
        "Paper, and files that were saved or printed for use outside the vault.",
        "What a flash disk or a file system keeps of bytes that were overwritten or deleted, the vault's own working files among them.",
        "What was written about the client in the practice's own records, or in another client's.",
        "The audit trail of an earlier vault that was taken over, and entries made by earlier versions of the program: they tell what was done and when, and name no one.",
    ]

    /// The text that is signed, one fact a line.
    package var statement: String {
        var lines = [
            "vault.destruction/v1", "client \(client)", "destroyed \(destroyedAt.iso)",
            "by \(signer)",
        ]
        if let firstService, let lastService {
            lines.append("care \(firstService.iso) \(lastService.iso)")
        }
        if let rule { lines.append("rule \(rule.id) from \(rule.earliest.iso): \(rule.source)") }
        if let reason { lines.append("reason \(reason)") }
        lines += kinds.map { "gone \($0.count) \($0.name)" }
        lines.append("rows " + rows.map(\.text).joined(separator: " "))
        lines += copies.map { copy in
            "copy \(copy.what.rawValue), \(copy.day.iso), entry \(copy.entry.map(String.init) ?? "-"), "
                + "sha256 \(copy.digest), medium \(copy.medium ?? "-"), to \(copy.recipient ?? "-")"
        }
        return lines.map { $0.onOneLine + "\n" }.joined()
    }
}

extension DestructionCertificate.Run {
    fileprivate static func all(in numbers: [UInt64]) -> [Self] {
        numbers.sorted().reduce(into: []) { runs, number in
            if let run = runs.last, number <= run.last + 1 {
                runs[runs.count - 1] = Self(first: run.first, last: number)
            } else {
                runs.append(Self(first: number, last: number))
            }
        }
    }

    fileprivate var text: String { first == last ? "\(first)" : "\(first)-\(last)" }

    package func contains(_ number: UInt64) -> Bool { first <= number && number <= last }
}

extension String {
    /// What was typed over several lines, on one; without what can't be seen.
    fileprivate var onOneLine: String {
        printable.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
