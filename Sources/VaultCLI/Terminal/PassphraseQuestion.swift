internal import Foundation
internal import Sealing

/// Reads passphrases byte by byte into guarded memory: from the terminal without echo, or from a
/// file descriptor. Never from arguments or the environment.
enum PassphraseQuestion {
    /// From `descriptor` when given, else asked at the terminal.
    static func ask(_ question: String, descriptor: Int32?) throws -> Passphrase {
        if let descriptor { return try read(descriptor) }
        guard let terminal = Terminal() else { throw TerminalError.noTerminalForPassphrase }
        do {
            return try Interruption.during {
                try terminal.withoutEcho { descriptor in
                    terminal.show(question)
                    return try read(descriptor)
                }
            }
        } catch TerminalError.noPassphrase {
            throw TerminalError.nothingTyped
        }
    }

    /// No new passphrase has fewer bytes.
    private static let shortest = 8

    /// A new one, typed twice at the terminal.
    static func askTwice(
        _ question: String, again: String, descriptor: Int32?
    ) throws -> Passphrase {
        let first = try ask(question, descriptor: descriptor)
        // Whoever finds the file may guess as long as they like.
        guard first.withBytes({ $0.count }) >= shortest else { throw TerminalError.tooShort }
        guard descriptor == nil else { return first }
        let second = try ask(again, descriptor: nil)
        guard first.equals(second) else { throw TerminalError.passphrasesDiffer }
        return first
    }

    /// Up to the first line end; the bytes go nowhere else.
    private static func read(_ descriptor: Int32) throws -> Passphrase {
        var count = 0
        var failure: TerminalError?
        let longest = Passphrase.longest + 1
        let typed = try SecretBytes(count: longest) { memory in
            while count < longest {
                guard Interruption.isReadable(descriptor) else {
                    failure = .interrupted
                    return
                }
                let status = Foundation.read(
                    descriptor, memory.baseAddress?.advanced(by: count), 1)
                if status < 0 {
                    failure = .noPassphrase
                    return
                }
                if status == 0 || memory[count] == 10 { break }
                count += 1
            }
            if count > 0, memory[count - 1] == 13 { count -= 1 }
        }
        if let failure { throw failure }
        guard count > 0 else { throw TerminalError.noPassphrase }
        let exact = try typed.withBytes { (bytes) throws(SealingError) in
            try SecretBytes(count: count) { (target) throws(SealingError) in
                target.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
            }
        }
        return try Passphrase(exact)
    }
}
