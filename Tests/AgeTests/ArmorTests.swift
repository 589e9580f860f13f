import Foundation
import Testing

@testable import Age

@Suite struct `Armor` {
    static let begin = "-----BEGIN AGE ENCRYPTED FILE-----\n"
    static let end = "-----END AGE ENCRYPTED FILE-----\n"

    private func armored(_ file: [UInt8], lineEnd: String = "\n") -> String {
        let text = Data(file).base64EncodedString(
            options: [.lineLength64Characters, .endLineWithLineFeed])
        return (Self.begin + text + "\n" + Self.end).replacingOccurrences(of: "\n", with: lineEnd)
    }

    @Test(arguments: [
        0, 1, 2, 3, 47, 48, 49, 65_535, 65_536, 65_537, 200_000,
    ]) func `is taken off`(size: Int) throws {
        let identity = try identity()
        let file = try sealed(content(size), to: [identity.recipient])
        for lineEnd in ["\n", "\r\n"] {
            let text = armored(file, lineEnd: lineEnd)
            for pieces in [Int.max, 1000] {
                let outcome = try opening(Array(text.utf8), with: identity, pieces: pieces)
                #expect(outcome.error == nil)
                #expect(outcome.released == content(size))
            }
        }
    }

    /// Every length of the last line, by stanzas of every length.
    @Test(arguments: 0..<48) func `may end with a line of any length`(size: Int) throws {
        let forge = try Forge()
        let lines = try forge.stanzaLines()
        let kind = String(repeating: "a", count: size + 1)
        let file = try forge.file(
            "age-encryption.org/v1\n\(lines[0])\n\(lines[1])\n-> \(kind)\n\n")
        let text = armored(file)
        #expect(try opening(Array(text.utf8), with: forge.identity).error == nil)
        let bare = String(text.dropLast())
        #expect(try opening(Array(bare.utf8), with: forge.identity).error == nil)
    }

    @Test(arguments: [
        ("", ""), ("\n", ""), (" \t\r\n\n", ""), ("", "\n"), ("", " \t\r\n\n"),
        (String(repeating: " ", count: 1024), String(repeating: "\n", count: 1023)),
    ]) func `may have white space around it`(before: String, after: String) throws {
        let identity = try identity()
        let text = before + armored(try sealed([1], to: [identity.recipient])) + after
        #expect(try opening(Array(text.utf8), with: identity).released == [1])
    }

    /// What a test does to a good armored file.
    static let changes: [(String, @Sendable (String) -> String)] = [
        ("text before", { "hello\n" + $0 }),
        ("text before on the line", { "hello" + $0 }),
        ("text after", { $0 + "hello" }),
        ("a second file", { $0 + $0 }),
        ("much white space before", { String(repeating: " ", count: 1025) + $0 }),
        ("much white space after", { $0 + String(repeating: "\n", count: 1025) }),
        ("NUL after", { $0 + "\u{0}" }),
        (
            "space after BEGIN",
            { $0.replacingOccurrences(of: begin, with: begin.dropLast() + " \n") }
        ),
        ("no line end after BEGIN", { $0.replacingOccurrences(of: begin, with: begin.dropLast()) }),
        ("CR after BEGIN", { $0.replacingOccurrences(of: begin, with: begin.dropLast() + "\r") }),
        ("spaces in BEGIN", { $0.replacingOccurrences(of: "-----BEGIN", with: "----- BEGIN") }),
        ("another label", { $0.replacingOccurrences(of: "FILE", with: "MESSAGE") }),
        ("label in lowercase", { $0.replacingOccurrences(of: "AGE ENC", with: "age ENC") }),
        (
            "another label at the end",
            { $0.replacingOccurrences(of: "FILE-----\n", with: "F-----\n") }
        ),
        ("space after END", { $0.dropLast() + " \n" }),
        ("text after END", { $0.dropLast() + "hello\n" }),
        ("no END", { String($0.dropLast(end.count)) }),
        ("half an END", { String($0.dropLast(10)) }),
        ("nothing after BEGIN", { String($0.prefix(begin.count)) }),
        ("headers", { $0.replacingOccurrences(of: begin, with: begin + "Comment: x\n\n") }),
        ("empty line first", { $0.replacingOccurrences(of: begin, with: begin + "\n") }),
        ("empty line last", { $0.replacingOccurrences(of: end, with: "\n" + end) }),
        ("checksum", { $0.replacingOccurrences(of: end, with: "=abcd\n" + end) }),
        ("line after the last", { $0.replacingOccurrences(of: end, with: "AAAA\n" + end) }),
        ("space before a line", { $0.replacingOccurrences(of: begin, with: begin + " ") }),
        ("space after a line", { changingLine(1, of: $0) { $0 + " " } }),
        ("tab in a line", { changingLine(1, of: $0) { "\t" + $0.dropFirst() } }),
        ("CR in a line", { changingLine(1, of: $0) { $0 + "\r" + $0 } }),
        ("two CR after a line", { changingLine(1, of: $0) { $0 + "\r\r" } }),
        ("short line", { changingLine(1, of: $0) { $0.prefix(60) + "\n" + $0.suffix(4) } }),
        ("long line", { $0.replacingOccurrences(of: begin, with: begin + "AAAA") }),
        ("character outside", { changingLine(1, of: $0) { "*" + $0.dropFirst() } }),
        ("other alphabet", { changingLine(1, of: $0) { "-" + $0.dropFirst() } }),
        ("padding in the middle", { changingLine(1, of: $0) { $0.dropLast(1) + "=" } }),
        ("no padding", { $0.replacingOccurrences(of: "=", with: "") }),
        ("too much padding", { $0.replacingOccurrences(of: "=\n", with: "==\n") }),
        ("padding on its own line", { $0.replacingOccurrences(of: "=\n", with: "=\n=\n") }),
    ]

    @Test(arguments: changes.map(\.0)) func `refuses anything else`(change: String) throws {
        let identity = try identity()
        let change = try #require(Self.changes.first { $0.0 == change }).1
        let text = try #require(try paddedText(for: identity))
        #expect(try opening(Array(text.utf8), with: identity).error == nil)
        let outcome = try opening(Array(change(text).utf8), with: identity)
        #expect(outcome.error == .armor)
        #expect(outcome.released.isEmpty)
    }

    /// The last character before the padding has bits to spare; they must be zero.
    @Test func `refuses Base64 that is not canonical`() throws {
        let identity = try identity()
        let text = try #require(try paddedText(for: identity))
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        let padding = try #require(text.firstIndex(of: "="))
        let place = text.index(before: padding)
        let good = try #require(alphabet.firstIndex(of: text[place]))
        var changed = text
        changed.replaceSubrange(place...place, with: [alphabet[alphabet.index(after: good)]])
        #expect(try opening(Array(changed.utf8), with: identity).error == .armor)
    }

    @Test func `of nothing is no header`() throws {
        let text = Self.begin + Self.end
        #expect(try opening(Array(text.utf8), with: try identity()).error == .header)
    }

    /// A good file whose last line ends with one `=`.
    private func paddedText(for identity: borrowing AgeIdentity) throws -> String? {
        for size in 0..<3 {
            let text = armored(try sealed(content(size), to: [identity.recipient]))
            if text.contains("="), !text.contains("==") { return text }
        }
        return nil
    }
}

/// Changes one line, without its line end, of a text.
private func changingLine(
    _ number: Int, of text: String, _ change: (Substring) -> String
) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines[number] = change(lines[number][...])
    return lines.joined(separator: "\n")
}
