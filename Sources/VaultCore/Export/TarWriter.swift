/// A ustar archive (POSIX.1-1988) of small regular files: what `tar xf` reads everywhere.
///
/// Sixty lines rather than a library, because the archive holds a few short files with neutral names
/// and fixed metadata, so that equal content gives equal bytes.
struct TarWriter {
    private(set) var bytes: [UInt8] = []

    /// Adds a file; the name is ours, short and plain.
    mutating func append(_ name: String, _ contents: [UInt8], modified: UInt64) {
        bytes += Self.header(name, size: contents.count, modified: modified)
        bytes += contents
        bytes += [UInt8](repeating: 0, count: (512 - contents.count % 512) % 512)
    }

    /// Two empty blocks end an archive.
    mutating func finish() { bytes += [UInt8](repeating: 0, count: 1024) }

    private static func header(_ name: String, size: Int, modified: UInt64) -> [UInt8] {
        precondition(name.utf8.count < 100)
        var block = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at offset: Int) {
            block.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
        }
        func octal(_ value: UInt64, digits: Int) -> String {
            let text = String(value, radix: 8)
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        put(name, at: 0)
        put(octal(0o600, digits: 7), at: 100)
        put(octal(0, digits: 7), at: 108)
        put(octal(0, digits: 7), at: 116)
        put(octal(UInt64(size), digits: 11), at: 124)
        put(octal(modified, digits: 11), at: 136)
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar\u{0}00", at: 257)
        put(octal(block.reduce(0) { $0 + UInt64($1) }, digits: 6) + "\u{0} ", at: 148)
        return block
    }
}
