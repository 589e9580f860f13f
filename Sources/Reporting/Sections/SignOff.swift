internal import Audit
internal import Documents

/// A document on its way, as the trail tells it.
private struct Way {
    let drafted: AuditEntry
    let kind: String
    var signed: AuditEntry?
    var isDiscarded = false
}

extension Evidence {
    var signOff: AuditReport.Section {
        var section = AuditReport.Section(
            2, "Documents and their signatures",
            [
                .init(
                    "45 CFR 164.312(c)(2)",
                    "Be able to show who signed a document, and that it was not changed since.")
            ])
        section.paragraphs = [
            "Each signature is that of the clinician named above, who gives the passphrase for it once more. A signed document never changes: an amendment is a document of its own, with the document that it amends beside it."
        ]
        let ways = ways
        let signed = ways.compactMap { way in way.signed.map { (way, $0) } }
            .filter { isInPeriod($0.1) }
        let waiting = ways.filter { $0.signed == nil && !$0.isDiscarded }
        let hours = signed.map { Int(($0.1.time &- min($0.1.time, $0.0.drafted.time)) / 3_600_000) }
        let first = Set(ways.map(\.drafted.number))
        let again = acts(.documentDraft).filter { !$0.record.isEmpty && !first.contains($0.number) }
        let anew = Set(again.map(\.number))
        section.figures = [
            .count("Drafts made", acts(.documentDraft).filter { !anew.contains($0.number) }),
            .count("Drafted anew from changed entries", again),
            .count("Signed", acts(.documentSign)),
            .count("Amendments begun", acts(.documentAmend)),
            .count("Drafts discarded", acts(.documentDiscard).filter { $0[.outcome] == nil }),
            .count("Drafts taken up again", acts(.documentDiscard).filter { $0[.outcome] != nil }),
            .exceptions(
                "Signatures that the vault refused", acts(.documentSignRefused).map(\.number)),
            .exceptions("Not signed at the end of the period", waiting.map(\.drafted.number)),
            hours.isEmpty
                ? .unknown("Median hours from the draft to the signature", "nothing was signed")
                : .init(
                    "Median hours from the draft to the signature", "\(Self.median(hours))",
                    entries: signed.map(\.1.number)),
            late(signed.map(\.1)),
        ]
        section.pictures = [
            .init(
                title: "Days from the draft to the signature",
                bars: Self.delays(hours).map { .init(label: $0.0, count: $0.1, stands: $0.2) })
        ]
        section.tables = [
            .init(
                name: "documents", title: "By kind, amendments too, in this period",
                columns: ["Kind", "Drafts", "Signed", "Not signed at the end"],
                rows: Set(ways.map(\.kind)).sorted().compactMap { kind in
                    let drafted = ways.filter { $0.kind == kind && isInPeriod($0.drafted) }
                    let done = signed.filter { $0.0.kind == kind }
                    let left = waiting.filter { $0.kind == kind }
                    guard !(drafted.isEmpty && done.isEmpty && left.isEmpty) else { return nil }
                    return AuditReport.Table.Row(
                        [kind, "\(drafted.count)", "\(done.count)", "\(left.count)"],
                        drafted.map(\.drafted.number) + done.map(\.1.number))
                }, empty: "No document was drafted or signed."),
            .init(
                name: "signatures", title: "What was signed",
                columns: [
                    "Signed", "Client", "Document", "Kind", "Amends", "Hours since draft",
                    "Hours since session", "Changed", "Read",
                ],
                rows: zip(signed, hours).map { pair, hours in signature(pair.0, pair.1, hours) },
                empty: "Nothing was signed."),
            .init(
                name: "unsigned", title: "Not signed at the end of the period",
                columns: ["Drafted", "Client", "Document", "Kind", "Days since"],
                rows: waiting.map { way in
                    row(
                        way.drafted, record(way.drafted), way.kind,
                        "\(until.daysSince1970 - way.drafted.localDay)")
                }, empty: "Everything that was drafted is signed or discarded."),
        ]
        return section
    }

    /// Every document that was begun until the period's end, in that order.
    private var ways: [Way] {
        var ways: [[UInt8]: Way] = [:]
        for entry in trail where !entry.record.isEmpty {
            switch entry.act {
            case .documentDraft, .documentAmend:
                if ways[entry.record] == nil {
                    ways[entry.record] = Way(drafted: entry, kind: entry[.kind] ?? "?")
                }
            case .documentSign: ways[entry.record]?.signed = entry
            case .documentDiscard: ways[entry.record]?.isDiscarded = entry[.outcome] == nil
            default: break
            }
        }
        return ways.values.sorted { $0.drafted.number < $1.drafted.number }
    }

