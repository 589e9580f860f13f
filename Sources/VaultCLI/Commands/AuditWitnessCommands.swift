internal import ArgumentParser
internal import Audit
internal import Documents
internal import VaultCore

/// The vault's side of its witnesses.
extension AuditCommand {
    struct Checkpoint: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take the state of the audit trail to a witness, on a stick.",
            discussion: """
                Writes the signed checkpoint, your public key, and proofs that the trail grew from \
                what your witnesses confirmed and the stick saw before. There is no name and no \
                entry in it. Read the fingerprint to a new witness from this screen, or write it on \
                paper; a stick could bring another key.

                Examples:
                  vault audit checkpoint --to /media/stick
                  vault audit checkpoint --to /media/stick --since 214
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Option(help: ArgumentHelp("The stick's folder.", valueName: "folder")) var to: String
        @Option(
            help: ArgumentHelp("The entries that the witness confirmed last.", valueName: "number"))
        var since: UInt64?

        private struct CheckpointJSON: Encodable {
            let file: String
            let entries: UInt64
            let proofsSince: [UInt64]
            let key: String
            let fingerprint: String
        }

        func run() throws {
            let vault = try options.open()
            let written = try vault.writeCheckpoint(to: to, since: since)
            let key = try VerifierKey(encoded: try vault.verifierKey)
            if output.json {
                Output.json(
                    CheckpointJSON(
                        file: written.name, entries: written.size, proofsSince: written.proofs,
                        key: key.encoded, fingerprint: key.fingerprint))
                return
            }
            Console.print("Wrote \(written.name), a checkpoint of \(written.size) audit entries.")
            Console.print("Public key:   \(key.encoded)")
            Console.print("Fingerprint:  \(key.fingerprint)")
        }
    }

    struct Cosigned: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a witness's confirmation into the vault.",
            discussion: """
                Give a new witness's public key with --key; those whose confirmations are in the \
                vault are known. A confirmation that does not hold is refused.

                Examples:
                  vault audit cosigned /media/stick --key dr-lee+0a1b2c3d+BAjf...
                  vault audit cosigned /media/stick
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "The stick's folder, or the file.") var place: String
        @Option(help: ArgumentHelp("The witness's public key.", valueName: "key")) var key: String?

        func run() throws {
            let vault = try options.open()
            let taken = try vault.take(
                cosignedAt: place, by: try key.map { try WitnessKey(encoded: $0) })
            if output.json { return Output.json(taken.map(ConfirmationJSON.init)) }
            for each in taken {
                Console.print(
                    "\(each.witness.name) confirmed \(each.checkpoint.size) audit entries on "
                        + "\(Places.local(each.time)).")
            }
            if taken.isEmpty { Console.print("Everything there is in the vault already.") }
        }
    }

    struct Witnesses: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What witnesses outside confirmed of this trail, and when.",
            discussion: """
                Example:
                  vault audit witnesses
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let vault = try options.open()
            try vault.requireCurrent()
            let all = try vault.confirmations()
            try vault.commit(AuditEvent(.auditView, details: [.kind: "witnesses"]))
            if output.json { return Output.json(all.map(ConfirmationJSON.init)) }
            guard !all.isEmpty else {
                Console.print("Nobody outside has confirmed this trail.")
                return
            }
            Output.table(
                ["WITNESS", "KEY", "ENTRIES", "CONFIRMED"],
                all.map {
                    [
                        $0.witness.name, $0.witness.hexId, "\($0.checkpoint.size)",
                        Places.local($0.time),
                    ]
                }, empty: "")
            let furthest = all.map(\.checkpoint.size).max() ?? 0
            let since = try vault.trailHead().entries - furthest
            Console.print("")
            Console.print("This trail continues all of it; \(since) entries came since.")
        }
    }

    private struct ConfirmationJSON: Encodable {
        let witness: String
        let key: String
        let entries: UInt64
        let root: String
        let confirmed: String

        init(_ confirmation: Confirmation) {
            witness = confirmation.witness.name
            key = confirmation.witness.encoded
            entries = confirmation.checkpoint.size
            root = confirmation.checkpoint.root.description
            confirmed = Places.local(confirmation.time)
        }
    }
}
