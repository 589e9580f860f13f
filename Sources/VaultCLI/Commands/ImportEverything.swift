internal import Age
internal import ArgumentParser
internal import Sealing
internal import VaultCore

struct ImportEverything: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "everything",
        abstract: "Take over what another vault exported with --everything.",
        discussion: """
            This vault must be new and hold no records yet. All of it is taken over or nothing: \
            records with all their revisions, signed documents, attached files, consents, the \
            accounting and the old audit trail. Documents stay signed as they are.

            Examples:
              vault import everything export-2026-11-23-0a1b2c3d.tar.age
              vault import everything old.tar.age --identity key.txt
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: "The file.", completion: .file()) var file: String

    @Option(help: ArgumentHelp("A file with the age key that opens it.", valueName: "file"))
    var identity: String?

    @Option(
        name: .customLong("export-passphrase-fd"),
        help: ArgumentHelp(
            "Read the export's passphrase from this descriptor.", valueName: "number"))
    var exportPassphraseDescriptor: Int32?

    private struct TakenOverJSON: Encodable {
        let clients: Int
        let records: Int
        let revisions: Int
        let attachments: Int
        let key: String
    }

    func run() throws {
        let vault = try options.open()
        try vault.requireEmpty()
        let key = try SealedFile(
            path: file, identity: identity, passphraseDescriptor: exportPassphraseDescriptor
        ).key()
        let bar = ProgressBar("Reading")
        let taken = try vault.takeOver(file, with: key) { bar.show($0, of: $1) }
        bar.finish()
        if output.json {
            Output.json(
                TakenOverJSON(
                    clients: taken.clients, records: taken.records, revisions: taken.revisions,
                    attachments: taken.attachments, key: taken.key))
            return
        }
        Console.print(
            "Took over \(Self.count(taken.clients, "client")): "
                + "\(Self.count(taken.records, "record")) in "
                + "\(Self.count(taken.revisions, "revision")), with "
                + "\(Self.count(taken.attachments, "attached file")).")
        Console.print("Every record has the digest it left with, and every signature verifies.")
        Console.print("It was signed with this public key; compare it with the old recovery sheet:")
        Console.print("  \(taken.key)")
        Console.print("Now make a backup with `vault backup --to` a stick.")
    }

    private static func count(_ count: Int, _ noun: String) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }
}

/// A file that somebody sealed, and what opens it.
struct SealedFile {
    let path: String
    let identity: String?
    let passphraseDescriptor: Int32?

    func key() throws -> UnsealKey {
        switch try Unsealing.lock(of: path) {
        case .passphrase:
            return .passphrase(
                try PassphraseQuestion.ask(
                    "Passphrase of the file: ", descriptor: passphraseDescriptor))
        case .key:
            guard let identity else { throw AgeError.wantsKey }
            return .identity(try IdentityFile.read(identity))
        case .unknown: throw UnsealError.unknownLock
        }
    }
}
