import Foundation
import Sealing
import Testing

/// Both directions against the reference implementation of SLIP-0039, `shamir-mnemonic` for the
/// system's Python. Without it these tests fail: `make test` puts it into `.build/python`.
@Suite struct `The reference implementation of shares` {
    static let sets = [(1, 1, 16), (2, 2, 16), (2, 3, 16), (3, 5, 24), (2, 3, 32), (16, 16, 32)]

    @Test(arguments: sets) func `reads what was made here`(needed: Int, of: Int, size: Int) throws {
        let content = try Randomness.bytes(size)
        let sheets = try SecretShares.split(try secret(content), needed: needed, of: of)
        let chosen = sheets.shuffled().prefix(needed).map { $0.words.joined(separator: " ") }
        #expect(try peer("combine", input: chosen) == [content.hexText])
    }

    @Test(arguments: sets, [0, 1]) func `makes what is read here`(
        set: (needed: Int, of: Int, size: Int), extendable: Int
    ) throws {
        let content = try Randomness.bytes(set.size)
        let sheets = try peer(
            "split", "\(set.needed)", "\(set.of)", "\(extendable)", content.hexText)
        #expect(sheets.count == set.of)
        let read = try sheets.shuffled().prefix(set.needed).map { try ShareWords(typed: $0) }
        #expect(try SecretShares.combine(read).equals(try secret(content)))
    }

    @Test func `refuses a changed sheet of ours`() throws {
        let content = try secret([UInt8](repeating: 7, count: 16))
        var words = try SecretShares.split(content, needed: 1, of: 1)[0].words
        words[6] = words[6] == "always" ? "beyond" : "always"
        let error = #expect(throws: PeerFailed.self) {
            try peer("combine", input: [words.joined(separator: " ")])
        }
        #expect(error?.complaint.contains("Invalid mnemonic checksum") == true)
    }
}

/// What the peer said when it did not come to a good end.
private struct PeerFailed: Error {
    var complaint: String
}

private let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Vectors/share_peer.py").path()

/// Where `make test` installs the peer, beside what the environment names.
private let packages = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../.build/python").standardized.path()

/// The lines that the peer prints at its good end.
@discardableResult
private func peer(_ arguments: String..., input: [String] = []) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [script] + arguments
    var environment = ProcessInfo.processInfo.environment
    environment["PYTHONPATH"] = [packages, environment["PYTHONPATH"]].compactMap(\.self)
        .joined(separator: ":")
    process.environment = environment
    let (typed, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = typed
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try typed.fileHandleForWriting.write(contentsOf: Data(input.joined(separator: "\n").utf8))
    try typed.fileHandleForWriting.close()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    let complaint = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
        throw PeerFailed(complaint: String(decoding: complaint, as: UTF8.self))
    }
    return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
}
