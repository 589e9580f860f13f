internal import ArgumentParser
internal import Audit
internal import Documents
internal import VaultCore

/// For somebody who has no vault: a colleague, a supervisor, the compliance reviewer.
struct WitnessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract:
            "For a colleague without a vault: confirm how far a vault's audit trail has come.",
        discussion: """
            A witness keeps, on another computer, how long a vault's audit trail was and its root. \
            Nobody can then shorten or rewrite that trail unseen, not even its owner. A witness \
            sees no record, no name, and no entry.
            """,
        subcommands: [Initialize.self, Check.self, Show.self, Forget.self])

    static var desk: WitnessDesk { WitnessDesk(root: Places.stateRoot) }

    struct Initialize: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init",
            abstract: "Make a witness's key on this computer.",
            discussion: """
                Give the line that it prints to the owner of the vault. The key lies in your state \
                folder, readable for you alone and without a passphrase: it opens nothing.

                Example:
                  vault witness init dr-lee
                """)

        @OptionGroup var output: OutputOptions
        @Argument(help: "A name without spaces, such as dr-lee.") var name: String

        func validate() throws {
            let isPlain = name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x2B }
            guard isPlain, (1...64).contains(name.utf8.count) else {
                throw ValidationError(
                    "A witness's name has up to 64 plain letters, no space and no plus sign.")
            }
        }

        func run() throws {
            let key = try WitnessCommand.desk.makeKey(named: name)
            if output.json { return Output.json(KeyJSON(name: key.name, key: key.encoded)) }
            Console.print("This is your public key as a witness. Give it to the vault's owner:")
            Console.print("")
            Console.print("  \(key.encoded)")
        }
    }

    private struct KeyJSON: Encodable {
        let name: String
        let key: String
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Check a vault's checkpoint on a stick, and confirm it.",
            discussion: """
                At the first visit, compare the fingerprint with the one that the vault's owner \
                has on paper; without a terminal, --fingerprint says what stands there. From then \
                on each checkpoint must continue what you confirmed before. Your confirmation \
                lies beside it; the owner takes it into the vault with `vault audit cosigned`.

                Example:
                  vault witness check /media/stick
                """)

        @OptionGroup var output: OutputOptions
        @Argument(help: "The stick's folder, or a checkpoint in it.") var place: String
        @Option(help: ArgumentHelp("The vault's public key.", valueName: "key"))
        var key: String?
        @Option(
            help: ArgumentHelp("The key's fingerprint on the paper.", valueName: "digits"))
        var fingerprint: String?

        private struct OutcomeJSON: Encodable {
            let vault: String
            let entries: UInt64
            let root: String
            let before: UInt64?
            let file: String
        }

        func run() throws {
            let outcomes = try WitnessVisit(place, desk: WitnessCommand.desk).confirm(
                key: try key.map { try VerifierKey(encoded: $0) }, at: Places.now, trusts: trusts)
            if output.json {
                Output.json(
                    outcomes.map {
                        OutcomeJSON(
                            vault: $0.key.name, entries: $0.checkpoint.size,
                            root: $0.checkpoint.root.description, before: $0.before, file: $0.file)
                    })
                return
            }
            let aside = Set(try WitnessCommand.desk.setAside().map(\.vault))
            for outcome in outcomes {
                let size = outcome.checkpoint.size
                Console.print(Printable.line(outcome.key.name))
                switch outcome.before {
                case nil where aside.contains(outcome.key.name):
                    Console.print("  Anew, after what you set aside: \(size) audit entries.")
                case nil: Console.print("  First visit: \(size) audit entries.")
                case size?: Console.print("  Still the \(size) audit entries you confirmed.")
                case let before?:
                    Console.print(
                        "  \(size) audit entries; they begin with the \(before) you confirmed.")
                }
                Console.print("  Confirmed in \(Printable.line(outcome.file)).")
            }
        }

        /// The fingerprint is compared by a person, or with what a person typed.
        private func trusts(_ key: VerifierKey) throws -> Bool {
            let digits = { (text: String) in
                text.lowercased().filter { !$0.isWhitespace }
            }
            if let fingerprint {
                guard digits(fingerprint) == digits(key.fingerprint) else {
                    throw WitnessError.otherFingerprint
                }
                return true
            }
            guard let terminal = Terminal() else { return false }
            terminal.show(
                """
                You have not seen this vault before. Its public key:
                  \(key.encoded)
                and the key's fingerprint:
                  \(key.fingerprint)

                """)
            let answer = try terminal.ask("Does the owner's paper say the same (yes or no)? ")
            return ["y", "yes"].contains(answer.lowercased())
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Your key as a witness, and what you confirmed.",
            discussion: """
                Example:
                  vault witness show
                """)

        @OptionGroup var output: OutputOptions

        private struct ShowJSON: Encodable {
            let key: String
            let vaults: [VaultJSON]
            let setAside: [AsideJSON]
        }

        private struct AsideJSON: Encodable {
            let vault: String
            let entries: UInt64
            let root: String
            let setAside: String
            let reason: String
        }

        private struct VaultJSON: Encodable {
            let vault: String
            let key: String
            let entries: UInt64?
            let confirmed: String?
        }

        func run() throws {
            let key = try WitnessCommand.desk.key()
            let known = try WitnessCommand.desk.known().map {
                VaultJSON(
                    vault: $0.key.name, key: $0.key.encoded, entries: $0.seen?.size,
                    confirmed: $0.time.map(Places.local))
            }
            let aside = try WitnessCommand.desk.setAside().map {
                AsideJSON(
                    vault: $0.vault, entries: $0.entries, root: $0.root,
                    setAside: Places.local($0.time), reason: $0.reason)
            }
            if output.json {
                return Output.json(ShowJSON(key: key.encoded, vaults: known, setAside: aside))
            }
            Console.print("Your key: \(key.encoded)")
            Console.print("")
            Output.table(
                ["VAULT", "ENTRIES", "CONFIRMED"],
                known.map {
                    [$0.vault, $0.entries.map(String.init) ?? "", $0.confirmed ?? "never"]
                }, empty: "You have confirmed nothing yet.")
            for each in aside {
                Console.print("")
                Console.print(
                    Paragraph.wrapped(
                        "On \(each.setAside) you set aside \(each.entries) entries of "
                            + "\(each.vault): \(Printable.line(each.reason))"))
            }
        }
    }

    struct Forget: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "forget",
            abstract: "Start anew with a vault that was restored from an older copy.",
            discussion: """
                After a restore the trail is not the one that you confirmed, and you confirm \
                nothing any more. If the owner can explain it, say here why you start anew. What \
                you confirmed before is kept, and `vault witness show` tells of it from then on: \
                entries that were lost stay told of.

                Example:
                  vault witness forget vault-0a1b --reason "disk failed in May; saw the bill"
                """)

        @Argument(help: "The vault's name, or how it begins.") var vault: String
        @Option(help: "Why, in your words.") var reason: String

        func validate() throws {
            guard !reason.allSatisfy(\.isWhitespace), reason.utf8.count <= 1000,
                Printable.line(reason) == reason
            else { throw ValidationError("--reason takes a sentence of up to 1,000 letters.") }
        }

        func run() throws {
            let kept = try WitnessCommand.desk.setAside(vault, reason: reason, at: Places.now)
            Console.print(
                "Set aside: the \(kept.entries) entries that you confirmed of \(kept.vault).")
            Console.print("The next `vault witness check` starts anew.")
        }
    }
}

extension Places {
    /// Seconds since 1970 on this computer's clock.
    static func local(_ seconds: UInt64) -> String {
        Moment(
            milliseconds: Int64(clamping: min(seconds, UInt64(Int64.max) / 1000) * 1000),
            zoneOffsetMinutes: now.zoneOffsetMinutes)?.iso ?? "?"
    }
}
