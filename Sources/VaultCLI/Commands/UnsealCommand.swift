internal import Age
internal import ArgumentParser
internal import Sealing
internal import VaultCore
internal import Wording

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
        let listed: Bool?
        let signed: Bool?
        let inTrail: Bool?
        let key: String?
    }

    func run() throws {
        let sealed = SealedFile(
            path: file, identity: identity, passphraseDescriptor: passphraseDescriptor)
        let result = try Unsealing.unseal(file, with: try sealed.key(), into: to)
        switch result {
        case .file(let name):
            if output.json {
                Output.json(
                    UnsealJSON(
                        folder: nil, files: [name], complete: nil, listed: nil, signed: nil,
                        inTrail: nil, key: nil))
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
                    listed: verdict.isListed, signed: verdict.isSigned, inTrail: verdict.isInTrail,
                    key: verdict.key))
            return
        }
        // Everything that left is more than anyone reads in a line.
        let names = files.count > 24 ? "\(files.count) files" : files.joined(separator: ", ")
        Console.print("Opened into \(folder): \(names).")
        VerdictView(verdict).show()
        Console.print("Checked with the public key inside; compare it with the clinician's own:")
        Console.print("  \(verdict.key)")
    }
}

/// What an export proves, line by line.
struct VerdictView {
    let verdict: ExportVerdict

    init(_ verdict: ExportVerdict) { self.verdict = verdict }

    func show() {
        let several = verdict.documents != 1
        line("Checksums of all files:", verdict.isComplete, "hold", "DO NOT HOLD")
        line("Signature of their list:", verdict.isListed, "holds", "DOES NOT HOLD")
        line(
            several ? "Signatures of the documents:" : "Signature of the document:",
            verdict.isSigned, several ? "hold" : "holds", several ? "DO NOT HOLD" : "DOES NOT HOLD")
        line("Signing in the audit trail:", verdict.isInTrail, "proven", "NOT PROVEN")
    }

    private func line(_ what: String, _ holds: Bool, _ yes: String, _ no: String) {
        let gap = String(repeating: " ", count: max(1, 31 - what.count))
        Console.print(what + gap + (holds ? yes : no))
    }
}
