import Sealing
import Testing

@testable import Age

@Suite struct `X25519 stanzas` {
    /// Attack 13: only a body of exactly 32 bytes is ever tried.
    @Test(arguments: Array(0...31) + Array(33...64) + [4096])
    func `of another body size are refused`(size: Int) throws {
        let forge = try Forge()
        let argument = try forge.stanzaLines()[0].dropFirst(3).split(separator: " ")
        let stanza = Stanza(
            arguments: argument.map(String.init), body: .init(repeating: 1, count: size))
        let text = "age-encryption.org/v1\n" + String(decoding: stanza.encoded, as: UTF8.self)
        #expect(try opening(try forge.file(text), with: forge.identity).error == .header)
    }

    /// Points that give a zero secret with every scalar (RFC 7748, section 6.1; libsodium's list).
    @Test(arguments: [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f11d7",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    ]) func `with a low-order share are refused`(point: String) throws {
        let forge = try Forge()
        let stanza = Stanza(
            arguments: ["X25519", Base64.encode(hex(point))], body: .init(repeating: 1, count: 32))
        let text = "age-encryption.org/v1\n" + String(decoding: stanza.encoded, as: UTF8.self)
        #expect(try opening(try forge.file(text), with: forge.identity).error == .header)
        #expect(throws: AgeError.badRecipient) {
            try sealed([], to: [AgeRecipient(point: hex(point))])
        }
    }

    @Test func `open for each of several recipients and nobody else`() throws {
        let first = try AgeIdentity.random()
        let second = try AgeIdentity.random()
        let file = try sealed(content(10), to: [first.recipient, second.recipient])
        #expect(try opening(file, with: first).released == content(10))
        #expect(try opening(file, with: second).released == content(10))
        let outcome = try opening(file, with: try AgeIdentity.random())
        #expect(outcome.error == .noMatchingKey && outcome.released.isEmpty)
    }

    @Test func `are never the same twice`() throws {
        let identity = try identity()
        let first = try sealed([], to: [identity.recipient, identity.recipient])
        let second = try sealed([], to: [identity.recipient])
        let lines = (first + second).split(separator: 10).map(Array.init)
            .filter { $0.count > 40 && $0.count < 60 }
        #expect(Set(lines).count == lines.count && lines.count >= 6)
    }
}

@Suite struct `scrypt stanzas` {
    private static let salt = "AAAAAAAAAAAAAAAAAAAAAA"

    private static func header(_ arguments: String, bodySize: Int = 32) throws -> [UInt8] {
        let forge = try Forge()
        let stanza = Stanza(
            arguments: arguments.split(separator: " ", omittingEmptySubsequences: false)
                .map(String.init),
            body: .init(repeating: 1, count: bodySize))
        return try forge.file(
            "age-encryption.org/v1\n" + String(decoding: stanza.encoded, as: UTF8.self))
    }

    /// Attack 12: refused while reading the header, before any memory is taken or time spent.
    @Test(arguments: [
        "21", "22", "23", "30", "40", "63", "64", "99", "255", "256", "65536", "2147483648",
        "9223372036854775807", "9223372036854775808", "18446744073709551616",
        String(repeating: "9", count: 4000), "1" + String(repeating: "0", count: 40),
    ]) func `of too high a work factor are refused`(workFactor: String) throws {
        let file = try Self.header("scrypt \(Self.salt) \(workFactor)")
        let passphrase = try passphrase("a")
        #expect(try opening(file, with: passphrase).error == .workFactorTooHigh)
        #expect(throws: AgeError.workFactorTooHigh) { try AgeLock.needed(read: Reader(file).read) }
    }

    /// Attack 12: scrypt with N = 2^18 would need 256 MiB already.
    @Test func `of too high a work factor are refused without taking memory`() async {
        await #expect(processExitsWith: .success) {
            let file = try Self.header("scrypt \(Self.salt) 40")
            let passphrase = try passphrase("a")
            try limitMemory()
            #expect(try opening(file, with: passphrase).error == .workFactorTooHigh)
        }
    }

    @Test(arguments: [
        "0", "00", "01", "010", "+18", "-18", "0x12", "1e1", "18.0", "18a", "a18", "1_8", "١٨",
        "18\u{0}", "0000000000000018",
    ]) func `of a badly written work factor are refused`(workFactor: String) throws {
        let outcome = try opening(
            try Self.header("scrypt \(Self.salt) \(workFactor)"), with: try passphrase("a"))
        #expect(outcome.error == .header)
    }

    @Test(arguments: [
        "scrypt", "scrypt \(salt)", "scrypt \(salt) 10 10", "scrypt 10 \(salt)",
        "scrypt AAAAAAAAAAAAAAAAAAAA 10", "scrypt AAAAAAAAAAAAAAAAAAAAAAAA 10",
        "scrypt AAAAAAAAAAAAAAAAAAAAAB 10", "scrypt AAAAAAAAAAAAAAAAAAAAAA== 10",
    ]) func `of another shape are refused`(arguments: String) throws {
        let outcome = try opening(try Self.header(arguments), with: try passphrase("a"))
        #expect(outcome.error == .header)
    }

    @Test(arguments: [0, 1, 15, 16, 31, 33, 48, 64])
    func `of another body size are refused`(size: Int) throws {
        let file = try Self.header("scrypt \(Self.salt) 1", bodySize: size)
        #expect(try opening(file, with: try passphrase("a")).error == .header)
    }

    @Test func `open with the passphrase alone`() throws {
        let writer = Writer()
        var sealer = try AgeSealer(
            passphrase: try passphrase("korrekt"), workFactor: 4, write: writer.write)
        try sealer.append(content(100))
        try sealer.finish()
        #expect(try opening(writer.bytes, with: try passphrase("korrekt")).released == content(100))
        let outcome = try opening(writer.bytes, with: try passphrase("Korrekt"))
        #expect(outcome.error == .wrongPassphrase && outcome.released.isEmpty)
    }

    @Test func `cost N = 2^18 unless a test asks for less`() throws {
        let writer = Writer()
        try AgeSealer(passphrase: try passphrase("a"), write: writer.write).finish()
        let line = writer.bytes.split(separator: 10)[1]
        #expect(String(decoding: line, as: UTF8.self).hasSuffix(" 18"))
        #expect(AgeFormat.standardWorkFactor == 18 && AgeFormat.highestWorkFactor == 20)
    }

    @Test func `that could never be opened again are not written`() async {
        await #expect(processExitsWith: trap) {
            try AgeSealer(passphrase: try passphrase("a"), workFactor: 21) { _ in }.finish()
        }
        await #expect(processExitsWith: trap) {
            try AgeSealer(passphrase: try passphrase("a"), workFactor: 0) { _ in }.finish()
        }
    }
}
