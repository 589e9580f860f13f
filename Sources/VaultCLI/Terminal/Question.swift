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

    /// One line of answer, or an error when she interrupts or the terminal goes away.
    func ask(_ question: String) throws(TerminalError) -> String {
        show(question)
        let line = try readLine()
        guard let text = String(validating: line, as: UTF8.self) else { throw .notText }
        return text
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
    case noTerminal
    case passphrasesDiffer
    case tooShort
    case noPassphrase
    case nothingTyped

    var code: String {
        switch self {
        case .interrupted: "terminal.interrupted"
        case .closed: "terminal.closed"
        case .notText: "terminal.not-text"
        case .noTerminal: "terminal.none"
        case .passphrasesDiffer: "passphrase.differs"
        case .tooShort: "passphrase.too-short"
        case .noPassphrase, .nothingTyped: "passphrase.missing"
        }
    }

    var problem: String {
        switch self {
        case .interrupted: "You stopped the command; what you had already saved is kept."
        case .closed: "The terminal was closed; what you had already saved is kept."
        case .notText: "What was typed is not readable text."
        case .noTerminal: "There is no terminal to ask at."
        case .passphrasesDiffer: "The two passphrases are not the same."
        case .tooShort: "This passphrase is so short that it can be guessed."
        case .noPassphrase: "No passphrase arrived at the place named with --passphrase-fd."
        case .nothingTyped: "No passphrase was typed."
        }
    }

    var nextStep: String {
        switch self {
        case .interrupted, .closed: "Run the command again to go on."
        case .notText: "Set the terminal to UTF-8, then type it again."
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
        case .notText, .passphrasesDiffer, .tooShort: .failed
        case .noTerminal: .wrongUsage
        case .noPassphrase, .nothingTyped: .locked
        }
    }
}
