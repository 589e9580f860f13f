internal import ArgumentParser
internal import Documents
internal import VaultCore
internal import Wording

struct AmendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend",
        abstract: "Add to a signed document, or correct it.",
        discussion: """
            The document itself never changes. An addendum, a correction or a late entry is a \
            document of its own: it names the original and its digest, bears today's date, and is \
            reviewed and signed like any other. `vault show` names both.

            Examples:
              vault amend D1
              vault amend D1 --from correction.txt
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: "A signed document, or an amendment to go on with.") var document: String

    func run() throws {
        let vault = try options.open()
        let library = try vault.library().kinds
        guard let kind = library.kind("amendment") else {
            throw KindError.missing(file: "amendment")
        }
        let named = try vault.find(document, .document)
        let isOpen = named.isUnsigned
        let earlier = isOpen ? named : nil
        let before = try earlier.map { try vault.review(of: $0) }
        if let before, before.kind.family != .amendment {
            throw VaultError.wrongState(is: "draft", needs: "signed")
        }
        let original = try isOpen ? vault.subject(of: named) : named
        let signed = try vault.view(signed: original)
        let client = try vault.entries(of: try vault.client(of: original))
        let drafted = { (jotting: Entries) throws -> Documents.Review in
            let scoped = Consent.ownFile.admits(
                Source(
                    amending: signed.note, digest: vault.digest(of: signed), by: kind,
                    library: library, client: client, jotting: jotting))
            let draft = try BuiltInEngine(instruments: try Library.instruments())
                .draft(kind, from: scoped)
            return draft.reviewed(against: scoped, kind: kind, at: Places.now)
        }
        let start = before?.jotting ?? Entries()
        try Drafting(
            vault: vault, kind: kind, about: original, earlier: earlier, before: before,
            json: output.json, terminal: input.terminal,
            drafted: drafted
        ).run(from: start, unchanged: start) { jotting in
            try DraftQuestions(form: kind.form, input: input).fillIn(&jotting)
        }
    }
}
