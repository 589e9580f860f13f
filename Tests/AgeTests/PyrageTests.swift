import Foundation
import Testing

@testable import Age

/// Both directions against the Rust implementation of age, `pyrage` for the system's Python.
/// Without it these tests fail: `make test` puts it into `.build/python`.
@Suite struct `The Rust implementation of age` {
    @Test(arguments: PeerFiles.sizes) func `opens what was sealed for its key`(
        size: Int
    ) throws {
        try withFolder { folder in
            let key = try identity()
            let other = try AgeIdentity.random().recipient
            try seal(size, into: folder + "/in") {
                try AgeSealer(to: [other, key.recipient], write: $0)
            }
            try peer("decrypt", knownKey, in: folder)
            #expect(try holdsContent(folder + "/out", size: size))
        }
    }

    @Test(arguments: PeerFiles.sizes, ["encrypt", "armor"])
    func `seals what opens with its key`(size: Int, verb: String) throws {
        try withFolder { folder in
            let key = try identity()
            let other = try AgeIdentity.random().recipient
            try write(size, to: folder + "/in")
            try peer(verb, other.text, key.recipient.text, in: folder)
            let file = try #require(FileHandle(forReadingAtPath: folder + "/out"))
            try expectContent(try AgeOpener(read: reading(file), identity: key), size: size)
        }
    }

    @Test(arguments: [0, 65_537]) func `opens what was sealed with a passphrase`(
        size: Int
    ) throws {
        try withFolder { folder in
            try seal(size, into: folder + "/in") {
                try AgeSealer(
                    passphrase: try passphrase("Bäume im Wind"), workFactor: 10, write: $0)
            }
            try peer("decrypt", "--passphrase", "Bäume im Wind", in: folder)
            #expect(try holdsContent(folder + "/out", size: size))
        }
    }

    /// It chooses the cost by the speed of the machine: once is enough.
    @Test func `seals what opens with the passphrase`() throws {
        try withFolder { folder in
            try write(65_537, to: folder + "/in")
            try peer("encrypt", "--passphrase", "Bäume im Wind", in: folder)
            let file = try #require(FileHandle(forReadingAtPath: folder + "/out"))
            try expectContent(
                try AgeOpener(read: reading(file), passphrase: try passphrase("Bäume im Wind")),
                size: 65_537)
        }
    }

    /// What ours refuses, another implementation does too; and the test can fail.
    @Test func `refuses a changed file of ours`() throws {
        try withFolder { folder in
            let key = try identity()
            var file = try sealed(content(200_000), to: [key.recipient])
            file[file.count - 1] ^= 1
            #expect(
                FileManager.default.createFile(atPath: folder + "/in", contents: Data(file)))
            #expect(throws: ProgramFailed.self) { try peer("decrypt", knownKey, in: folder) }
        }
    }
}

private let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Peer/pyrage_peer.py").path()

/// Where `make test` installs the peer, beside what the environment names.
private let packages = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../.build/python").standardized.path()

/// Makes `out` of `in`.
private func peer(_ arguments: String..., in folder: String) throws {
    let path = [packages, ProcessInfo.processInfo.environment["PYTHONPATH"]].compactMap(\.self)
    try run(
        [
            "/bin/sh", "-c", "exec /usr/bin/python3 \"$0\" \"$@\" < in > out", script,
        ] + arguments, in: folder, environment: ["PYTHONPATH": path.joined(separator: ":")])
}
