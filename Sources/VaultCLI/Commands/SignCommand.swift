internal import ArgumentParser
internal import Documents
internal import VaultCore

struct SignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Sign a reviewed draft with your passphrase.",
        discussion: """
            Signing says: I have read this and it is mine. It asks for the passphrase again even \
            when the vault is open. A signed document never changes.

            Example:
              vault sign D1
            """)

    @OptionGroup var options: VaultOptions
    @Argument(help: "The reviewed draft, such as D1.") var document: String

    func run() throws {
        let closed = try options.closed()
        let vault: Vault
        let found: RecordSummary
        if options.passphraseDescriptor == nil, let key = try options.session(closed).key() {
            vault = try closed.unlock(with: key)
            // What is signed is what stood there when she was asked, or nothing.
            found = try vault.find(document, .document)
            try mayBeSigned(found, vault)
            let passphrase = try options.passphrase(
                for: closed, "Passphrase, to sign \(found.shortName): ")
            try closed.authenticate(with: passphrase)
        } else {
            // Opening just now is the proof of who signs.
            let passphrase = try options.passphrase(for: closed, "Passphrase, to sign: ")
            vault = try closed.unlock(with: passphrase)
            found = try vault.find(document, .document)
        }
        let signed = try vault.sign(found)
        Console.print(
            "Signed \(found.shortName) as \(signed.note.signer.name), \(signed.note.signer.credentials), on \(signed.note.signedAt.spoken)."
        )
        Console.print("It can no longer be changed. Show it with `vault show \(found.shortName)`.")
    }

    /// What stands in the way is said before she types her passphrase for nothing.
    private func mayBeSigned(_ document: RecordSummary, _ vault: Vault) throws {
        let review = try vault.review(of: document).taken(up: Places.now)
        if !review.undecided.isEmpty {
            throw SigningError.undecided(count: review.undecided.count)
        }
        guard review.blocking.isEmpty else {
            DraftView(document: document.shortName, review: review).showFindings()
            throw SigningError.blocked(count: review.blocking.count)
        }
    }
}