    private func signature(_ way: Way, _ entry: AuditEntry, _ hours: Int) -> AuditReport.Table.Row {
        let end = facts.sessionEnds?[entry.record]
        return .init(
            [
                Self.minute(entry), client(entry), record(entry), way.kind,
                facts.amends[entry.record].map(AuditReport.code(of:)) ?? "", "\(hours)",
                end.map { "\((Int(entry.time) - Int($0)) / 3_600_000)" } ?? "",
                entry[.edited].map { $0 + " %" } ?? "unknown",
                entry.secondsRead.map { "\($0) s" } ?? "unknown",
            ], [entry.number])
    }

    private func late(_ signed: [AuditEntry]) -> AuditReport.Figure {
        let label = "Notes signed later than \(facts.lateAfterHours) hours after the session"
        guard let ends = facts.sessionEnds else {
            return .unknown(label, "the trail does not tell when sessions took place")
        }
        let allowed = UInt64(facts.lateAfterHours) * 3_600_000
        return .exceptions(
            label,
            signed.filter { entry in ends[entry.record].map { entry.time > $0 + allowed } ?? false }
                .map(\.number))
    }

    /// Unknown where no act tells.
    private func median(
        _ label: String, _ entries: [AuditEntry], of number: (AuditEntry) -> Int?
    ) -> AuditReport.Figure {
        let known = entries.compactMap { entry in number(entry).map { (entry.number, $0) } }
        guard !known.isEmpty else { return .unknown(label, "no signature of the period tells") }
        return .init(label, "\(Self.median(known.map(\.1)))", entries: known.map(\.0))
    }

    private func tooFast(among signed: [AuditEntry]) -> AuditReport.Figure {
        let label = "Read faster than \(AuditEntry.wordsAMinute) words a minute"
        let isTold = signed.isEmpty || signed.contains { $0.secondsRead != nil }
        guard isTold else { return .unknown(label, "no signature of the period tells") }
        return .exceptions(label, signed.filter(\.isReadTooFast).map(\.number))
    }

    private static func delays(_ hours: [Int]) -> [(String, Int, Bool)] {
        let steps = [
            ("same day", 0..<24, false), ("1 day", 24..<48, false), ("2 to 3", 48..<96, false),
            ("4 to 7", 96..<192, true), ("longer", 192..<Int.max, true),
        ]
        return steps.map { name, span, stands in
            (name, hours.count { span.contains($0) }, stands)
        }
    }

    /// The lower of the two in the middle of an even number.
    static func median(_ numbers: [Int]) -> Int {
        numbers.isEmpty ? 0 : numbers.sorted()[(numbers.count - 1) / 2]
    }

    /// What wrote the drafts, and how they were read.
    var writingAids: AuditReport.Section {
        var section = AuditReport.Section(
            3, "Writing aids",
            [
                .init(
                    "Illinois Public Act 104-0054; California AB 3030",
                    "A licensed clinician reads and approves what a program wrote.")
            ])
        let drafts = acts(.documentDraft, .documentAmend)
        let reviews = Dictionary(grouping: trail.filter { $0.act == .documentReview }, by: \.record)
        let signed = acts(.documentSign)
        let unread = signed.filter { entry in
            !(reviews[entry.record]?.contains { $0.number < entry.number } ?? false)
        }
        section.paragraphs = [
            "No document leaves the vault or counts as signed before its review: each sentence is accepted, changed or rejected by the clinician, who then signs. The aid named built-in puts sentences together from what the clinician entered, without a language model."
        ]
        section.figures = [
            .count("Drafts and amendments by a writing aid", drafts.filter { $0[.engine] != nil }),
            .count("Reviews that were kept", acts(.documentReview)),
            .exceptions("Signed without a review in the trail", unread.map(\.number)),
            median("Median seconds of reading before the signature", signed) { $0.secondsRead },
            tooFast(among: signed),
            median("Median share of a text changed in the review, in per cent", signed) {
                $0[.edited].flatMap(Int.init)
            },
            .count("Signed without a change", signed.filter { $0[.edited] == "0" }),
        ]
        let engines = Dictionary(grouping: drafts) { entry in
            entry.isOpen
                ? [entry[.engine] ?? "none", entry[.model] ?? "none"]
                : ["unknown: the client’s record was destroyed", ""]
        }
        section.tables = [
            .init(
                name: "engines", title: "Which aid wrote how many drafts",
                columns: ["Aid", "Model", "Drafts"],
                rows: engines.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
                    .init($0.key + ["\($0.value.count)"], $0.value.map(\.number))
                }, empty: "No draft was made.")
        ]
        return section
    }
}

extension AuditEntry {
    /// The floor of a review: nobody who checks a text reads faster.
    static let wordsAMinute = 200

    /// Nil where it was not measured, as when decisions come from a file.
    fileprivate var secondsRead: Int? { self[.duration].flatMap(Int.init).map { $0 / 1000 } }

    /// Whether it was signed sooner than its words can be read.
    fileprivate var isReadTooFast: Bool {
        guard let seconds = secondsRead, let words = self[.count].flatMap(Int.init) else {
            return false
        }
        return words * 60 > seconds * Self.wordsAMinute
    }
}
