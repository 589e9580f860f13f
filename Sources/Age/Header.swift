internal import Sealing

/// The text at the beginning of a file: version line, stanzas, MAC (C2SP age, "Header").
///
///     age-encryption.org/v1
///     -> X25519 XEl0dJ6y3C7KZkgmgWUicg63EyXJiwBJW8PdYJ/cYBE
///     qRS0AMjdjPvZ/WT08U2KL4G+PIooA3hy38SvLpvaC1E
///     --- HK2NmOBN9Dpq0Gw6xMCuhFcQlQLvZ/wQUi/2scLG75s
///
/// What is read is kept byte for byte, so that the MAC covers what stood in the file and not what
/// we made of it.
struct Header {
    private static let macMark = Array("---".utf8)

    let stanzas: [Stanza]
    /// Everything up to and with the `---` of the last line.
    private let authenticated: [UInt8]
    private let mac: [UInt8]

    /// Makes a header for a new file.
    init(stanzas: [Stanza], fileKey: borrowing FileKey) throws(AgeError) {
        self.stanzas = stanzas
        authenticated =
            Array(AgeFormat.versionLine.utf8) + [10] + stanzas.flatMap(\.encoded) + Self.macMark
        mac = try fileKey.headerKey().authenticate(authenticated)
    }

    /// The header as it is written, with its last line feed.
    var encoded: [UInt8] {
        authenticated + Array(" \(Base64.encode(mac))\n".utf8)
    }

    /// Reads a header and leaves `source` at the payload. Throws ``AgeError/header`` for anything
    /// the grammar does not allow, and for more bytes or lines than ``AgeFormat`` allows.
    init(reading source: inout AgeSource) throws {
        var text: [UInt8] = []
        var lines = 0
        func line() throws -> [UInt8] {
            lines += 1
            guard lines <= AgeFormat.mostHeaderLines,
                let line = try source.line(atMost: AgeFormat.longestHeader - text.count)
            else { throw AgeError.header }
            text += line + [10]
            return line
        }
        guard try line().elementsEqual(AgeFormat.versionLine.utf8) else { throw AgeError.header }
        var stanzas: [Stanza] = []
        var start = try line()
        while !start.starts(with: Self.macMark) {
            stanzas.append(try Stanza(firstLine: start, next: line))
            start = try line()
        }
        guard start.dropFirst(Self.macMark.count).first == UInt8(ascii: " "),
            let mac = Base64.decode(start.dropFirst(Self.macMark.count + 1)), mac.count == 32,
            !stanzas.isEmpty,
            stanzas.count == 1 || !stanzas.contains(where: { $0.kind == ScryptStanza.kind })
        else { throw AgeError.header }
        self.stanzas = stanzas
        authenticated = Array(text.dropLast(start.count + 1)) + Self.macMark
        self.mac = mac
    }

    /// Throws ``AgeError/headerChanged`` unless the MAC was made with this file key.
    func verify(with fileKey: borrowing FileKey) throws(AgeError) {
        guard Digest.equal(try fileKey.headerKey().authenticate(authenticated), mac) else {
            throw .headerChanged
        }
    }
}
