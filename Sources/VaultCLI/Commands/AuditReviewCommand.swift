internal import ArgumentParser
internal import Audit
internal import Documents
internal import VaultCore

struct AuditReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Look through what was done, and sign that you did.",
        discussion: """
            Shows what stands out since your last signed review, with the numbers of its audit \
            entries: failed openings, odd hours, many charts in an hour, exports that never \
            ended, and more. With --sign it asks what you found and for your passphrase \
            (45 CFR 164.308(a)(1)(ii)(D)). What you write is sealed.

            Examples:
              vault audit review
              vault audit review --sign
              vault audit review --from 2026-10-01 --to 2026-10-31
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var output: OutputOptions
    @Option(
        name: .customLong("from"), help: ArgumentHelp("The first day.", valueName: "date"))
    var first: String?
    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("The last day (default: today).", valueName: "date"))
    var last: String?
    @Flag(help: "Sign that you looked through it.") var sign = false
    @Option(
        help: ArgumentHelp(
            "Read a line `finding: text` from a file; - is standard input.", valueName: "file"))
    var finding: String?
    @Flag(help: "Ask nothing: sign without a finding.") var noInput = false

    func validate() throws {
        guard sign || (finding == nil && !noInput) else {
            throw ValidationError("--finding and --no-input go with --sign.")
        }
        guard !sign || !output.json else {
            throw ValidationError("--json shows, and --sign signs: use one of them.")
        }
    }

    func run() throws {
        let from = try day(first, "--from")
        let until = try day(last, "--to") ?? Places.now.day
        guard until <= Places.now.day, from.map({ $0 <= until }) ?? true else {
            throw ValidationError("--from comes before --to, and neither lies in the future.")
        }
        let closed = try options.closed()
        // With an open session she is asked after she has seen what she signs for; without one,
        // opening just now is the proof of who she is.
        var isOpenAlready = false
        let vault: Vault
        if sign, options.passphraseDescriptor == nil, let key = try options.session(closed).key() {
            vault = try closed.unlock(with: key)
            isOpenAlready = true
        } else {
            vault = try sign ? options.openAgain() : options.open()
        }
        try vault.requireCurrent()
        let activity = try vault.activity(from: from, until: until)
        if output.json {
            Output.json(ActivityJSON(activity))
        } else {
            ActivityView(activity: activity).show()
        }
        guard sign else {
            try vault.commit(AuditEvent(.auditView, details: [.kind: "review"]))
            if !output.json {
                Console.print("")
                Console.print("`vault audit review --sign` notes that you looked.")
            }
            return
        }
        let finding = try askForFinding()
        if isOpenAlready {
            try closed.authenticate(
                with: try options.passphrase(for: closed, "Passphrase, to sign that you looked: "))
        }
        let record = try vault.sign(activity, finding: finding)
        Console.print("")
        Console.print("Signed as \(record.shortName). `vault audit reviews` lists what you signed.")
    }

    private func askForFinding() throws -> String? {
        let terminal = noInput ? nil : Terminal()
        let questions = FormQuestions(form: try Library.findingForm(), terminal: terminal)
        if noInput, finding == nil { return nil }
        return try Interruption.during {
            try questions.fill(from: finding, noInput: noInput)["finding"]
        }
    }

    private func day(_ text: String?, _ option: String) throws -> Day? {
        guard let text else { return nil }
        guard let day = Day(iso: text) else {
            throw ValidationError("\(option) takes a day, such as 2026-10-01.")
        }
        return day
    }
}

struct AuditReviewsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reviews",
        abstract: "List the reviews you signed, with their periods and findings.",
        discussion: """
            Example:
              vault audit reviews
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var output: OutputOptions

    private struct ReviewJSON: Encodable {
        let review: String
        let signed: String
        let signer: String
        let from: String
        let until: String
        let acts: Int
        let unusual: [ActivityReview.Found]
        let finding: String?
    }

    func run() throws {
        let vault = try options.open()
        try vault.requireCurrent()
        try vault.commit(AuditEvent(.auditView, details: [.kind: "reviews"]))
        let rows = try vault.activityReviews().map { record, review in
            ReviewJSON(
                review: record.shortName, signed: review.signedAt.iso, signer: review.signer,
                from: review.from.iso, until: review.until.iso, acts: review.acts,
                unusual: review.found, finding: review.finding)
        }
        if output.json {
            Output.json(rows)
        } else {
            Output.table(
                ["REVIEW", "SIGNED", "FROM", "UNTIL", "ACTS", "STOOD OUT", "FINDING"],
                rows.map {
                    [
                        $0.review, String($0.signed.prefix(10)), $0.from, $0.until, "\($0.acts)",
                        "\($0.unusual.count)", $0.finding ?? "",
                    ]
                }, empty: "No review is signed yet. `vault audit review --sign` signs one.")
        }
        try vault.requireWhole()
    }
}

