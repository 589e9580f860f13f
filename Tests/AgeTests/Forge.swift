import Sealing

@testable import Age

/// Makes files that are right in everything but what a test changes: whatever the header says, its
/// MAC fits, so that a refusal comes from the header and not from the MAC.
struct Forge: ~Copyable {
    let fileKey: FileKey
    let identity: AgeIdentity

    init() throws {
        let identity = try AgeTests.identity()
        fileKey = try FileKey.random()
        self.identity = identity
    }

    /// The two lines of a good stanza for the identity.
    func stanzaLines() throws -> [String] {
        let stanza = try X25519Stanza.wrapping(fileKey, for: identity.recipient)
        return String(decoding: stanza.encoded, as: UTF8.self)
            .split(separator: "\n").map(String.init)
    }

    /// A file whose header is `text`, a MAC line made by `macLine`, and a good payload.
    func file(
        _ text: String, macLine: (String) throws -> String = { "--- \($0)\n" }
    ) throws -> [UInt8] {
        try header(text, macLine: macLine) + payload([(Array("age".utf8), 0, true)])
    }

    func header(
        _ text: String, macLine: (String) throws -> String = { "--- \($0)\n" }
    ) throws -> [UInt8] {
        let mac = try fileKey.headerKey().authenticate(Array(text.utf8) + Array("---".utf8))
        return Array(text.utf8) + Array(try macLine(Base64.encode(mac)).utf8)
    }

    /// A good header for the identity.
    func header() throws -> [UInt8] {
        try header((["age-encryption.org/v1"] + stanzaLines()).map { $0 + "\n" }.joined())
    }

    /// A payload of any chunks, each sealed under any counter with any mark.
    func payload(_ chunks: [(bytes: [UInt8], counter: UInt64, last: Bool)]) throws -> [UInt8] {
        let start = [UInt8](repeating: 7, count: AgeFormat.payloadNonceSize)
        let key = try fileKey.payloadKey(nonce: start)
        return try chunks.reduce(into: start) { payload, chunk in
            var nonce = StreamNonce(counter: chunk.counter)
            nonce.mark(last: chunk.last)
            var sealed = [UInt8](repeating: 0, count: chunk.bytes.count + AgeFormat.tagSize)
            try chunk.bytes.withUnsafeBytes { source in
                try sealed.withUnsafeMutableBytes {
                    try ChaChaPoly.seal(source, into: $0, nonce: nonce.bytes, key: key)
                }
            }
            payload += sealed
        }
    }
}
