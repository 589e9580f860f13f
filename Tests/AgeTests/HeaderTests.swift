import Foundation
import Testing

@testable import Age

/// A header made from the two lines of a good stanza: a name, the text, and how it must end.
struct HeaderCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: @Sendable (_ arguments: String, _ body: String) -> String

    init(_ name: String, _ text: @escaping @Sendable (String, String) -> String) {
        testDescription = name
        self.text = text
    }
}

private let version = "age-encryption.org/v1\n"
private let full = String(repeating: "A", count: 64)

@Suite struct `Header grammar` {
    /// Every header here has a MAC that fits: what refuses it is the grammar.
    @Test(arguments: [
        HeaderCase("no version line") { "\($0)\n\($1)\n" },
        HeaderCase("empty version line") { "\n\($0)\n\($1)\n" },
        HeaderCase("version 2") { "age-encryption.org/v2\n\($0)\n\($1)\n" },
        HeaderCase("version 11") { "age-encryption.org/v11\n\($0)\n\($1)\n" },
        HeaderCase("version in capitals") { "age-encryption.org/V1\n\($0)\n\($1)\n" },
        HeaderCase("version with a space") { "age-encryption.org/v1 \n\($0)\n\($1)\n" },
        HeaderCase("version with CRLF") { "age-encryption.org/v1\r\n\($0)\n\($1)\n" },
        HeaderCase("space before the version") { " \(version)\($0)\n\($1)\n" },
        HeaderCase("empty line after the version") { "\(version)\n\($0)\n\($1)\n" },
        HeaderCase("empty line after a stanza") { "\(version)\($0)\n\($1)\n\n" },
        HeaderCase("no stanza") { _, _ in version },
        HeaderCase("CRLF after arguments") { "\(version)\($0)\r\n\($1)\n" },
        HeaderCase("CRLF after a body") { "\(version)\($0)\n\($1)\r\n" },
        HeaderCase("stanza without space after its mark") {
            "\(version)\($0)\n\($1)\n->grease\n\n"
        },
        HeaderCase("stanza mark alone") { "\(version)\($0)\n\($1)\n->\n\n" },
        HeaderCase("stanza without arguments") { "\(version)\($0)\n\($1)\n-> \n\n" },
        HeaderCase("two spaces after the mark") { "\(version)\($0)\n\($1)\n->  grease\n\n" },
        HeaderCase("two spaces between arguments") { "\(version)\($0)\n\($1)\n-> a  b\n\n" },
        HeaderCase("space after arguments") { "\(version)\($0) \n\($1)\n" },
        HeaderCase("tab in an argument") { "\(version)\($0)\n\($1)\n-> a\tb\n\n" },
        HeaderCase("letter outside ASCII") { "\(version)\($0)\n\($1)\n-> gréase\n\n" },
        HeaderCase("control character") { "\(version)\($0)\n\($1)\n-> a\u{1}\n\n" },
        HeaderCase("delete character") { "\(version)\($0)\n\($1)\n-> a\u{7f}\n\n" },
        HeaderCase("NUL") { "\(version)\($0)\n\($1)\n-> a\u{0}\n\n" },
        HeaderCase("stanza of another mark") { "\(version)\($0)\n\($1)\n=> a\n\n" },
        HeaderCase("text between stanzas") { "\(version)\($0)\n\($1)\nhello\n" },
        HeaderCase("no body") { "\(version)\($0)\n\($1)\n-> a\n" },
        HeaderCase("no body before another stanza") { "\(version)-> a\n\($0)\n\($1)\n" },
        HeaderCase("full line without a short one") { "\(version)\($0)\n\($1)\n-> a\n\(full)\n" },
        HeaderCase("line of 65 columns") { "\(version)\($0)\n\($1)\n-> a\n\(full)A\n\n" },
        HeaderCase("line of 68 columns") { "\(version)\($0)\n\($1)\n-> a\n\(full)AAAA\n" },
        HeaderCase("two short lines") { "\(version)\($0)\n\($1)\n-> a\nAAAA\nAAAA\n" },
        HeaderCase("padded body") { "\(version)\($0)\n\($1)=\n" },
        HeaderCase("body not canonical") { "\(version)\($0)\n\($1)\n-> a\nAB\n" },
        HeaderCase("body with a lone character") { "\(version)\($0)\n\($1)\n-> a\nA\n" },
        HeaderCase("body with a space") { "\(version)\($0)\n\($1)\n-> a\nAA AA\n" },
        HeaderCase("body after a space") { "\(version)\($0)\n \($1)\n" },
        HeaderCase("body in the other alphabet") { "\(version)\($0)\n\($1)\n-> a\nA-_A\n" },
        HeaderCase("X25519 without a share") { "\(version)-> X25519\n\($1)\n" },
        HeaderCase("X25519 with a third argument") { "\(version)\($0) more\n\($1)\n" },
        HeaderCase("X25519 with a padded share") { "\(version)\($0)=\n\($1)\n" },
        HeaderCase("X25519 with a share of 31 bytes") {
            "\(version)-> X25519 \(String(repeating: "A", count: 42))\n\($1)\n"
        },
        HeaderCase("X25519 with a share of 33 bytes") {
            "\(version)-> X25519 \(String(repeating: "A", count: 44))\n\($1)\n"
        },
        HeaderCase("X25519 with a share not canonical") {
            "\(version)-> X25519 \(String(repeating: "A", count: 42))B\n\($1)\n"
        },
        HeaderCase("a wrong X25519 stanza after a good one") {
            "\(version)\($0)\n\($1)\n-> X25519 AAAA\n\($1)\n"
        },
        HeaderCase("scrypt beside another stanza") {
            "\(version)\($0)\n\($1)\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 10\n\($1)\n"
        },
        HeaderCase("scrypt before another stanza") {
            "\(version)-> scrypt AAAAAAAAAAAAAAAAAAAAAA 10\n\($1)\n\($0)\n\($1)\n"
        },
        HeaderCase("two scrypt stanzas") { _, body in
            let stanza = "-> scrypt AAAAAAAAAAAAAAAAAAAAAA 10\n\(body)\n"
            return version + stanza + stanza
        },
        HeaderCase("1025 lines") {
            "\(version)\($0)\n\($1)\n" + String(repeating: "-> a\n\n", count: 511)
        },
        HeaderCase("more than 64 KiB") {
            "\(version)\($0)\n\($1)\n-> \(String(repeating: "a", count: 64 << 10))\n\n"
        },
    ]) func `refuses what it does not allow`(header: HeaderCase) throws {
        let forge = try Forge()
        let lines = try forge.stanzaLines()
        let file = try forge.file(header.text(lines[0], lines[1]))
        let outcome = try opening(file, with: forge.identity)
        #expect(outcome.error == .header)
        #expect(outcome.released.isEmpty)
    }

