internal import Age
internal import ArgumentParser
internal import Sealing
internal import VaultCore
internal import Wording

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Export a signed document to a stick, encrypted.",
        discussion: """
            The file opens with this program, or with the age program and tar. Without --recipient \
            it asks for a passphrase to give to the reader, by another way than the stick.

            Examples:
              vault export D1 --to /media/stick
              vault export D1 --to /media/stick --recipient age1...
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: "The signed document, such as D1.") var document: String

    @Option(help: ArgumentHelp("The folder on the stick.", valueName: "folder")) var to: String

    @Option(
        help: ArgumentHelp("A reader's age key; may be given several times.", valueName: "age1..."))
    var recipient: [String] = []

    @Option(
        name: .customLong("export-passphrase-fd"),
        help: ArgumentHelp(
            "Read the export's passphrase from this descriptor.", valueName: "number"))
    var exportPassphraseDescriptor: Int32?

    private struct ExportJSON: Encodable {
        let document: String
        let file: String
        let size: Int
        let sha256: String
    }

    func run() throws {
        let vault = try options.open()
        let found = try vault.find(document, .document)
        let result = try vault.export(found, to: to, lock: try lock())
        if output.json {
            Output.json(
                ExportJSON(
                    document: found.shortName, file: result.name, size: result.size,
                    sha256: result.digest))
            return
        }
        Console.print("Exported \(found.shortName) as \(result.name).")
        Console.print("It was read back from the stick and is whole.")
        if recipient.isEmpty {
            Console.print(
                "Tell the reader the passphrase by telephone or in person, not with the stick.")
        }
    }

    private func lock() throws -> ExportLock {
        guard recipient.isEmpty else {
            return .recipients(try recipient.map { try AgeRecipient($0) })
        }
        return .passphrase(
            try PassphraseQuestion.askTwice(
                "Choose a passphrase for this export: ", again: "Type it once more: ",
                descriptor: exportPassphraseDescriptor))
    }
}

struct UnsealCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unseal",
        abstract: "Open an exported file; needs no vault.",
        discussion: """
            Takes an export of this program apart and checks it; opens any other age file too.

            Examples:
              vault unseal export-2026-11-23-0a1b2c3d.tar.age
              vault unseal letter.age --identity key.txt --to opened
            """)

    @Argument(help: "The file.") var file: String

    @Option(help: ArgumentHelp("The folder to open it into.", valueName: "folder")) var to = "."

    @Option(help: ArgumentHelp("A file with the age key that opens it.", valueName: "file"))
    var identity: String?

    @Option(
        name: .customLong("passphrase-fd"),
        help: ArgumentHelp(
            "Read the passphrase from this open file descriptor.", valueName: "number"))
    var passphraseDescriptor: Int32?

    @OptionGroup var output: OutputOptions

    private struct UnsealJSON: Encodable {
        let folder: String?
        let files: [String]
        let complete: Bool?
        let signed: Bool?
        let inTrail: Bool?
        let key: String?
    }

    func run() throws {
        let result = try Unsealing.unseal(file, with: try key(), into: to)
        switch result {
        case .file(let name):
            if output.json {
                Output.json(
                    UnsealJSON(
                        folder: nil, files: [name], complete: nil, signed: nil, inTrail: nil,
                        key: nil))
                return
            }
            Console.print(
                "Opened as \(name). It is no export of this program; nothing was checked.")
        case .export(let folder, let files, let verdict):
            show(verdict, folder, files)
            if !verdict.holds { throw Ended(code: .doesNotVerify) }
        }
    }

    private func show(_ verdict: ExportVerdict, _ folder: String, _ files: [String]) {
        if output.json {
            Output.json(
                UnsealJSON(
                    folder: folder, files: files, complete: verdict.isComplete,
                    signed: verdict.isSigned, inTrail: verdict.isInTrail, key: verdict.key))
            return
        }
        Console.print("Opened into \(folder): \(files.joined(separator: ", ")).")
        Console.print(
            "Checksums of all files:        \(verdict.isComplete ? "hold" : "DO NOT HOLD")")
        Console.print(
            "Signature of the document:     \(verdict.isSigned ? "holds" : "DOES NOT HOLD")")
        Console.print(
            "Signing in the audit trail:    \(verdict.isInTrail ? "proven" : "NOT PROVEN")")
        Console.print("Checked with the public key inside; compare it with the clinician's own:")
        Console.print("  \(verdict.key)")
    }

    private func key() throws -> UnsealKey {
        switch try Unsealing.lock(of: file) {
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
