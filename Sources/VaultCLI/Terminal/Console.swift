internal import Foundation
internal import Wording

/// Where words go: results to standard output, everything else to standard error.
enum Console {
    /// Set by `--json`, so that failures too are written as JSON.
    nonisolated(unsafe) static var wantsJSON = false

    /// A line of result. Control characters in stored text never reach a terminal raw.
    static func print(_ line: String) { write(Printable.text(line) + "\n", to: STDOUT_FILENO) }

    /// A line about what happens, behind `vault: `.
    static func say(_ line: String) {
        write("vault: " + Printable.text(line) + "\n", to: STDERR_FILENO)
    }

    /// A result that could not be written is no result. A reader that has gone needs no word.
    private static func failed(writingTo descriptor: Int32, _ number: Int32) {
        guard descriptor == STDOUT_FILENO, number != EPIPE else { return }
        say("The result could not be written.")
        say("Free some space where it should go, then run the command again.")
        exit(ExitCode.mediumFailed.rawValue)
    }

    static func write(_ text: String, to descriptor: Int32) {
        write(Array(text.utf8), to: descriptor)
    }

    static func write(_ text: [UInt8], to descriptor: Int32) {
        var bytes = text[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return failed(writingTo: descriptor, errno) }
            bytes = bytes.dropFirst(count)
        }
    }

}

/// Text as a terminal may show it (attack 30).
enum Printable {
    /// Control characters, bidirectional overrides and other invisible steering become `\u{…}`;
    /// line ends and tabs stay.
    static func text(_ text: String) -> String {
        // Almost everything is plain; looking at its bytes is enough to know.
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x0A }) { return text }
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        return text.unicodeScalars.reduce(into: "") { result, scalar in
            if isUnsafe(scalar) {
                result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }

    /// A name that stands in one line, whatever is in it.
    static func line(_ text: String) -> String {
        Self.text(text).replacing("\n", with: "\\u{A}").replacing("\t", with: "\\u{9}")
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x61C, 0xFEFF: true
        case 0x2028, 0x2029, 0xE0000...0xE007F: true
        default: false
        }
    }
}
