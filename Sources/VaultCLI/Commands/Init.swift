internal import ArgumentParser
internal import Audit
internal import Documents
internal import Foundation
internal import Sealing
internal import VaultCore
internal import Wording

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a new vault.",
        discussion: """
            Asks for a passphrase twice, and for the name and license that stand under your notes.
            Nobody can open the vault without the passphrase: not the makers of this program either.

            Example:
              vault init
            """)

    @OptionGroup var options: VaultOptions

    @Option(
        help: ArgumentHelp(
            "Read your details from a file of `field: text` lines.", valueName: "file"))
    var from: String?

    @OptionGroup var unlocking: UnlockingOptions

    func run() throws {
        let cost = try unlocking.cost
        if FileManager.default.fileExists(atPath: options.path) { throw VaultError.exists }
        let questions = FormQuestions(form: try Library().practiceForm, terminal: Terminal())
        let practice = try questions.fill(from: from)
        let passphrase = try NewPassphrase.ask(
            "Choose a passphrase (four or five random words are good): ",
            descriptor: options.passphraseDescriptor)
        try Folders.makeParent(of: options.path)
        let vault = try Vault.create(
            at: options.path, passphrase: passphrase, cost: cost, practice: practice,
            surroundings: Places.surroundings)
        Console.print("Your vault is made.")
        Console.print("")
        Console.print("Write these two down and keep them apart from the laptop:")
        Console.print("  the passphrase; `vault recovery sheet` makes a way in without it")
        Console.print("  the public key, by which others check your signatures:")
        Console.print("    \(try vault.verifierKey)")
    }
}

enum Folders {
    /// The folder a new vault goes into; made for this user alone if it is not there.
    static func makeParent(of path: String) throws {
        let parent = (path as NSString).deletingLastPathComponent
        guard !parent.isEmpty, !FileManager.default.fileExists(atPath: parent) else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: parent, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw VaultError.noPermission
        }
    }
}