/// What stands out, in her words.
private struct ActivityView {
    let activity: Activity

    func show() {
        let summary = activity.summary
        Console.print("\(activity.from.spoken) to \(activity.until.spoken)")
        let entries = summary.entries.map { " (entries \($0.lowerBound) to \($0.upperBound))" }
        Output.table(
            [],
            [
                ["  Acts", "\(summary.acts)\(entries ?? "")"],
                ["  Opened", "\(summary.openings)"], ["  Locked", "\(summary.locks)"],
                ["  Clients", "\(summary.clients)"], ["  Signed", "\(summary.signed)"],
                ["  Exports", "\(summary.exports)"], ["  Backups", "\(summary.backups)"],
            ], empty: "")
        Console.print("")
        guard !activity.unusual.isEmpty else {
            Console.print("Nothing stands out.")
            return
        }
        Console.print("What stands out")
        for acts in activity.unusual {
            Console.print(
                Paragraph.wrapped("\(acts.words) (\(acts.entryWords))", indent: "  "))
        }
        Console.print("`vault audit log` shows each entry.")
    }
}

extension UnusualActs {
    /// As many numbers as fit a line; the JSON has them all.
    private static let mostNumbers = 12

    fileprivate var entryWords: String {
        let shown = entries.prefix(Self.mostNumbers).map(String.init).joined(separator: ", ")
        let left = entries.count - Self.mostNumbers
        let more = left > 0 ? " and \(left) more" : ""
        return (entries.count == 1 ? "entry " : "entries ") + shown + more
    }

    fileprivate var words: String {
        let number = { (one: String, many: String) in "\(count) \(count == 1 ? one : many)" }
        return switch kind {
        case .failedOpening:
            number("attempt to open failed", "attempts to open failed")
        case .outsideHours:
            number("opening outside your usual hours", "openings outside your usual hours")
        case .weekend: number("opening on a weekend", "openings on weekends")
        case .manyCharts: "\(count) clients looked at within an hour"
        case .notEnded:
            number(
                "export or backup begun that never ended",
                "exports or backups begun that never ended")
        case .unencrypted: number("export without encryption", "exports without encryption")
        case .refused: number("disclosure refused", "disclosures refused")
        case .overridden:
            number("disclosure over a restriction", "disclosures over a restriction")
        case .psychotherapyNotes:
            number("look at psychotherapy notes", "looks at psychotherapy notes")
        case .settings: number("change of settings", "changes of settings")
        case .keys:
            number(
                "change or use of a way into the vault", "changes or uses of ways into the vault")
        case .restored: number("restore", "restores")
        case .destroyed: number("client's record destroyed", "clients' records destroyed")
        case .clockBack:
            number("act while the clock had gone back", "acts while the clock had gone back")
        case .silence:
            "Open for \(number("hour", "hours")) without an act, and nothing tells that it was locked"
        }
    }
}

private struct ActivityJSON: Encodable {
    private struct UnusualJSON: Encodable {
        let kind: String
        let count: Int
        let entries: [UInt64]
    }

    private let from: String
    private let until: String
    private let acts: Int
    private let openings: Int
    private let locks: Int
    private let clients: Int
    private let signed: Int
    private let exports: Int
    private let backups: Int
    private let unusual: [UnusualJSON]

    init(_ activity: Activity) {
        from = activity.from.iso
        until = activity.until.iso
        acts = activity.summary.acts
        openings = activity.summary.openings
        locks = activity.summary.locks
        clients = activity.summary.clients
        signed = activity.summary.signed
        exports = activity.summary.exports
        backups = activity.summary.backups
        unusual = activity.unusual.map {
            UnusualJSON(kind: $0.kind.rawValue, count: $0.count, entries: $0.entries)
        }
    }
}
