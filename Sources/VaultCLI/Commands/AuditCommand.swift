internal import ArgumentParser
internal import Audit
internal import Documents
internal import VaultCore
internal import Wording

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "The audit trail.",
        subcommands: [
            Log.self, AuditReviewCommand.self, AuditReviewsCommand.self, AuditReportCommand.self,
            AuditCodesCommand.self, Hand.self, Verify.self,
            Checkpoint.self, Cosigned.self, Witnesses.self,
        ])

    struct Log: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what was done, when, and on which record.",
            discussion: """
                It holds no names and no clinical text.

                Example:
                  vault audit log --last 20
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Option(help: ArgumentHelp("Only the newest entries.", valueName: "number")) var last: Int?

        private struct EntryJSON: Encodable {
            let number: UInt64
            let time: String
            let act: String
            let actor: String
            let on: String
            let details: [String: String]
        }

        func run() throws {
            let vault = try options.open()
            try vault.requireCurrent()
            try vault.commit(AuditEvent(.auditView))
            let names = Dictionary(
                try vault.summaries().map { ($0.record.bytes, $0.shortName) },
                uniquingKeysWith: { first, _ in first })
            let entries = try vault.auditEntries().suffix(max(0, last ?? .max)).map { entry in
                EntryJSON(
                    number: entry.number, time: Places.local(entry), act: entry.act.rawValue,
                    actor: entry.actor, on: names[entry.record] ?? "",
                    details: Dictionary(
                        entry.details.map { ($0.key.rawValue, $0.value) },
                        uniquingKeysWith: { first, _ in first }))
            }
            if output.json {
                Output.json(entries)
                return
            }
            Output.table(
                ["ENTRY", "TIME", "ACT", "ON", "DETAILS"],
                entries.map { entry in
                    let details = entry.details.filter {
                        !["total", "storage", "header"].contains($0.key)
                    }
                    .sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
                    return [
                        "\(entry.number)", entry.time, entry.act, entry.on,
                        details.joined(separator: ", "),
                    ]
                }, empty: "The trail is empty.")
        }
    }

    struct Hand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Write the whole trail to a stick, for someone who checks it by himself.",
            discussion: """
                Whoever has it and your public key can check that nothing was changed, removed or \
                put in later; he can read no name and no record. Entries about clients show only \
                what was done and when, under a code for each client; with --open some of them say \
                more, with --open-all every one.

                The codes stay the same from one trail to the next: two people who have both got \
                one can tell that it is the same client.

                Example:
                  vault audit export --to /media/stick
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Option(help: ArgumentHelp("The stick's folder.", valueName: "folder")) var to: String
        @Option(
            help: ArgumentHelp("An entry about a client that says more.", valueName: "number"))
        var open: [UInt64] = []
        @Flag(help: "Every entry says all it can.") var openAll = false

        private struct TrailJSON: Encodable {
            let file: String
            let entries: UInt64
            let key: String
        }

        func run() throws {
            let vault = try options.open()
            let opening: OpenedEntries =
                openAll ? .all : open.isEmpty ? .practice : .numbers(Set(open))
            let (name, entries) = try vault.writeTrail(to: to, opening: opening)
            let key = try vault.verifierKey
            if output.json { return Output.json(TrailJSON(file: name, entries: entries, key: key)) }
            Console.print("Written: \(name), \(entries) entries, and its checkpoint.")
            Console.print("Give your public key on paper or by telephone, not on this stick:")
            Console.print("  \(key)")
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check a trail, or what was signed, with the public key alone.",
            discussion: """
                No vault is needed. Compare the key that it names with the one you got on paper or \
                by telephone, or type that one as --key. With --seen it also checks that the trail \
                goes on from a checkpoint you were given earlier.

                A certificate of destruction and whatever else a vault signed is checked with --key.

                Examples:
                  vault audit verify trail-2026-11-28-0a1b2c3d.txt
                  vault audit verify certificate-T1-5e6f7a8b.signed.txt --key vault-0a1b...+Af...
                  vault audit verify TRAIL --key vault-0a1b...+3c4d...+AfQ... --seen OLD.checkpoint
                """)

        @Argument(help: "The trail's file, or what was signed.") var trail: String
        @Option(help: ArgumentHelp("The public key from the paper.", valueName: "key"))
        var key: String?
        @Option(help: ArgumentHelp("A checkpoint from an earlier stick.", valueName: "file"))
        var seen: [String] = []
        @OptionGroup var output: OutputOptions

        func run() throws {
            let key = try key.map { try VerifierKey(encoded: $0) }
            let checked: CheckedTrail
            do {
                checked = try CheckedTrail(trail, of: key, seen: seen)
            } catch AuditError.malformedTrail {
                guard let key, let note = try CheckedNote(trail, by: key) else {
                    throw AuditError.malformedTrail
                }
                return try show(note)
            }
            let findings = TrailFindings(checked.report)
            if output.json {
                Output.json(TrailVerdictJSON(checked, findings))
            } else {
                show(checked, findings)
            }
            guard findings.exitCode == .done else { throw Ended(code: findings.exitCode) }
        }

        private func show(_ note: CheckedNote) throws {
            if output.json {
                Output.json(
                    NoteVerdictJSON(
                        verifies: note.verdict == .holds, verdict: note.verdict.rawValue,
                        text: note.verdict == .holds ? note.text : nil))
            } else {
                switch note.verdict {
                case .holds:
                    Console.print("Signed with the key that you gave, and unchanged since:\n")
                    for line in note.text.split(separator: "\n") {
                        Console.print("  " + String(line).printable)
                    }
                case .otherSigner:
                    Console.print("It was not signed with the key that you gave.")
                    Console.print("Believe nothing in it before you have the right key.")
                case .broken:
                    Console.print(
                        "Its signature does not hold: it was changed after it was signed.")
                    Console.print("Believe nothing in it, and ask for it again.")
                }
            }
            guard note.verdict == .holds else { throw Ended(code: .doesNotVerify) }
        }

        private func show(_ checked: CheckedTrail, _ findings: TrailFindings) {
            Console.print("Entries checked:    \(checked.report.size)")
            Console.print("Of these open:      \(checked.opened)")
            if let times = checked.times {
                let moments = [times.lowerBound, times.upperBound].map(Places.utc)
                Console.print("From and to:        \(moments[0]), \(moments[1])")
            }
            Console.print("Session keys:       \(checked.report.sessions.keys)")
            Console.print("Public key:         \(checked.key.encoded)")
            Console.print(
                "                    "
                    + (key == nil ? "Compare it with the paper." : "It is the one that you gave."))
            for sentence in findings.sentences { Console.print("\n" + sentence) }
        }
    }
}

