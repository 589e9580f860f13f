internal import Sealing

/// What a file asks for: a passphrase, or a key.
package enum AgeLock: Equatable, Sendable {
    /// A passphrase; its cost has been found acceptable.
    case passphrase
    /// An ``AgeIdentity``; which one, the file does not tell.
    case key
    /// Something this program has not, such as an SSH key or a plugin.
    case unknown

    /// Looks at the header of a file and says what it asks for; open the file anew to go on.
    ///
    /// `read` fills a buffer and gives the number of bytes, 0 at the end. Nothing is verified yet.
    /// Throws ``AgeError`` for a header that could never be opened, and whatever `read` throws.
    package static func needed(
        read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws -> AgeLock {
        var source = try AgeSource(read)
        return try Header(reading: &source).lock
    }
}

extension Header {
    /// Which of our kinds the stanzas are of; other kinds are ignored beside them.
    var lock: AgeLock {
        get throws(AgeError) {
            var lock = AgeLock.unknown
            for stanza in stanzas {
                if try ScryptStanza(stanza) != nil {
                    lock = .passphrase
                } else if try X25519Stanza(stanza) != nil {
                    lock = .key
                }
            }
            return lock
        }
    }

    /// The file key, once the header has been verified with it.
    func fileKey(for passphrase: borrowing Passphrase) throws(AgeError) -> FileKey {
        switch try lock {
        case .passphrase: break
        case .key: throw .wantsKey
        case .unknown: throw .noMatchingKey
        }
        guard let stanza = try ScryptStanza(stanzas[0]) else { throw .header }
        let fileKey = try stanza.fileKey(for: passphrase)
        try verify(with: fileKey)
        return fileKey
    }

    /// The same for an identity, which may be any one of the recipients.
    func fileKey(for identity: borrowing AgeIdentity) throws(AgeError) -> FileKey {
        guard try lock != .passphrase else { throw .wantsPassphrase }
        for stanza in stanzas {
            if let fileKey = try X25519Stanza(stanza)?.fileKey(for: identity) {
                try verify(with: fileKey)
                return fileKey
            }
        }
        throw .noMatchingKey
    }
}
