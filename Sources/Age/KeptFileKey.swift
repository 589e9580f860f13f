internal import Sealing

/// The key of a file that was just written, to read the file back with and for nothing else.
///
/// Whoever seals for others' keys could not open the file otherwise, and so could not tell whether
/// the medium kept it. It goes away, wiped, with its holder.
package final class KeptFileKey {
    let fileKey: FileKey

    init(_ fileKey: consuming FileKey) { self.fileKey = fileKey }
}

extension AgeOpener {
    /// Reads back a file that was sealed a moment ago. The header must carry that file's MAC.
    package init(
        read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int, fileKey kept: KeptFileKey
    ) throws {
        var source = try AgeSource(read)
        try Header(reading: &source).verify(with: kept.fileKey)
        try self.init(source: source, fileKey: kept.fileKey)
    }
}