private struct NoteVerdictJSON: Encodable {
    let verifies: Bool
    let verdict: String
    let text: String?
}

private struct TrailVerdictJSON: Encodable {
    let verifies: Bool
    let exitCode: Int32
    let key: String
    let entries: UInt64
    let opened: Int
    let root: String?
    let sessions: Int
    let isBound: Bool
    let breaks: [Break]
    let clockWentBack: [UInt64]
    let damages: [Damage]
    let seen: [Seen]
    let findings: [String]

    struct Break: Encodable {
        let entry: UInt64
        let kind: String
    }

    struct Damage: Encodable {
        let from: UInt64
        let to: UInt64
        let kind: String
    }

    struct Seen: Encodable {
        let entries: UInt64
        let verdict: String
    }

    init(_ checked: CheckedTrail, _ found: TrailFindings) {
        let report = checked.report
        verifies = found.exitCode == .done
        exitCode = found.exitCode.rawValue
        key = checked.key.encoded
        entries = report.size
        opened = checked.opened
        root = report.root?.description
        sessions = report.sessions.keys
        isBound = report.sessions.isBound
        breaks = report.sessions.breaks.map { Break(entry: $0.entry, kind: $0.kind.rawValue) }
        clockWentBack = report.clockWentBack
        damages = report.damage.map {
            Damage(
                from: $0.entries.lowerBound, to: $0.entries.upperBound - 1, kind: $0.kind.rawValue)
        }
        seen = report.witnesses.findings.map {
            Seen(entries: $0.checkpoint.size, verdict: $0.verdict.word)
        }
        findings = found.sentences
    }
}
