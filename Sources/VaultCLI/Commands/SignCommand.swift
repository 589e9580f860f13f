internal import ArgumentParser
internal import Documents
internal import VaultCore

struct SignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Sign reviewed drafts with your passphrase.",
        discussion: """
            Signing says: I have read this and it is mine. It asks for the passphrase again even \
            when the vault is open; once for all that you name. A signed document never changes.

            Examples:
              vault sign D1
              vault sign D4 D5 D7
            """)

    @OptionGroup var options: VaultOptions
    @Argument(help: "The reviewed drafts, such as D1.") var documents: [String]

    func run() throws {
        let closed = try options.closed()
        let vault: Vault
        let found: [RecordSummary]
        if options.passphraseDescriptor == nil, let key = try options.session(closed).key() {
            vault = try closed.unlock(with: key)
            // What is signed is what stood there when she was asked, or nothing.
            found = try named(in: vault)
            for document in found { try mayBeSigned(document, vault) }
            let names = found.map(\.shortName).joined(separator: ", ")
            let passphrase = try options.passphrase(for: closed, "Passphrase, to sign \(names): ")
            try closed.authenticate(with: passphrase)
        } else {
            // Opening just now is the proof of who signs.
            let passphrase = try options.passphrase(for: closed, "Passphrase, to sign: ")
            vault = try closed.unlock(with: passphrase)
            found = try named(in: vault)
        }
        for document in found {
            let signed = try vault.sign(document)
            let signer = signed.note.signer
            Console.print(
                "Signed \(document.shortName) as \(signer.name), \(signer.credentials), on \(signed.note.signedAt.spoken)."
            )
        }
        if found.count == 1, let only = found.first {
            Console.print(
                "It can no longer be changed. Show it with `vault show \(only.shortName)`.")
        } else {
            Console.print("They can no longer be changed.")
        }
    }

    /// Each once, in the order she named them.
    private func named(in vault: Vault) throws -> [RecordSummary] {
        var seen: Set<RecordID> = []
        return try documents.map { try vault.find($0, .document) }
            .filter { seen.insert($0.record).inserted }
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
