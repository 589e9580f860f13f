/// Writes a ustar archive (POSIX.1-1988) of regular files: what `tar xf` reads everywhere.
///
/// Sixty lines rather than a library, because the archive holds files with plain neutral names and
/// fixed metadata, streams, and has equal bytes for equal content.
struct TarWriter {
    /// Twelve octal digits of a header's size field, one of which ends it.
    static let largestFile = 1 << 33 - 1

    /// Seconds since 1970 that every file carries.
    let modified: UInt64

    /// Adds a file whose `contents` lends exactly `size` bytes, in parts.
    func append(
        _ name: String, size: Int, to write: @escaping (UnsafeRawBufferPointer) throws -> Void,
        contents: (_ append: @escaping (UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws {
        guard size <= Self.largestFile else { throw ExportError.tooLarge }
        try header(name, size: size).withUnsafeBytes(write)
        var written = 0
        try contents { part in
            written += part.count
            guard written <= size else { throw ExportError.changedMeanwhile }
            try write(part)
        }
        guard written == size else { throw ExportError.changedMeanwhile }
        try [UInt8](repeating: 0, count: (512 - size % 512) % 512).withUnsafeBytes(write)
    }

    /// Two empty blocks end an archive.
    func finish(to write: (UnsafeRawBufferPointer) throws -> Void) throws {
        try [UInt8](repeating: 0, count: 1024).withUnsafeBytes(write)
    }

    private func header(_ name: String, size: Int) -> [UInt8] {
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