    @Test(arguments: [
        HeaderCase("one stanza") { "\(version)\($0)\n\($1)\n" },
        HeaderCase("unknown stanza before") { "\(version)-> grease\n\n\($0)\n\($1)\n" },
        HeaderCase("unknown stanza after") { "\(version)\($0)\n\($1)\n-> {;} ~ !\nAAAA\n" },
        HeaderCase("other spelling of X25519") { "\(version)-> x25519 A\nAAAA\n\($0)\n\($1)\n" },
        HeaderCase("other spelling of scrypt") { "\(version)-> Scrypt 1\nAAAA\n\($0)\n\($1)\n" },
        HeaderCase("long body") { "\(version)-> a\n\(full)\n\(full)\nAA\n\($0)\n\($1)\n" },
        HeaderCase("body ending with an empty line") {
            "\(version)-> a\n\(full)\n\n\($0)\n\($1)\n"
        },
        HeaderCase("line of 63 columns") {
            "\(version)-> a\n\(full.dropLast())\n\($0)\n\($1)\n"
        },
        HeaderCase("1024 lines") {
            "\(version)\($0)\n\($1)\n" + String(repeating: "-> a\n\n", count: 510)
        },
        HeaderCase("nearly 64 KiB") {
            "\(version)\($0)\n\($1)\n-> \(String(repeating: "a", count: 65_000))\n\n"
        },
    ]) func `allows what the specification allows`(header: HeaderCase) throws {
        let forge = try Forge()
        let lines = try forge.stanzaLines()
        let file = try forge.file(header.text(lines[0], lines[1]))
        let outcome = try opening(file, with: forge.identity)
        #expect(outcome.error == nil)
        #expect(outcome.released == Array("age".utf8))
    }

