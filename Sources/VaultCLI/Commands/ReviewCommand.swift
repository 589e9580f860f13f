internal import ArgumentParser
internal import Documents
internal import Foundation
internal import VaultCore
internal import Wording

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Read a draft sentence by sentence, with what each rests on.",
        discussion: """
            For each sentence: Enter or a accepts it, e edits it, s strikes it, b goes back, q stops \
            for now; what you decided is kept. Without a terminal, --decide reads lines such as \
            `1 accept`, `2 strike`, `3 edit: the new sentence`.

            Examples:
              vault review D1
              vault review D1 --json
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            "Read decisions from a file; - is standard input.", valueName: "file"))
    var decide: String?

    @Argument(help: "The draft, such as D1.") var document: String

    func run() throws {
        let vault = try options.open()
        let found = try vault.find(document, .document)
        let review = try vault.view(draft: found).taken(up: Places.now)
        if let decide {
            try finish(
                try DecisionLines(try InputText.read(decide)).apply(to: review), found, vault)
            return
        }
        if output.json {
            DraftView(document: found.shortName, review: review).show(json: true)
            return
        }
        guard let terminal = Terminal() else { throw TerminalError.noTerminal }
        var conversation = ReviewConversation(review: review, terminal: terminal)
        var kept = found
        // Her own words are kept at once; plain decisions when she stops, whatever stops her.
        let end = Result {
            try Interruption.during {
                try conversation.run { edited in kept = try vault.keep(edited, on: kept) }
            }
        }
        if conversation.hasUnkept { kept = try vault.keep(conversation.review, on: kept) }
        try end.get()
        try report(conversation.review, kept)
    }

    private func finish(
        _ review: Documents.Review, _ document: RecordSummary, _ vault: Vault
    ) throws {
        let kept = try vault.keep(review, on: document)
        if output.json {
            DraftView(document: kept.shortName, review: review).show(json: true)
        }
        try report(review, kept)
    }

    private func report(_ review: Documents.Review, _ document: RecordSummary) throws {
        let view = DraftView(document: document.shortName, review: review)
        if !output.json {
            view.showFindings()
            let open = review.undecided.count
            if open > 0 {
                Console.print("\(open) \(open == 1 ? "sentence is" : "sentences are") still open.")
            } else if review.blocking.isEmpty {
                Console.print(
                    "Every sentence is decided. Sign with `vault sign \(document.shortName)`.")
            }
        }
        if !review.blocking.isEmpty { throw Ended(code: .findingsBlock) }
    }
}

/// The conversation about a draft at the terminal.
struct ReviewConversation {
    private(set) var review: Documents.Review
    let terminal: Terminal
    /// Whether there are decisions that `keep` has not seen.
    private(set) var hasUnkept = false

    init(review: Documents.Review, terminal: Terminal) {
        self.review = review
        self.terminal = terminal
    }

    mutating func run(keep: (Documents.Review) throws -> Void) throws {
        let sentences = DraftView(document: "", review: review).numbered
        var place = sentences.firstIndex { review.decision(on: $0.2.id) == .pending } ?? 0
        var heading = ""
        while sentences.indices.contains(place) {
            let (number, section, sentence) = sentences[place]
            if section != heading {
                terminal.show("\n\(section.uppercased())\n")
                heading = section
            }
            show(sentence, number: number, of: sentences.count)
            let answer = try terminal.ask("  [Enter] accept  [e]dit  [s]trike  [b]ack  [q]uit: ")
            switch answer.lowercased().trimmingCharacters(in: .whitespaces) {
            case "", "a", "accept":
                try decide(keepingEdit(sentence), on: sentence)
                place += 1
            case "s", "strike":
                try decide(.struck, on: sentence)
                place += 1
            case "e", "edit":
                if try edit(sentence) {
                    try keep(review)
                    hasUnkept = false
                    place += 1
                }
            case "b", "back": place = max(0, place - 1)
            case "q", "quit": return
            default: terminal.show("  Please answer with Enter, e, s, b or q.\n")
            }
        }
    }

    /// Accepting an edited sentence accepts the edit.
    private func keepingEdit(_ sentence: Sentence) -> Documents.Review.Decision {
        let decision = review.decision(on: sentence.id)
        if case .edited = decision { return decision }
        return .accepted
    }

    private mutating func decide(
        _ decision: Documents.Review.Decision, on sentence: Sentence
    ) throws {
        try review.decide(decision, on: sentence.id)
        hasUnkept = true
    }

    private mutating func edit(_ sentence: Sentence) throws -> Bool {
        let text = try terminal.ask("  New sentence (Enter leaves it): ")
        guard !text.isEmpty else { return false }
        do {
            try review.decide(.edited(text), on: sentence.id)
            return true
        } catch {
            terminal.show("  \(error.problem) \(error.nextStep)\n")
            return false
        }
    }

    private func show(_ sentence: Sentence, number: Int, of count: Int) {
        terminal.show("\n\(number)/\(count)\n")
        terminal.show(Paragraph.wrapped(review.text(of: sentence), indent: "  ") + "\n")
        if sentence.origin == .carried {
            terminal.show("      taken over from an earlier session\n")
        }
        let sources = review.sourcesText(of: sentence.id).filter { !$0.isEmpty }
        if !sources.isEmpty {
            let text = "from: " + sources.joined(separator: " … ")
            terminal.show(Paragraph.wrapped(text, indent: "      ") + "\n")
        }
        for finding in review.findings where finding.sentence == sentence.id {
            let text = "! \(finding.message) \(finding.nextStep)"
            terminal.show(Paragraph.wrapped(text, indent: "      ") + "\n")
        }
    }
}

/// Decisions as lines: `1 accept`, `2 strike`, `3 edit: the new sentence`, or a range `4-9 accept`.
struct DecisionLines {
    private let lines: [(range: ClosedRange<Int>, decision: Documents.Review.Decision)]

    init(_ text: String) throws {
        lines = try text.split(whereSeparator: \.isNewline).enumerated().map { index, line in
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard parts.count == 2, let range = Self.range(parts[0]),
                let decision = Self.decision(parts[1])
            else { throw DecisionError.unreadable(line: index + 1) }
            return (range, decision)
        }
    }

    func apply(to review: Documents.Review) throws -> Documents.Review {
        var review = review
        let sentences = DraftView(document: "", review: review).numbered
        for (range, decision) in lines {
            guard range.upperBound <= sentences.count else {
                throw DecisionError.noSuchSentence(count: sentences.count)
            }
            for number in range { try review.decide(decision, on: sentences[number - 1].2.id) }
        }
        return review
    }

    private static func range(_ text: String) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        guard (1...2).contains(ends.count), let first = ends.first, let last = ends.last,
            first >= 1, last >= first
        else { return nil }
        return first...last
    }

    private static func decision(_ text: String) -> Documents.Review.Decision? {
        switch text.trimmingCharacters(in: .whitespaces).lowercased() {
        case "accept", "a": return .accepted
        case "strike", "s": return .struck
        default:
            guard text.lowercased().hasPrefix("edit:") else { return nil }
            return .edited(text.dropFirst(5).trimmingCharacters(in: .whitespaces))
        }
    }
}

enum DecisionError: UserFacing, Equatable {
    case unreadable(line: Int)
    case noSuchSentence(count: Int)

    var code: String {
        switch self {
        case .unreadable: "review.unreadable-decision"
        case .noSuchSentence: "review.no-such-number"
        }
    }

    var problem: String {
        switch self {
        case .unreadable(let line): "Line \(line) of the decisions can't be read."
        case .noSuchSentence(let count): "The draft has only \(count) sentences."
        }
    }

    var nextStep: String {
        "Write lines such as `1 accept`, `2 strike` or `3 edit: the new sentence`."
    }

    var exitCode: Wording.ExitCode { .failed }
}

/// A small text from a file or standard input.
enum InputText {
    private static let largest = 4 << 20

    static func read(_ path: String) throws -> String {
        let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
        guard let handle else { throw InputError.unreadable }
        do {
            // Never the beginning of something longer.
            let data = try handle.read(upToCount: largest + 1) ?? Data()
            guard data.count <= largest, let text = String(data: data, encoding: .utf8) else {
                throw InputError.unreadable
            }
            return text
        } catch {
            throw InputError.unreadable
        }
    }
}
