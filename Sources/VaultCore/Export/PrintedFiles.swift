internal import Foundation

/// Files that are written only to be printed, such as recovery sheets.
///
/// Each is read back from the medium; `commit` then makes them count. Where it fails, the files
/// are taken away again: no paper must be printed that opens nothing.
package enum PrintedFiles {
    package static func write(
        _ files: [(name: String, contents: [UInt8])], to path: String, commit: () throws -> Void
    ) throws {
        let folder = try ExportFolder(path)
        var written: [String] = []
        do {
            for file in files {
                // What a command that was stopped left behind is in nobody's way.
                folder.remove(file.name + ".partial")
                try folder.write(file.name) { append in
                    try file.contents.withUnsafeBytes(append)
                } check: { read in
                    var copy = [UInt8](repeating: 0, count: file.contents.count + 1)
                    var filled = 0
                    while filled < copy.count {
                        let count = try copy.withUnsafeMutableBytes {
                            try read(UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
                        }
                        if count == 0 { break }
                        filled += count
                    }
                    guard filled == file.contents.count, copy.dropLast() == file.contents[...]
                    else { throw ExportError.readBackDiffers }
                }
                written.append(file.name)
            }
            try commit()
        } catch {
            for name in written { folder.remove(name) }
            throw error
        }
    }
}
