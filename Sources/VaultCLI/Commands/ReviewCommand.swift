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
            For each sentence: Enter or a accepts it, e edits it, s strikes it, m puts it into \
            another section, a number shows that source in its place, b goes back, q stops for now; \
            what you decided is kept. Without a terminal, --decide reads lines such as `1 accept`, \
            `2 strike`, `3 edit: the new sentence`, `4 move: Plan`.

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
        let clock = ContinuousClock()
        let began = clock.now
        let end = Result {
            try Interruption.during {
                try conversation.run { edited in kept = try vault.keep(edited, on: kept) }
            }
        }
        conversation.took((clock.now - began).components.seconds)
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
    private var hasDecided = false

    init(review: Documents.Review, terminal: Terminal) {
        self.review = review
        self.terminal = terminal
    }

    /// The time that this sitting took, if anything was decided in it.
    mutating func took(_ seconds: Int64) {
        guard hasDecided else { return }
        review.seconds += Int(seconds)
        hasUnkept = true
    }

    mutating func run(keep: (Documents.Review) throws -> Void) throws {
        let sentences = DraftView(document: "", review: review).numbered
        var place = sentences.firstIndex { review.decision(on: $0.2.id) == .pending } ?? 0
        var heading = ""
        while sentences.indices.contains(place) {
            let (number, _, sentence) = sentences[place]
            let section = review.section(of: sentence.id)
            if section != heading {
                terminal.show("\n\(section.uppercased())\n")
                heading = section
            }
            show(sentence, number: number, of: sentences.count)
            let typed = try terminal.ask(
                "  [Enter] accept  [e]dit  [s]trike  [m]ove  [1] source  [b]ack  [q]uit: ")
            let answer = typed.lowercased().trimmingCharacters(in: .whitespaces)
            switch answer {
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
            case "m", "move": try move(sentence)
            case "b", "back": place = max(0, place - 1)
            case "q", "quit": return
            default:
                guard let source = Int(answer), show(source: source, of: sentence) else {
                    terminal.show(
                        "  Please answer with Enter, e, s, m, b, q or a source's number.\n")
                    continue
                }
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
        hasDecided = true
    }

    private mutating func move(_ sentence: Sentence) throws {
        for (index, section) in review.draft.sections.enumerated() {
            terminal.show("    \(index + 1)  \(section.heading)\n")
        }
        let answer = try terminal.ask("  Into which section (Enter leaves it)? ")
        guard !answer.isEmpty else { return }
        do {
            try review.move(sentence.id, to: review.section(named: answer))
            hasUnkept = true
            hasDecided = true
        } catch {
            terminal.show("  \(error.problem) \(error.nextStep)\n")
        }
    }

    /// Where a source stands in what she jotted; false if the sentence has no such source.
    private func show(source number: Int, of sentence: Sentence) -> Bool {
        guard let found = review.context(of: sentence.id, source: number) else { return false }
        let text = "\(found.label): \(found.before)»\(found.words)«\(found.after)"
        terminal.show(Paragraph.wrapped(text, indent: "      ") + "\n")
        return true
    }

    private mutating func edit(_ sentence: Sentence) throws -> Bool {
        let text = try terminal.ask("  New sentence (Enter leaves it): ")
        guard !text.isEmpty else { return false }
        do {
            try review.decide(.edited(text), on: sentence.id)
            hasDecided = true
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
        // Each keeps its number: by that it is shown in its place.
        let sources = review.sourcesText(of: sentence.id).enumerated()
            .filter { !$0.element.isEmpty }
        if let first = sources.first {
            let isOnly = sources.count == 1 && first.offset == 0
            let text =
                "from: "
                + (isOnly
                    ? first.element
                    : sources.map { "[\($0.offset + 1)] \($0.element)" }.joined(separator: "  "))
            terminal.show(Paragraph.wrapped(text, indent: "      ") + "\n")
        }
        for finding in review.findings where finding.sentence == sentence.id {
            let text = "! \(finding.message) \(finding.nextStep)"
            terminal.show(Paragraph.wrapped(text, indent: "      ") + "\n")
        }
    }
}

extension Documents.Review {
    /// The place of a section by its heading or its number from 1.
    func section(named name: String) throws(ReviewError) -> Int {
        let wanted = name.lowercased().trimmingCharacters(in: .whitespaces)
        if let number = Int(wanted), draft.sections.indices.contains(number - 1) {
            return number - 1
        }
        guard let place = draft.sections.firstIndex(where: { $0.heading.lowercased() == wanted })
        else { throw .noSuchSection }
        return place
    }
}

/// Decisions as lines: `1 accept`, `2 strike`, `3 edit: the new sentence`, or a range `4-9 accept`.
struct DecisionLines {
    private enum Act {
        case decide(Documents.Review.Decision)
        case move(String)
    }

    private let lines: [(range: ClosedRange<Int>, act: Act)]

    init(_ text: String) throws {
        lines = try text.split(whereSeparator: \.isNewline).enumerated().map { index, line in
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard parts.count == 2, let range = Self.range(parts[0]),
                let act = Self.act(parts[1])
            else { throw DecisionError.unreadable(line: index + 1) }
            return (range, act)
        }
    }

    func apply(to review: Documents.Review) throws -> Documents.Review {
        var review = review
        let sentences = DraftView(document: "", review: review).numbered
        for (range, act) in lines {
            guard range.upperBound <= sentences.count else {
                throw DecisionError.noSuchSentence(count: sentences.count)
            }
            for number in range {
                let sentence = sentences[number - 1].2.id
                switch act {
                case .decide(let decision): try review.decide(decision, on: sentence)
                case .move(let section):
                    try review.move(sentence, to: review.section(named: section))
                }
            }
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

    private static func act(_ text: String) -> Act? {
        switch text.trimmingCharacters(in: .whitespaces).lowercased() {
        case "accept", "a": return .decide(.accepted)
        case "strike", "s": return .decide(.struck)
        default:
            let words = text.dropFirst(5).trimmingCharacters(in: .whitespaces)
            if text.lowercased().hasPrefix("edit:") { return .decide(.edited(words)) }
            return text.lowercased().hasPrefix("move:") ? .move(words) : nil
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
