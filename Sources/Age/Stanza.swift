/// One recipient's entry in the header: arguments on a line, then a wrapped file key.
///
///     -> X25519 XEl0dJ6y3C7KZkgmgWUicg63EyXJiwBJW8PdYJ/cYBE
///     qRS0AMjdjPvZ/WT08U2KL4G+PIooA3hy38SvLpvaC1E
///
/// Arguments are printable ASCII without spaces, the first is the kind. The body is unpadded
/// Base64 in lines of 64 characters and ends with a shorter one, which may be empty.
struct Stanza: Equatable {
    static let mark = Array("-> ".utf8)
    static let columns = 64

    var arguments: [String]
    var body: [UInt8]

    /// What kind of recipient wrote this; kinds are case-sensitive.
    var kind: String { arguments[0] }

    init(arguments: [String], body: [UInt8]) {
        precondition(!arguments.isEmpty, "a stanza has a kind")
        self.arguments = arguments
        self.body = body
    }

    /// Reads the line that begins with the mark, then body lines from `next` until a short one.
    init(
        firstLine: [UInt8], next: () throws -> [UInt8]
    ) throws {
        let words = firstLine.dropFirst(Self.mark.count)
            .split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard firstLine.starts(with: Self.mark),
            words.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x21...0x7e).contains($0) } })
        else { throw AgeError.header }
        arguments = words.map { String(decoding: $0, as: UTF8.self) }
        body = []
        var line: [UInt8]
        repeat {
            line = try next()
            guard line.count <= Self.columns, let part = Base64.decode(line) else {
                throw AgeError.header
            }
            body += part
        } while line.count == Self.columns
    }

    /// The lines as they stand in the header, each with its line feed.
    var encoded: [UInt8] {
        var text = Self.mark + Array(arguments.joined(separator: " ").utf8) + [10]
        var rest = Base64.encode(body).utf8[...]
        while rest.count >= Self.columns {
            text += Array(rest.prefix(Self.columns)) + [10]
            rest = rest.dropFirst(Self.columns)
        }
        return text + Array(rest) + [10]
    }
}
