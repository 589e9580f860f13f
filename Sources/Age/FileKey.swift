internal import Sealing

/// The 128-bit key of one file, and what is derived from it (C2SP age, "File key").
///
/// Made new for every file. Recipients' stanzas wrap it; header and payload use keys derived from
/// it by HKDF-SHA-256 (RFC 5869).
struct FileKey: ~Copyable {
    static let size = 16

    private let bytes: SecretBytes

    static func random() throws(AgeError) -> FileKey {
        try AgeError.lifting { () throws(SealingError) in
            let source = try SecretKey.random()
            return try source.withBytes { (source) throws(SealingError) in
                try FileKey { $0.copyBytes(from: source.prefix(size)) }
            }
        }
    }

    /// Unwraps a stanza's body; throws `.changed` when the key does not fit. The body must have
    /// been measured before: exactly ``AgeFormat/wrappedFileKeySize`` bytes.
    init(unwrapping body: [UInt8], with key: borrowing SecretKey) throws(SealingError) {
        guard body.count == AgeFormat.wrappedFileKeySize else { throw .malformed }
        let memory = try SecretBytes(count: Self.size) { (target) throws(SealingError) in
            let status = body.withUnsafeBytes { body in
                Result { () throws(SealingError) in
                    try ChaChaPoly.open(body, into: target, nonce: Self.nonce, key: key)
                }
            }
            try status.get()
        }
        bytes = memory
    }

    private init(
        filledBy body: (UnsafeMutableRawBufferPointer) throws(SealingError) -> Void
    ) throws(SealingError) {
        bytes = try SecretBytes(count: Self.size, filledBy: body)
    }

    /// The body of a stanza whose wrap key is `key`. Every wrap key is used once, so the nonce is
    /// zero.
    borrowing func wrapped(with key: borrowing SecretKey) throws(SealingError) -> [UInt8] {
        var body = [UInt8](repeating: 0, count: AgeFormat.wrappedFileKeySize)
        let status = bytes.withBytes { fileKey in
            body.withUnsafeMutableBytes { body in
                Result { () throws(SealingError) in
                    try ChaChaPoly.seal(fileKey, into: body, nonce: Self.nonce, key: key)
                }
            }
        }
        try status.get()
        return body
    }

    /// Authenticates the header.
    borrowing func headerKey() throws(AgeError) -> SecretKey {
        try derived(salt: Self.emptySalt, info: "header")
    }

    /// Encrypts the payload that begins with this nonce.
    borrowing func payloadKey(nonce: [UInt8]) throws(AgeError) -> SecretKey {
        try derived(salt: nonce, info: "payload")
    }

    private borrowing func derived(salt: [UInt8], info: String) throws(AgeError) -> SecretKey {
        try bytes.withBytes { (input) throws(AgeError) in
            try AgeError.lifting { () throws(SealingError) in
                try SecretKey.hkdf(input: input, salt: salt, info: info)
            }
        }
    }

    private static let nonce = [UInt8](repeating: 0, count: ChaChaPoly.nonceSize)
    /// RFC 5869: no salt is the same as a hash length of zeros.
    private static let emptySalt = [UInt8](repeating: 0, count: 32)
}
