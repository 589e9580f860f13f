internal import ArgumentParser
internal import Documents
internal import Foundation
internal import VaultCore

struct JotCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jot",
        abstract: "Catch shorthand between two sessions.",
        discussion: """
            Each line is saved when you press Enter; an empty line ends. A line may begin with a \
            field, such as `observed: tearful`. With a session (S3), `vault draft note S3` takes \
            the lines up; with a client (C1), the session of today does, or the one that you name \
            then. Without a terminal, all of standard input is one jotting.

            Example:
              vault jot C1
            """)

    @OptionGroup var options: VaultOptions
    @Argument(help: "A client or session, such as C1 or S3.") var about: String

    func run() throws {
        let vault = try options.open()
        let named = try vault.find(about, .client, .session)
        let client = try vault.client(of: named)
        let today = Places.now.day.iso
        let session =
            named.header.type == .session
            ? named : Caseload(try vault.summaries()).session(of: client, on: today)
        let place = { (text: String) in
            try vault.jot(text, about: client, session: session, on: today)
        }
        guard isatty(STDIN_FILENO) == 1, let terminal = Terminal() else {
            let text = try Self.standardInput()
            let jotting = try place(text)
            Console.print("Kept as \(jotting.shortName)\(Self.whereTo(session)).")
            return
        }
        terminal.show("Enter saves each line; an empty line ends.\n")
        var jotting: RecordSummary?
        try Interruption.during {
            try terminal.askLines { line in
                guard !line.allSatisfy(\.isWhitespace) else { return }
                try JottingText.check(line)
                jotting = try jotting.map { try vault.add(line, to: $0) } ?? place(line)
            }
        }
        guard let jotting else { return }
        Console.print("Kept as \(jotting.shortName)\(Self.whereTo(session)).")
    }

    private static func whereTo(_ session: RecordSummary?) -> String {
        session.map { ", for \($0.shortName)" } ?? ""
    }

    private static func standardInput() throws -> String {
        let bytes = try FileHandle.standardInput.read(upToCount: JottingText.most + 1) ?? Data()
        guard bytes.count <= JottingText.most else { throw JottingError.tooLarge }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw JottingError.notText
        }
        let lines = text.split(whereSeparator: \.isNewline).joined(separator: "\n")
        guard !lines.allSatisfy(\.isWhitespace) else { throw JottingError.empty }
        try JottingText.check(lines)
        return lines
    }
}

enum JottingText {
    static let most = Form.largestJotting

    /// What could steer a terminal or hide in a note has no place in a jotting.
    static func check(_ text: String) throws {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        where Printable.text(String(line)) != line {
            throw JottingError.hiddenCharacter(line: index + 1)
        }
    }
}

extension Caseload {
    /// The one session that a client has on a day; none if there are several.
    func session(of client: RecordSummary, on day: String) -> RecordSummary? {
        let found = sessions.filter { $0.owner == client.record && $0.header.day == day }
        return found.count == 1 ? found.first : nil
    }
}
