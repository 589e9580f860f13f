internal import ArgumentParser
internal import Documents
internal import VaultCore
internal import Wording

struct BatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "Plans, summaries and letters that wait, one after the other.",
        discussion: """
            For an administrative block: drafts each treatment plan and discharge summary that is \
            due, takes up each draft that waits, reviews it with you, and signs them all at the end \
            with one passphrase. Enter takes what comes next, s skips it, l puts it at the end, q \
            stops. Without a terminal, or with --list, it says what waits.

            Examples:
              vault batch
              vault batch --list
            """)

    @OptionGroup var options: VaultOptions
    @Flag(help: "Only say what waits.") var list = false

    func run() throws {
        let vault = try options.open()
        var queue = try Queue(try vault.agenda(Places.now.day...Places.now.day, Places.now))
        guard !queue.waiting.isEmpty else { return Console.print("Nothing waits.") }
        guard !list, let terminal = Terminal() else {
            for item in queue.waiting { Console.print("  " + item.words) }
            return
        }
        guard try options.session(options.closed()).key() != nil else { throw VaultError.locked }
        var reviewed: [String] = []
        walking: while let item = queue.waiting.first {
            let left = queue.waiting.count
            terminal.show("\n\(item.words)  (\(left) \(left == 1 ? "waits" : "wait"))\n")
            switch try terminal.ask("  [Enter] do it  [s]kip  [l]ater  [q]uit: ").lowercased() {
            case "":
                queue.waiting.removeFirst()
                if let document = try done(item) { reviewed.append(document) }
            case "s", "skip": queue.waiting.removeFirst()
            case "l", "later": queue.waiting.append(queue.waiting.removeFirst())
            case "q", "quit": break walking
            default: terminal.show("  Please answer with Enter, s, l or q.\n")
            }
        }
        guard !reviewed.isEmpty else { return }
        try command(SignCommand.self, reviewed)
    }

    /// Drafts and reviews it; the name of a document that can be signed now.
    private func done(_ item: Item) throws -> String? {
        do {
            if !item.draft.isEmpty {
                // What stands in the way can be mended in the review.
                do { try command(DraftCommand.self, item.draft) } catch is Ended {}
            }
            let vault = try options.open()
            guard let document = try item.document(in: vault) else { return nil }
            try command(ReviewCommand.self, [document.shortName])
            let review = try vault.review(of: vault.find(document.shortName, .document))
            return review.undecided.isEmpty && review.blocking.isEmpty ? document.shortName : nil
        } catch is Ended {
            // What stands in the way was said; the draft is kept.
            return nil
        } catch let error as any UserFacing where !(error is TerminalError) {
            Console.say("\(error.problem) \(error.nextStep)")
            return nil
        }
    }

    /// The same as typed on its own.
    private func command(_ type: any ParsableCommand.Type, _ words: [String]) throws {
        let place = options.vault.map { ["--vault", $0] } ?? []
        var command = try type.parseAsRoot(words + place)
        try command.run()
    }

    /// One thing that waits.
    private struct Item {
        let words: String
        /// How it is drafted; empty where there is a draft.
        let draft: [String]
        let label: String
        let client: RecordID
        let known: RecordSummary?

        /// The draft that waits, or the newest one that has just been made.
        func document(in vault: Vault) throws -> RecordSummary? {
            if let known { return try vault.find(known.shortName, .document) }
            return try vault.summaries().filter {
                $0.owner == client && $0.header.type == .document && $0.header.label == label
                    && $0.isUnsigned
            }
            .max { $0.header.number < $1.header.number }
        }
    }

    private struct Queue {
        var waiting: [Item] = []

        init(_ agenda: Agenda) throws {
            let begun = agenda.waiting
            for document in begun {
                waiting.append(
                    Item(
                        words: "\(document.shortName)  \(document.header.label), not signed",
                        draft: [], label: document.header.label, client: document.owner,
                        known: document))
            }
            for (dues, label, words) in [
                (agenda.plans, "Treatment plan", ["plan"]),
                (agenda.summaries, "Discharge summary", ["document", "discharge"]),
            ] {
                for due in dues {
                    guard let client = due.client,
                        !begun.contains(where: {
                            $0.owner == client.record && $0.header.label == label
                        })
                    else { continue }
                    waiting.append(
                        Item(
                            words: "\(client.shortName)  \(client.header.label)  "
                                + "\(label.lowercased()) due \(due.day.iso)",
                            draft: words + [client.shortName], label: label,
                            client: client.record, known: nil))
                }
            }
        }
    }
}
