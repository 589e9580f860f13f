import Foundation
import Testing

@testable import Age

/// Both directions against the age program of the system. More sizes, in bytes and separated by
/// commas, can be asked for in the environment: `VAULT_AGE_SIZES=1073741824`.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/age"), "needs age"))
struct `The age program` {
    static let sizes =
        [0, 1, 65_535, 65_536, 65_537, 3 << 20]
        + (ProcessInfo.processInfo.environment["VAULT_AGE_SIZES"] ?? "")
        .split(separator: ",").compactMap { Int($0) }

    @Test(arguments: sizes) func `opens what was sealed for its key`(size: Int) throws {
        try withFolder { folder in
            let key = try keyFile(in: folder)
            try seal(size, into: folder + "/sealed") {
                try AgeSealer(to: [key.recipient], write: $0)
            }
            try run(
                "/usr/bin/age", "-d", "-i", folder + "/key", "-o", folder + "/opened",
                folder + "/sealed")
            #expect(try holdsContent(folder + "/opened", size: size))
        }
    }

    @Test(arguments: sizes, [false, true]) func `seals what opens with its key`(
        size: Int, armored: Bool
    ) throws {
        try withFolder { folder in
            let key = try keyFile(in: folder)
            try write(size, to: folder + "/plain")
            let flags = armored ? ["-a"] : []
            try run(
                ["/usr/bin/age", "-r", key.recipient.text] + flags
                    + ["-o", folder + "/sealed", folder + "/plain"])
            let file = try #require(FileHandle(forReadingAtPath: folder + "/sealed"))
            try expectContent(
                try AgeOpener(read: reading(file), identity: key), size: size)
        }
    }

    @Test(arguments: sizes) func `opens what was sealed with a passphrase`(size: Int) throws {
        try withFolder { folder in
            try seal(size, into: folder + "/sealed") {
                try AgeSealer(
                    passphrase: try passphrase("Bäume im Wind"), workFactor: 10, write: $0)
            }
            try runWithPassphrase(
                "decrypt", "Bäume im Wind", folder + "/sealed", folder + "/opened")
            #expect(try holdsContent(folder + "/opened", size: size))
        }
    }

    @Test(arguments: sizes) func `seals what opens with the passphrase`(size: Int) throws {
        try withFolder { folder in
            try write(size, to: folder + "/plain")
            try runWithPassphrase("encrypt", "Bäume im Wind", folder + "/plain", folder + "/sealed")
            let file = try #require(FileHandle(forReadingAtPath: folder + "/sealed"))
            try expectContent(
                try AgeOpener(read: reading(file), passphrase: try passphrase("Bäume im Wind")),
                size: size)
        }
    }

    @Test func `reads an identity that was made here`() throws {
        try withFolder { folder in
            let made = try AgeIdentity.random()
            try made.withText { text throws(AgeError) in
                #expect(
                    FileManager.default.createFile(atPath: folder + "/key", contents: Data(text)))
            }
            let recipient = try run("/usr/bin/age-keygen", "-y", folder + "/key")
            #expect(recipient == made.recipient.text + "\n")
        }
    }

    private func keyFile(in folder: String) throws -> AgeIdentity {
        try run("/usr/bin/age-keygen", "-o", folder + "/key")
        let text = try #require(FileManager.default.contents(atPath: folder + "/key"))
        let identity = try AgeIdentity(parsing: try secret(Array(text)))
        #expect(String(decoding: text, as: UTF8.self).contains(identity.recipient.text))
        return identity
    }
}

private let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Peer/age_with_passphrase.py").path()

private func runWithPassphrase(_ arguments: String...) throws {
    try run(["/usr/bin/python3", script] + arguments)
}

@discardableResult
private func run(_ command: String...) throws -> String {
    try run(command)
}

/// Runs a program to a good end and gives what it printed.
@discardableResult
private func run(_ command: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(command) failed")
    return String(decoding: text, as: UTF8.self)
}

private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "age-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    try body(folder.path())
}

/// The content of big files: one block, again and again.
private let block = content(1 << 20)

private func blocks(_ size: Int) -> some Sequence<ArraySlice<UInt8>> {
    stride(from: 0, to: size, by: block.count).lazy.map { block.prefix(size - $0) }
}

private func write(_ size: Int, to path: String) throws {
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    let file = try #require(FileHandle(forWritingAtPath: path))
    for part in blocks(size) {
        try file.write(contentsOf: part)
    }
    try file.close()
}

private func seal(
    _ size: Int, into path: String,
    _ open: (@escaping (UnsafeRawBufferPointer) throws -> Void) throws -> AgeSealer
) throws {
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    let file = try #require(FileHandle(forWritingAtPath: path))
    var sealer = try open { try file.write(contentsOf: Data($0)) }
    for part in blocks(size) {
        try sealer.append(Array(part))
    }
    try sealer.finish()
    try file.close()
}

private func reading(_ file: FileHandle) -> (UnsafeMutableRawBufferPointer) throws -> Int {
    { target in
        let part = try file.read(upToCount: target.count) ?? Data()
        target.copyBytes(from: part)
        return part.count
    }
}

private func isSame(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
    guard one.count == other.count else { return false }
    guard let one = one.baseAddress, let otherBytes = other.baseAddress else { return true }
    return memcmp(one, otherBytes, other.count) == 0
}

private func expectContent(_ opener: consuming AgeOpener, size: Int) throws {
    var opener = opener
    var count = 0
    var differs = false
    while try opener.next({ chunk in
        let start = count % block.count
        block.withUnsafeBytes { block in
            let expected = UnsafeRawBufferPointer(rebasing: block[start..<start + chunk.count])
            differs = differs || !isSame(expected, chunk)
        }
        count += chunk.count
    }) {}
    #expect(count == size && !differs)
}

/// The age program makes no file for nothing; its good end has been required before.
private func holdsContent(_ path: String, size: Int) throws -> Bool {
    if size == 0, !FileManager.default.fileExists(atPath: path) { return true }
    let file = try #require(FileHandle(forReadingAtPath: path))
    for part in blocks(size) {
        guard try file.read(upToCount: part.count) == Data(part) else { return false }
    }
    return try file.read(upToCount: 1) ?? Data() == Data()
}
