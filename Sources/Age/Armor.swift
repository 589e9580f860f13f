/// Takes off the ASCII armor (C2SP age, "ASCII armor"; strict PEM, RFC 7468 section 3).
///
/// Padded Base64 in lines of 64 characters between a BEGIN and an END line; only the last line may
/// be shorter, none may be empty. Line ends are LF or CRLF. White space may stand before BEGIN
/// and after END, a little of it; anything else is refused, because it would not be authenticated.
struct Armor {
    static let beginLine = Array("-----BEGIN AGE ENCRYPTED FILE-----".utf8)
    static let endLine = Array("-----END AGE ENCRYPTED FILE-----".utf8)
    private static let columns = 64
    /// Most bytes of white space before and after.
    private static let mostSpace = 1024

    /// The bytes of the line that is being handed out.
    private var line = [UInt8](repeating: 0, count: columns / 4 * 3)
    private var waiting = 0..<0
    private var isAfterLastLine = false
    private var isAtEnd = false

    /// Takes the BEGIN line. Nil, with nothing taken, for a file that is not armored; throws
    /// ``AgeError/armor`` for one that seems to be, but not quite.
    init?(beginning input: inout ByteSource) throws {
        let head = try input.peek(Self.mostSpace * 2)
        guard !head.starts(with: "age-encryption.org/".utf8) else { return nil }
        let space = head.prefix(while: Self.isSpace).count
        let rest = head.dropFirst(space)
        guard space <= Self.mostSpace, rest.starts(with: Self.beginLine),
            let lineEnd = Self.lineEnd(rest.dropFirst(Self.beginLine.count))
        else {
            if Self.hasDashes(head) { throw AgeError.armor }
            return nil
        }
        input.skip(space + Self.beginLine.count + lineEnd)
    }

    /// Fills `target` with the bytes behind the armor; fewer only at the end, which is reached only
    /// when END stands there and nothing but white space follows.
    mutating func fill(
        _ target: UnsafeMutableRawBufferPointer, from input: inout ByteSource
    ) throws -> Int {
        var count = 0
        while count < target.count, !isAtEnd {
            if waiting.isEmpty {
                try nextLine(&input)
                continue
            }
            let part = waiting.prefix(target.count - count)
            line.withUnsafeBytes {
                UnsafeMutableRawBufferPointer(rebasing: target[count...])
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[part]))
            }
            count += part.count
            waiting = waiting.dropFirst(part.count)
        }
        return count
    }

    private mutating func nextLine(_ input: inout ByteSource) throws {
        let ahead = try input.peek(Self.columns + 2)
        let text = UnsafeRawBufferPointer(rebasing: ahead.prefix { !Self.isLineEnd($0) })
        if text.elementsEqual(Self.endLine) {
            input.skip(text.count)
            return try finish(&input)
        }
        guard let lineEnd = Self.lineEnd(ahead.dropFirst(text.count)), !isAfterLastLine,
            (1...Self.columns).contains(text.count),
            let count = line.withUnsafeMutableBytes({ Base64.decodePadded(text, into: $0) })
        else { throw AgeError.armor }
        waiting = 0..<count
        isAfterLastLine = count < line.count
        input.skip(text.count + lineEnd)
    }

    private mutating func finish(_ input: inout ByteSource) throws {
        let rest = try input.peek(Self.mostSpace + 1)
        guard rest.count <= Self.mostSpace, rest.allSatisfy(Self.isSpace) else {
            throw AgeError.armor
        }
        isAtEnd = true
    }

    /// The size of the LF or CRLF that `text` begins with, or nil.
    private static func lineEnd(_ text: Slice<UnsafeRawBufferPointer>) -> Int? {
        if text.first == UInt8(ascii: "\n") { return 1 }
        return text.starts(with: [13, 10]) ? 2 : nil
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool {
        byte == 10 || byte == 13
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 9 || byte == 10 || byte == 13 || byte == 32
    }

    /// Whether five dashes stand anywhere: armor with something before it or a wrong label.
    private static func hasDashes(_ head: UnsafeRawBufferPointer) -> Bool {
        var run = 0
        for byte in head {
            run = byte == UInt8(ascii: "-") ? run + 1 : 0
            if run == 5 { return true }
        }
        return false
    }
}
