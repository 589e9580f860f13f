/// The one encoder for bytes that are signed, hashed or authenticated.
///
/// A label with a version first, then fields; every field is preceded by its length as four
/// big-endian bytes, so no two different lists of fields give the same bytes.
package struct CanonicalBytes: Sendable {
    package private(set) var bytes: [UInt8] = []

    /// `capacity` saves growing where many short ones are made.
    package init(label: String, capacity: Int = 64) {
        bytes.reserveCapacity(capacity)
        append(label)
    }

    package mutating func append(_ field: some Collection<UInt8>) {
        appendBigEndian(UInt32(field.count))
        bytes.append(contentsOf: field)
    }

    /// The same, not generic: most fields are arrays, and a long trail has millions of them.
    package mutating func append(_ field: [UInt8]) {
        appendBigEndian(UInt32(field.count))
        bytes.append(contentsOf: field)
    }

    package mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { field in
            appendBigEndian(UInt32(field.count))
            bytes.append(contentsOf: field)
        }
    }

    package mutating func append(_ number: UInt64) {
        appendBigEndian(UInt32(8))
        appendBigEndian(number)
    }

    /// One field as it stands in the encoding: its length, then its bytes.
    package static func field(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var encoder = CanonicalBytes()
        encoder.append(bytes)
        return encoder.bytes
    }

    private init() {}

    private mutating func appendBigEndian(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}

/// Reads what ``CanonicalBytes`` wrote; refuses anything cut off, overlong or left over.
package struct CanonicalReader {
    private let bytes: [UInt8]
    private var place: Int
    private let end: Int

    /// Starts reading and checks the label.
    package init(_ bytes: [UInt8], label: String) throws(SealingError) {
        try self.init(bytes, in: bytes.indices, label: label)
    }

    /// The same of a part of the bytes, which must be within them.
    package init(_ bytes: [UInt8], in part: Range<Int>, label: String) throws(SealingError) {
        self.bytes = bytes
        place = part.lowerBound
        end = part.upperBound
        var label = label
        let field = bytes[try next()]
        guard label.withUTF8(field.elementsEqual) else { throw .malformed }
    }

    package mutating func field() throws(SealingError) -> [UInt8] { Array(bytes[try next()]) }

    package mutating func text() throws(SealingError) -> String {
        let field = bytes[try next()]
        // Quicker where nothing has to be looked at twice, as in nearly all of them.
        if field.allSatisfy({ $0 < 0x80 }) { return String(decoding: field, as: UTF8.self) }
        guard let text = String(validating: field, as: UTF8.self) else { throw .malformed }
        return text
    }

    package mutating func number() throws(SealingError) -> UInt64 {
        let field = try next()
        guard field.count == 8 else { throw .malformed }
        return number(at: field)
    }

    /// Where the next field's bytes stand.
    private mutating func next() throws(SealingError) -> Range<Int> {
        guard end - place >= 4 else { throw .malformed }
        let start = place + 4
        let count = Int(number(at: place..<start))
        guard end - start >= count else { throw .malformed }
        place = start + count
        return start..<place
    }

    private func number(at places: Range<Int>) -> UInt64 {
        var value: UInt64 = 0
        for place in places { value = value << 8 | UInt64(bytes[place]) }
        return value
    }

    /// Must be called last where zeros fill up to a fixed size.
    package func finishPadded() throws(SealingError) {
        guard bytes[place..<end].allSatisfy({ $0 == 0 }) else { throw .malformed }
    }

    /// Must be called last: nothing may be left over.
    package func finish() throws(SealingError) {
        guard place == end else { throw .malformed }
    }
}

extension Collection<UInt8> {
    /// Lower-case hexadecimal.
    package var hexText: String {
        let digits = Array("0123456789abcdef".utf8)
        var text = [UInt8]()
        text.reserveCapacity(count * 2)
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
