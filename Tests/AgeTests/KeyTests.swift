import Sealing
import Testing

@testable import Age

@Suite struct `Recipients and identities` {
    /// The pair in the C2SP specification, whose scalar is 32 bytes of 0x42.
    static let specified = (
        "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX",
        "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"
    )

    @Test func `are the pair of the specification`() throws {
        let identity = try identity(Self.specified.0)
        #expect(identity.recipient.text == Self.specified.1)
        #expect(try AgeRecipient(Self.specified.1) == identity.recipient)
        let isSpecified = try identity.withText { $0.elementsEqual(Self.specified.0.utf8) }
        #expect(isSpecified)
    }

    @Test func `are read in either case, but not in both`() throws {
        let recipient = try AgeRecipient(Self.specified.1.uppercased())
        #expect(recipient.text == Self.specified.1)
        #expect(try identity(Self.specified.0.lowercased()).recipient == recipient)
        #expect(throws: AgeError.badRecipient) {
            try AgeRecipient("A" + Self.specified.1.dropFirst())
        }
        #expect(throws: AgeError.badIdentity) {
            _ = try identity("a" + Self.specified.0.dropFirst())
        }
    }

    @Test(arguments: [
        "", "age1", "age1tag1qt8lw0ual6avlwmwatk888yqnmdamm7xfd0wak53ut6elz5c4swx2yqdj4e",
        " age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
        "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj\n",
        "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujw",
        "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN",
    ]) func `refuse what is no recipient`(text: String) {
        #expect(throws: AgeError.badRecipient) { try AgeRecipient(text) }
    }

    /// The checksum finds every single wrong character.
    @Test func `refuse every mistyped character`() throws {
        for place in Self.specified.1.indices {
            for character in "qpzry9x8gf2tvdw0s3jn54khce6mua7l1"
            where character != Self.specified.1[place] {
                var text = Self.specified.1
                text.replaceSubrange(place...place, with: [character])
                #expect(throws: AgeError.badRecipient) { try AgeRecipient(text) }
            }
        }
    }

    @Test(arguments: [
        "\(specified.0)", "\(specified.0)\n",
        "# created: today\n# public key: age1…\n\(specified.0)\n",
        "\r\n# a comment\r\n\(specified.0)\r\n\r\n", "\n\n \t\n\(specified.0)",
    ]) func `are found in a key file`(text: String) throws {
        #expect(try identity(text).recipient.text == Self.specified.1)
    }

    @Test(arguments: [
        "", "#", "# \(specified.0)", "\(specified.0)\n\(specified.0)", "\(specified.0) ",
        " \(specified.0)", "\(specified.0)\n# good\nrubbish", "\(specified.1)",
        "\(String(specified.0.dropLast()))", "\(specified.0)Q",
        "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEY",
    ]) func `refuse a file without exactly one key`(text: String) {
        #expect(throws: AgeError.badIdentity) { _ = try identity(text) }
    }

    @Test func `are made new every time`() throws {
        let first = try AgeIdentity.random()
        let second = try AgeIdentity.random()
        #expect(first.recipient != second.recipient)
        let text = try first.withText { (text) throws(AgeError) in
            try AgeError.lifting { () throws(SealingError) in
                try SecretBytes(count: text.count) { $0.copyMemory(from: text) }
            }
        }
        #expect(try AgeIdentity(parsing: text).recipient == first.recipient)
    }
}