    @Test(arguments: [
        "\n", "---", "---\n", "--- \n", "---MAC\n", "---  MAC\n", "--- MAC \n", "--- MAC\r\n",
        "--- MAC=\n", "--- MAC", "--- MACA\n", "--- AMAC\n", "---\tMAC\n", "---- MAC\n",
    ]) func `refuses every other last line`(line: String) throws {
        let forge = try Forge()
        let text = version + (try forge.stanzaLines()).joined(separator: "\n") + "\n"
        let file = try forge.file(text) { line.replacingOccurrences(of: "MAC", with: $0) }
        #expect(try opening(file, with: forge.identity).error == .header)
    }

    /// Attack 33: the MAC covers every byte before it.
    @Test func `is held by the MAC`() throws {
        let forge = try Forge()
        let text = version + (try forge.stanzaLines()).joined(separator: "\n") + "\n"
        let mac = try forge.header(text).dropFirst(text.utf8.count)
        let added = try forge.file(text + "-> a\n\n") { _ in String(decoding: mac, as: UTF8.self) }
        #expect(try opening(added, with: forge.identity).error == .headerChanged)
        let zeros = try forge.file(text) { _ in "--- \(String(repeating: "A", count: 43))\n" }
        #expect(try opening(zeros, with: forge.identity).error == .headerChanged)
    }

    @Test func `cut off anywhere is refused`() throws {
        let forge = try Forge()
        let header = try forge.header() + [UInt8](repeating: 7, count: 16)
        for count in 0..<header.count {
            #expect(
                try opening(Array(header.prefix(count)), with: forge.identity).error == .header,
                "\(count) bytes")
        }
        #expect(try opening(header, with: forge.identity).error == .cutOff)
    }

    /// Sizes within the limits that we read, whatever we write.
    @Test func `for the most recipients opens for the last`() throws {
        let identity = try identity()
        var recipients: [AgeRecipient] = []
        for _ in 1..<AgeFormat.mostRecipients {
            recipients.append(try AgeIdentity.random().recipient)
        }
        let file = try sealed([1, 2, 3], to: recipients + [identity.recipient])
        #expect(try opening(file, with: identity).released == [1, 2, 3])
        #expect(throws: AgeError.recipientCount) {
            try sealed([], to: recipients + recipients)
        }
        #expect(throws: AgeError.recipientCount) { try sealed([], to: []) }
    }

    /// The look at a file before anyone is asked for anything.
    @Test func `tells what a file asks for`() throws {
        let forge = try Forge()
        #expect(try AgeLock.needed(read: Reader(try forge.header()).read) == .key)
        let writer = Writer()
        try AgeSealer(passphrase: try passphrase("a"), workFactor: 1, write: writer.write).finish()
        #expect(try AgeLock.needed(read: Reader(writer.bytes).read) == .passphrase)
        let other = try forge.header(version + "-> ssh-rsa abcd\nAAAA\n")
        #expect(try AgeLock.needed(read: Reader(other).read) == .unknown)
        #expect(throws: AgeError.header) { try AgeLock.needed(read: Reader([]).read) }
        #expect(try opening(writer.bytes, with: forge.identity).error == .wantsPassphrase)
        #expect(try opening(other, with: forge.identity).error == .noMatchingKey)
        #expect(try opening(other, with: try passphrase("a")).error == .noMatchingKey)
        #expect(try opening(try forge.header(), with: try passphrase("a")).error == .wantsKey)
    }
}
