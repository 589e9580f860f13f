internal import Foundation

/// Files that are written to be printed or handed over as they are, such as recovery sheets.
///
/// Each is read back from the medium under a name that says that it is not finished; `commit` then
/// makes them count, and only then do they get their names: no paper must be printed that opens
/// nothing.
package enum PrintedFiles {
    package static func write(
        _ files: [(name: String, contents: [UInt8])], to path: String, forOthers: Bool = false,
        commit: () throws -> Void
    ) throws {
        let folder = try ExportFolder(path, forOthers: forOthers)
        var written: [String] = []
        do {
            for file in files {
                // What a command that was stopped left behind is in nobody's way.
                let name = file.name + unfinished
                folder.remove(name)
                folder.remove(name + ".partial")
                try folder.write(name, bytes: file.contents)
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
