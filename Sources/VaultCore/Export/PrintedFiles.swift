internal import Foundation

/// Files that are written only to be printed, such as recovery sheets.
///
/// Each is read back from the medium under a name that says that it is not finished; `commit` then
/// makes them count, and only then do they get their names: no paper must be printed that opens
/// nothing.
package enum PrintedFiles {
    package static func write(
        _ files: [(name: String, contents: [UInt8])], to path: String, commit: () throws -> Void
    ) throws {
        let folder = try ExportFolder(path)
        var written: [String] = []
        do {
            for file in files {
                // What a command that was stopped left behind is in nobody's way.
                let name = file.name + unfinished
                folder.remove(name)
                folder.remove(name + ".partial")
                try folder.write(name) { append in
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
            for name in written { folder.remove(name + unfinished) }
            throw error
        }
        for name in written {
            // Sheets of the same day that count no longer.
            folder.remove(name)
            try Platform.renameWithoutReplacing(
                in: folder.descriptor, from: name + unfinished, to: name)
        }
    }

    private static let unfinished = ".unfinished"
}
