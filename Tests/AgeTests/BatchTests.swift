import Foundation
import Sealing
import Testing

@testable import Age

private let chunk = AgeFormat.chunkSize
private let batch = AgeFormat.batch * chunk
private let sealedChunk = AgeFormat.sealedChunkSize

/// Made once: a debug build takes long for each byte.
private let longest = content(2 * batch + 5 * chunk + 17)

private func beginning(_ count: Int) -> [UInt8] { Array(longest.prefix(count)) }

private struct Pulled: Error {}

@Suite struct `Batches of chunks` {
    static let sizes = [
        7 * chunk, 8 * chunk - 1, 8 * chunk, 8 * chunk + 1, 9 * chunk, batch - 1, batch,
        batch + 1, batch + chunk, 2 * batch - chunk, 2 * batch, 2 * batch + 1,
        longest.count,
    ]

    /// The same file key, the same nonce, one chunk after the other on this thread.
    @Test(arguments: sizes) func `are the same bytes as chunks sealed one by one`(
        size: Int
    ) throws {
        let identity = try identity()
        let plain = beginning(size)
        for pieces in [Int.max, chunk + 1, 10 * chunk, 100_000, 1_000_000, batch] {
            let writer = Writer()
            var sealer = try AgeSealer(to: [identity.recipient], write: writer.write)
            for start in stride(from: 0, to: size, by: min(pieces, size)) {
                try sealer.append(Array(plain[start...].prefix(pieces)))
            }
            let fileKey = try sealer.finishKeepingKey()
            let payload = writer.bytes.suffix(payloadSize(size))
            let key = try fileKey.fileKey.payloadKey(nonce: Array(payload.prefix(16)))
            let expected = try oneByOne(plain, key: key)
            #expect(isSame(payload.dropFirst(16), expected), "pieces of \(pieces)")
            let outcome = try opening(writer.bytes, with: identity)
            #expect(outcome.error == nil && isSame(outcome.released, plain), "pieces of \(pieces)")
        }
    }

    private static let whole = 2 * batch + 3 * chunk + 100

    /// Whichever chunk is changed, exactly the chunks before it come out.
    @Test func `release no more than what stands before a change`() throws {
        let (file, start, plain) = try sealedFile(Self.whole)
        let identity = try identity()
        for number in 0..<(Self.whole + chunk - 1) / chunk {
            var changed = file
            changed[start + number * sealedChunk + 99] ^= 1
            let outcome = try opening(changed, with: identity)
            #expect(outcome.error == .payloadChanged, "chunk \(number)")
            #expect(isSame(outcome.released, plain.prefix(number * chunk)), "chunk \(number)")
        }
    }

    /// A whole number of chunks is authentic to its end, and only the last mark is missing.
    @Test func `cut off at an edge release what is left and say so`() throws {
        let (file, start, plain) = try sealedFile(Self.whole)
        let identity = try identity()
        for number in 0..<(Self.whole + chunk - 1) / chunk {
            let edge = start + number * sealedChunk
            let outcome = try opening(Array(file.prefix(edge)), with: identity)
            #expect(outcome.error == .cutOff, "at chunk \(number)")
            #expect(isSame(outcome.released, plain.prefix(number * chunk)), "at chunk \(number)")
            let within = try opening(Array(file.prefix(edge + 17)), with: identity)
            #expect(within.error == .payloadChanged, "in chunk \(number)")
            #expect(isSame(within.released, plain.prefix(number * chunk)), "in chunk \(number)")
        }
    }

    @Test(arguments: [(0, 1), (3, 30), (30, 32), (31, 32), (0, 32), (31, 63), (64, 65)])
    func `out of order are refused at the first of them`(one: Int, other: Int) throws {
        let (file, start, plain) = try sealedFile(Self.whole)
        var changed = file
        for (place, taken) in [(one, other), (other, one)] {
            let target = start + place * sealedChunk
            let source = start + taken * sealedChunk
            changed.replaceSubrange(
                target..<target + sealedChunk, with: file[source..<source + sealedChunk])
        }
        let outcome = try opening(changed, with: try identity())
        #expect(outcome.error == .payloadChanged)
        #expect(isSame(outcome.released, plain.prefix(one * chunk)))
    }

