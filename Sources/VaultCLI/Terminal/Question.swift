internal import Documents
internal import Foundation
internal import Wording

/// Asks at the terminal itself, so that standard input and output stay free for data.
final class Terminal {
    private let descriptor: Int32
    private var pending: [UInt8] = []

    /// Nil where there is no terminal to ask at.
    init?() {
        descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    func show(_ text: String) { Console.write(Printable.text(text), to: descriptor) }

    /// So many bytes of one line reach the program; the terminal drops what comes after them
    /// (N_TTY_BUF_SIZE in Linux; MAX_CANON in POSIX).
    static let longestLine = 4094

    /// One line of answer, or an error when she interrupts or the terminal goes away. A line that
    /// did not arrive whole is asked for again.
    func ask(_ question: String) throws(TerminalError) -> String {
        while true {
            show(question)
            let line = try readLine()
            let problem: TerminalError
            if line.count > Self.longestLine {
                problem = .lineTooLong
            } else if let text = String(validating: line, as: UTF8.self) {
                return text
            } else {
                problem = .notText
            }
            show("  \(problem.problem) \(problem.nextStep)\n")
        }
    }

    /// What she types or pastes, line by line, until an empty line after which nothing follows.
    ///
    /// An empty line within a pasted text is a line like any other. A line that `take` refuses is
    /// asked for again.
    func askLines(_ take: (String) throws -> Void) throws {
        while true {
            let line = try ask("> ")
            if line.allSatisfy(\.isWhitespace), !isMoreComing { break }
            do {
                try take(line)
            } catch let error as JottingError {
                show("  \(error.problem) \(error.nextStep)\n")
            }
        }
        // What follows late was meant for the text, and must not answer what is asked next.
        pending = []
        tcflush(descriptor, TCIFLUSH)
    }

    /// Whether the rest of a pasted text is under way.
    private var isMoreComing: Bool {
        var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return !pending.isEmpty || poll(&state, 1, 100) > 0
    }

    private func readLine() throws(TerminalError) -> [UInt8] {
        while true {
            if let end = pending.firstIndex(of: 10) {
                let line = Array(pending[..<end])
                pending.removeSubrange(...end)
                return line.last == 13 ? Array(line.dropLast()) : line
            }
            guard Interruption.isReadable(descriptor) else {
                show("\n")
                throw .interrupted
            }
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else {
                show("\n")
                throw .closed
            }
            pending += buffer.prefix(count)
        }
    }

    /// Runs `body` with the echo off; the descriptor is the terminal's.
    func withoutEcho<R: ~Copyable>(_ body: (Int32) throws -> R) rethrows -> R {
        var before = termios()
        tcgetattr(descriptor, &before)
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        silent.c_lflag |= tcflag_t(ECHONL)
        tcsetattr(descriptor, TCSAFLUSH, &silent)
        defer { tcsetattr(descriptor, TCSAFLUSH, &before) }
        return try body(descriptor)
    }
}

/// Why a question got no answer.
enum TerminalError: UserFacing, Equatable, CaseIterable {
    case interrupted
    case closed
    case notText
    case lineTooLong
    case noTerminal
    case noTerminalForPassphrase
    case passphrasesDiffer
    case tooShort
    case noPassphrase
    case nothingTyped

    var code: String {
        switch self {
        case .interrupted: "terminal.interrupted"
        case .closed: "terminal.closed"
        case .notText: "terminal.not-text"
        case .lineTooLong: "terminal.line-too-long"
        case .noTerminal, .noTerminalForPassphrase: "terminal.none"
        case .passphrasesDiffer: "passphrase.differs"
        case .tooShort: "passphrase.too-short"
        case .noPassphrase, .nothingTyped: "passphrase.missing"
        }
    }

    var problem: String {
        switch self {
        case .interrupted: "You stopped the command; what you had already saved is kept."
        case .closed: "The terminal was closed; what you had already saved is kept."
        case .notText: "What was typed is not readable text, so it was not taken."
        case .lineTooLong: "A terminal cuts a line of this length, so it was not taken."
        case .noTerminal: "There is no terminal to ask at."
        case .noTerminalForPassphrase: "There is no terminal to ask for your passphrase at."
        case .passphrasesDiffer: "The two passphrases are not the same."
        case .tooShort: "This passphrase is so short that it can be guessed."
        case .noPassphrase: "No passphrase arrived at the place named with --passphrase-fd."
        case .nothingTyped: "No passphrase was typed."
        }
    }

    var nextStep: String {
        switch self {
        case .interrupted, .closed: "Run the command again; it asks for what was not saved yet."
        case .notText: "Set the terminal to UTF-8, then type it again."
        case .lineTooLong: "Give it again in lines of at most 4,000 letters."
        case .noTerminalForPassphrase:
            "Run the command in a terminal, or give the passphrase with `--passphrase-fd`."
        case .noTerminal: "Give the answers with `--from`, or run the command in a terminal."
        case .passphrasesDiffer: "Run the command again and type the same passphrase twice."
        case .tooShort: "Choose at least 8 letters; four or five random words are good."
        case .noPassphrase: "Write the passphrase and a line end to that descriptor."
        case .nothingTyped: "Run the command again and type it; it does not show while you do."
        }
    }

    var exitCode: ExitCode {
        switch self {
        case .interrupted, .closed: .interrupted
        case .notText, .lineTooLong, .passphrasesDiffer, .tooShort: .failed
        case .noTerminal, .noTerminalForPassphrase: .wrongUsage
        case .noPassphrase, .nothingTyped: .locked
        }
    }
}
