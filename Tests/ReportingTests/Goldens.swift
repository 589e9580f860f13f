import Foundation
import Testing

/// What a person reads is compared with a kept file. `UPDATE_GOLDENS=1` writes it, and fails.
enum Golden {
    static func expect(
        _ text: String, matches name: String, at place: SourceLocation = #_sourceLocation
    ) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            Issue.record("\(name) was written; read it.", sourceLocation: place)
            return
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        #expect(text == kept, "\(name)", sourceLocation: place)
    }
}
