import Testing

@testable import Age

/// A file that goes on and on: a beginning, and then the same text for ever.
private final class Endless {
    private var waiting: ArraySlice<UInt8>
    private let block: [UInt8]
    private(set) var count = 0

    init(_ beginning: [UInt8], _ rest: String) {
        waiting = beginning[...]
        block = Array(String(repeating: rest, count: (64 << 10) / rest.utf8.count + 1).utf8)
    }

    func read(_ target: UnsafeMutableRawBufferPointer) throws -> Int {
        if waiting.isEmpty { waiting = block[...] }
        let part = waiting.prefix(target.count)
        target.copyBytes(from: part)
        waiting = waiting.dropFirst(part.count)
        count += part.count
        return part.count
    }
}

@Suite struct `Files without end` {
    private static let version = "age-encryption.org/v1\n"
    private static let armor = "-----BEGIN AGE ENCRYPTED FILE-----\n"
    private static let stanza = """
        -> X25519 XEl0dJ6y3C7KZkgmgWUicg63EyXJiwBJW8PdYJ/cYBE
        qRS0AMjdjPvZ/WT08U2KL4G+PIooA3hy38SvLpvaC1E

        """

    /// A name, the beginning, what goes on for ever, and the refusal.
    private static let cases: [(String, String, String, AgeError)] = [
        ("nothing but zeros", "", "\0", .header),
        ("a version line that does not end", version.dropLast() + "", "a", .header),
        ("empty lines", version, "\n", .header),
        ("stanzas of no kind we know", version, "-> a\n\n", .header),
        ("X25519 stanzas for others", version, stanza, .header),
        (
            "scrypt stanzas", version,
            "-> scrypt AAAAAAAAAAAAAAAAAAAAAA 40\n" + stanza.split(separator: "\n")[1] + "\n",
            .header
        ),
        ("arguments on one line", version + "-> ", "a ", .header),
        ("an argument on one line", version + "-> X25519 ", "A", .header),
        ("a body", version + "-> a\n", String(repeating: "A", count: 64) + "\n", .header),
        ("a body on one line", version + "-> a\n", "A", .header),
        ("a MAC", version + stanza + "--- ", "A", .header),
        ("white space", "", " \n", .header),
        ("white space before armor", String(repeating: " ", count: 2000) + armor, "A", .armor),
        ("armor on one line", armor, "A", .armor),
        ("armor of empty lines", armor, "\n", .armor),
        ("armor of zeros", armor, "\0", .armor),
        (
            "armor of a header that is none", armor, String(repeating: "A", count: 64) + "\n",
            .header
        ),
        (
            "armored stanzas",
            armor + "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IGEgYmJiYmJiYmJiYmJiYmJiYmJiYmJi\n",
            "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh\n", .header
        ),
        ("BEGIN lines", "", armor, .armor),
    ]

    /// Ten thousand stanzas or a line of a megabyte cost no more than 1,024 and 64 KiB do.
    @Test(arguments: cases.map(\.0)) func `are refused by their beginning`(name: String) throws {
        let row = try #require(Self.cases.first { $0.0 == name })
        let identity = try identity()
        let file = Endless(Array(row.1.utf8), row.2)
        #expect(throws: row.3) { _ = try AgeOpener(read: file.read, identity: identity) }
        #expect(file.count <= 256 << 10)
        let passphrase = try passphrase("a")
        let again = Endless(Array(row.1.utf8), row.2)
        #expect(throws: row.3) { _ = try AgeOpener(read: again.read, passphrase: passphrase) }
        #expect(again.count <= 256 << 10)
        let look = Endless(Array(row.1.utf8), row.2)
        #expect(throws: row.3) { try AgeLock.needed(read: look.read) }
        #expect(look.count <= 256 << 10)
    }

    /// Two batches are read before anything is judged, and no more after that.
    @Test func `with a good header release nothing of their payload`() throws {
        let forge = try Forge()
        let file = Endless(try forge.header(), "age")
        var opener = try AgeOpener(read: file.read, identity: forge.identity)
        for _ in 0..<2 {
            do {
                _ = try opener.next { _ in Issue.record("something was released") }
                Issue.record("nothing was refused")
            } catch let error as AgeError {
                #expect(error == .payloadChanged)
            }
        }
        #expect(file.count < (2 * AgeFormat.batch + 1) * AgeFormat.sealedChunkSize)
    }

    /// What follows a good end is not read to its end either.
    @Test func `behind a good end are refused`() throws {
        let identity = try identity()
        for size in [10, AgeFormat.chunkSize] {
            let file = Endless(try sealed(content(size), to: [identity.recipient]), "age")
            var released = 0
            #expect(throws: AgeError.payloadChanged) {
                var opener = try AgeOpener(read: file.read, identity: identity)
                while try opener.next({ released += $0.count }) {}
            }
            #expect(released == size / AgeFormat.chunkSize * AgeFormat.chunkSize)
            #expect(file.count < (2 * AgeFormat.batch + 1) * AgeFormat.sealedChunkSize)
        }
    }
}
