/// Sixteen opaque bytes that name a record. They come from outside; nothing here invents one.
package struct RecordID: Hashable, Sendable {
    /// Two numbers rather than an array: a list holds thousands of these.
    private let high: UInt64
    private let low: UInt64

    package init?(bytes: [UInt8]) {
        guard let id = bytes.withUnsafeBytes(RecordID.init(rawBytes:)) else { return nil }
        self = id
    }

    /// The same from bytes that lie somewhere else.
    package init?(rawBytes: UnsafeRawBufferPointer) {
        guard rawBytes.count == 16 else { return nil }
        high = UInt64(bigEndian: rawBytes.loadUnaligned(as: UInt64.self))
        low = UInt64(bigEndian: rawBytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }

    package var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
            let target = UnsafeMutableRawBufferPointer(buffer)
            target.storeBytes(of: high.bigEndian, as: UInt64.self)
            target.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
            count = 16
        }
    }

    /// Reads 32 hexadecimal digits.
    package init?(hex: String) {
        guard let bytes = Hex.bytes(hex) else { return nil }
        self.init(bytes: bytes)
    }

    package var hex: String { Hex.text(bytes) }
}

extension RecordID: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let id = RecordID(hex: text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a record id"))
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }
}

/// A client's record. A type of its own, so that it can't be taken for a session's or document's.
package struct ClientID: Hashable, Sendable, Codable {
    package let record: RecordID
    package init(_ record: RecordID) { self.record = record }
}

/// A session's record.
package struct SessionID: Hashable, Sendable, Codable {
    package let record: RecordID
    package init(_ record: RecordID) { self.record = record }
}

/// A document's record.
package struct DocumentID: Hashable, Sendable, Codable {
    package let record: RecordID
    package init(_ record: RecordID) { self.record = record }
}

/// Bytes as lower-case hexadecimal text and back.
enum Hex {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    static func bytes(_ text: String) -> [UInt8]? {
        let values = text.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
        guard values.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: values.count, by: 2) {
            guard let high = values[index], let low = values[index + 1] else { return nil }
            bytes.append(UInt8(high * 16 + low))
        }
        return bytes
    }
}
