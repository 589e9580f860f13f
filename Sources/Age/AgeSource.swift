/// The bytes of an age file in order, with the ASCII armor taken off when there is one.
struct AgeSource: ~Copyable {
    private var input: ByteSource
    private var armor: Armor?

    /// Looks at the beginning to see whether the file is armored.
    init(_ read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) throws {
        input = ByteSource(read)
        armor = try Armor(beginning: &input)
    }

    /// Fills `target` as far as there are bytes; fewer only at the end.
    mutating func fill(_ target: UnsafeMutableRawBufferPointer) throws -> Int {
        guard armor != nil else { return try input.fill(target) }
        return try armor?.fill(target, from: &input) ?? 0
    }

    /// The bytes before the next line feed, which is taken too; nil when the file ends first or
    /// the line with its line feed is longer than `limit`.
    mutating func line(atMost limit: Int) throws -> [UInt8]? {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while line.count < limit {
            guard try withUnsafeMutableBytes(of: &byte, { try fill($0) }) == 1 else { return nil }
            if byte == UInt8(ascii: "\n") { return line }
            line.append(byte)
        }
        return nil
    }
}
