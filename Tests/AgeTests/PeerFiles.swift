import Foundation
import Testing

@testable import Age

/// What is exchanged with other implementations. More sizes, in bytes and separated by commas, can
/// be asked for in the environment: `VAULT_AGE_SIZES=1073741824`.
enum PeerFiles {
    static let sizes =
        [0, 1, 65_535, 65_536, 65_537, 131_072, 1_234_567, 2 << 20, 2 << 20 | 1, 3 << 20] + asked
    /// For passphrases, which cost scrypt each time and have the same payload.
    static let few = [0, 65_537] + asked
    private static let asked = (ProcessInfo.processInfo.environment["VAULT_AGE_SIZES"] ?? "")
        .split(separator: ",").compactMap { Int($0) }
}

@discardableResult
func run(_ command: String...) throws -> String {
    try run(command)
}

struct ProgramFailed: Error {
    var command: [String]
}

/// Runs a program to a good end and gives what it printed.
@discardableResult
func run(
    _ command: [String], in folder: String? = nil, environment: [String: String] = [:]
) throws -> String {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ProgramFailed(command: command) }
    return String(decoding: text, as: UTF8.self)
}

func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "age-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    try body(folder.path())
}

/// The content of big files: one block, again and again.
private let block = content(1 << 20)

func blocks(_ size: Int) -> some Sequence<ArraySlice<UInt8>> {
    stride(from: 0, to: size, by: block.count).lazy.map { block.prefix(size - $0) }
}

func write(_ size: Int, to path: String) throws {
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    let file = try #require(FileHandle(forWritingAtPath: path))
    for part in blocks(size) {
        try file.write(contentsOf: part)
    }
    try file.close()
}

func seal(
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

func reading(_ file: FileHandle) -> (UnsafeMutableRawBufferPointer) throws -> Int {
    { target in
        let part = try file.read(upToCount: target.count) ?? Data()
        target.copyBytes(from: part)
        return part.count
    }
}

func expectContent(_ opener: consuming AgeOpener, size: Int) throws {
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
func holdsContent(_ path: String, size: Int) throws -> Bool {
    if size == 0, !FileManager.default.fileExists(atPath: path) { return true }
    let file = try #require(FileHandle(forReadingAtPath: path))
    for part in blocks(size) {
        guard try file.read(upToCount: part.count) == Data(part) else { return false }
    }
    return try file.read(upToCount: 1) ?? Data() == Data()
}
