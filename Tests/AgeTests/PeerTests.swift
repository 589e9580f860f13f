import Foundation
import Testing

@testable import Age

/// Both directions against the age program of the system.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/age"), "needs age"))
struct `The age program` {
    @Test(arguments: PeerFiles.sizes) func `opens what was sealed for its key`(size: Int) throws {
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

    @Test(arguments: PeerFiles.sizes, [false, true]) func `seals what opens with its key`(
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

    @Test(arguments: PeerFiles.few) func `opens what was sealed with a passphrase`(size: Int)
        throws
    {
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

    @Test(arguments: PeerFiles.few) func `seals what opens with the passphrase`(size: Int) throws {
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

    @Test func `opens a file for several recipients with the last one's key`() throws {
        try withFolder { folder in
            let key = try keyFile(in: folder)
            let others = try (0..<9).map { _ in try AgeIdentity.random().recipient }
            try seal(100_000, into: folder + "/sealed") {
                try AgeSealer(to: others + [key.recipient], write: $0)
            }
            try run(
                "/usr/bin/age", "-d", "-i", folder + "/key", "-o", folder + "/opened",
                folder + "/sealed")
            #expect(try holdsContent(folder + "/opened", size: 100_000))
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