    @Test(arguments: [batch - 1, batch, batch + 1, 2 * batch])
    func `followed by anything are refused`(size: Int) throws {
        let (file, _, plain) = try sealedFile(size)
        for extra in [1, 16, 17, chunk, sealedChunk, batch] {
            let outcome = try opening(file + beginning(extra), with: try identity())
            #expect(outcome.error == .payloadChanged)
            // A full last chunk is authentic, a shorter one then has another's bytes behind it.
            let kept = size % chunk == 0 ? size : size / chunk * chunk
            #expect(isSame(outcome.released, plain.prefix(kept)), "\(extra) more")
        }
    }

    /// A chunk comes out when a byte behind it was read, whenever the reading fails.
    @Test func `read before a failure are released, and then the failure`() throws {
        let (file, start, plain) = try sealedFile(Self.whole)
        let identity = try identity()
        for good in stride(from: start, to: file.count, by: 50_021) {
            let reader = Reader(Array(file.prefix(good)), pieces: 30_011)
            var released: [UInt8] = []
            #expect(throws: Pulled.self, "after \(good) bytes") {
                var opener = try AgeOpener(
                    read: { target in
                        let count = try reader.read(target)
                        if count == 0 { throw Pulled() }
                        return count
                    }, identity: identity)
                while try opener.next({ released += $0 }) {}
            }
            let chunks = max(0, good - start - 1) / sealedChunk
            #expect(isSame(released, plain.prefix(chunks * chunk)), "after \(good) bytes")
        }
    }

    /// The header, two full batches and what is left are a write each.
    @Test(arguments: 0..<4) func `that cannot be written are told of`(good: Int) throws {
        var left = good
        let outcome = Result {
            var sealer = try AgeSealer(to: [try identity().recipient]) { _ in
                guard left > 0 else { throw Pulled() }
                left -= 1
            }
            do {
                try sealer.append(beginning(Self.whole))
            } catch is Pulled {
                left = .max
                #expect(throws: Pulled.self) { try sealer.append([1]) }
                #expect(throws: Pulled.self) { try sealer.append([]) }
            }
            try sealer.finish()
        }
        #expect(throws: Pulled.self) { try outcome.get() }
        #expect(left == 0 || left == .max)
    }

    /// 256 MiB pass through; what the batches take is a few of them.
    @Test func `take the same memory however long the file is`() async {
        await #expect(processExitsWith: .success) {
            let identity = try identity()
            let piece = content(1 << 20)
            let before = try mostMemory()
            var sealer = try AgeSealer(to: [identity.recipient]) { _ in }
            for _ in 0..<256 { try sealer.append(piece) }
            try sealer.finish()
            #expect(try mostMemory() - before < 24 << 20)
        }
    }

    private func sealedFile(_ size: Int) throws -> (file: [UInt8], start: Int, plain: [UInt8]) {
        let plain = beginning(size)
        let file = try sealed(plain, to: [try identity().recipient])
        return (file, file.count - payloadSize(size) + 16, plain)
    }

    private func payloadSize(_ size: Int) -> Int { 16 + size + 16 * ((size + chunk - 1) / chunk) }

    private func oneByOne(_ plain: [UInt8], key: borrowing SecretKey) throws -> [UInt8] {
        var sealed: [UInt8] = []
        for start in stride(from: 0, to: plain.count, by: chunk) {
            let part = Array(plain[start...].prefix(chunk))
            var nonce = StreamNonce(counter: UInt64(start / chunk))
            nonce.mark(last: start + chunk >= plain.count)
            var target = [UInt8](repeating: 0, count: part.count + 16)
            try part.withUnsafeBytes { part in
                try target.withUnsafeMutableBytes {
                    try ChaChaPoly.seal(part, into: $0, nonce: nonce.bytes, key: key)
                }
            }
            sealed += target
        }
        return sealed
    }
}

/// The most memory this process ever had, in bytes.
private func mostMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    return try #require(Int(line.split(separator: " ", omittingEmptySubsequences: true)[1])) << 10
}
