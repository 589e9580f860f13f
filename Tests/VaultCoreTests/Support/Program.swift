import Foundation

/// The built program, run as a child with surroundings of its own.
enum Program {
    struct Answer {
        let code: Int32
        let output: String
        let errors: String
    }

    /// `VAULT_PROGRAM`, or the debug build of this repository.
    static var path: String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return ProcessInfo.processInfo.environment["VAULT_PROGRAM"]
            ?? root.path + "/.build/debug/vault"
    }

    /// Nothing of this user's own settings.
    static func environment(in place: TestFolder) -> [String: String] {
        [
            "HOME": place("home"), "XDG_STATE_HOME": place("state"),
            "XDG_RUNTIME_DIR": place("run"), "VAULT_FILE": place("data/practice.vault"),
            "PATH": "/usr/bin:/bin", "TZ": "UTC",
        ]
    }

    static func run(
        _ arguments: [String], in place: TestFolder, input: String = "", umask: String = "022",
        prepare: () throws -> Void = {}
    ) throws -> Answer {
        try prepare()
        return try shell(
            "umask \(umask); exec \"$0\" \"$@\"", [path] + arguments, in: place, input: input)
    }

    /// Runs a line of shell; `arguments` are `$0`, `$1`, …
    static func shell(
        _ line: String, _ arguments: [String] = [], in place: TestFolder, input: String = ""
    ) throws -> Answer {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line] + arguments
        process.environment = environment(in: place)
        process.currentDirectoryURL = URL(fileURLWithPath: place.path)
        // Files rather than pipes: no other child of this process can hold them open.
        let names = ["in", "out", "err"].map { place(".\($0)-\(UUID().uuidString)") }
        try write(input, to: names[0])
        try write("", to: names[1])
        try write("", to: names[2])
        process.standardInput = FileHandle(forReadingAtPath: names[0])
        process.standardOutput = FileHandle(forWritingAtPath: names[1])
        process.standardError = FileHandle(forWritingAtPath: names[2])
        try process.run()
        process.waitUntilExit()
        let texts = try names.dropFirst().map { String(decoding: try contents($0), as: UTF8.self) }
        for name in names { unlink(name) }
        return Answer(code: process.terminationStatus, output: texts[0], errors: texts[1])
    }
}
