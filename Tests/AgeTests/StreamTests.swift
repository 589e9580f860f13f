import Testing

@testable import Age

private let chunk = AgeFormat.chunkSize

@Suite struct `Payload chunks` {
    static let sizes = [
        0, 1, 15, 16, 17, chunk - 1, chunk, chunk + 1, 2 * chunk - 1, 2 * chunk, 2 * chunk + 1,
        3 * chunk, 3 * chunk + 17,
    ]

    @Test(arguments: sizes) func `open to what was sealed`(size: Int) throws {
        let identity = try identity()
        let plain = content(size)
        for pieces in [Int.max, 1000, chunk - 1, chunk, chunk + 1, 100_000] {
            let file = try sealed(plain, to: [identity.recipient], pieces: pieces)
            let chunks = max(1, (size + chunk - 1) / chunk)
            #expect(payloadSize(of: file) == 16 + size + 16 * chunks)
            for readPieces in [Int.max, 4099, chunk, chunk + 16] {
                let outcome = try opening(file, with: identity, pieces: readPieces)
                #expect(outcome.error == nil)
                #expect(outcome.released == plain, "pieces \(pieces) and \(readPieces)")
            }
        }
    }

    @Test func `are found through a pipe that gives one byte at a time`() throws {
        let identity = try identity()
        let file = try sealed(content(chunk + 5), to: [identity.recipient], pieces: 4096)
        #expect(try opening(file, with: identity, pieces: 1).released == content(chunk + 5))
    }

    /// Cut at every chunk's edges and around them: what comes out is a whole number of the
    /// chunks before the cut, and never a good end.
    @Test(arguments: [2 * chunk, 2 * chunk + 100])
    func `cut off anywhere are noticed`(size: Int) throws {
        let identity = try identity()
        let file = try sealed(content(size), to: [identity.recipient])
        let start = file.count - payloadSize(of: file) + 16
        let edges = (0...2).map { start + $0 * (chunk + 16) }
        let around = [-17, -16, -1, 0, 1, 15, 16]
        let cuts = Set((edges + [file.count]).flatMap { edge in around.map { edge + $0 } })
            .filter { (start..<file.count).contains($0) }
        for cut in cuts {
            let outcome = try opening(Array(file.prefix(cut)), with: identity)
            #expect(outcome.error == .cutOff || outcome.error == .payloadChanged, "cut at \(cut)")
            #expect(outcome.released == Array(content(size).prefix(outcome.released.count)))
            #expect(outcome.released.count <= (cut - start) / (chunk + 16) * chunk)
        }
    }

    @Test func `followed by anything are refused`() throws {
        let identity = try identity()
        for size in [0, 5, chunk - 1, chunk, chunk + 1] {
            let file = try sealed(content(size), to: [identity.recipient])
            for extra in [1, 15, 16, 17, chunk, chunk + 16, chunk + 17] {
                let outcome = try opening(file + content(extra), with: identity)
                #expect(outcome.error == .payloadChanged || outcome.error == .cutOff)
                #expect(outcome.released == Array(content(size).prefix(outcome.released.count)))
            }
            #expect(try opening(file + file, with: identity).error != nil)
        }
    }

    /// Each row: the chunks, how many bytes may be released, how it ends.
    static let forgeries: [(String, [(Int, UInt64, Bool)], Int, AgeError?)] = [
        ("good", [(chunk, 0, false), (3, 1, true)], chunk + 3, nil),
        ("good, full at the end", [(chunk, 0, false), (chunk, 1, true)], 2 * chunk, nil),
        ("good and empty", [(0, 0, true)], 0, nil),
        ("no chunk", [], 0, .cutOff),
        ("no last mark on a short one", [(3, 0, false)], 0, .payloadChanged),
        ("no last mark on a full one", [(chunk, 0, false)], chunk, .cutOff),
        ("no last mark on an empty one", [(0, 0, false)], 0, .payloadChanged),
        (
            "no last mark on the second", [(chunk, 0, false), (chunk, 1, false)], 2 * chunk,
            .cutOff
        ),
        ("empty at the end", [(chunk, 0, false), (0, 1, true)], chunk, .payloadChanged),
        ("short in the middle", [(chunk - 1, 0, false), (3, 1, true)], 0, .payloadChanged),
        ("two last ones, short", [(3, 0, true), (3, 1, true)], 0, .payloadChanged),
        ("two last ones, full", [(chunk, 0, true), (chunk, 1, true)], chunk, .payloadChanged),
        ("two last ones, same counter", [(chunk, 0, true), (3, 0, true)], chunk, .payloadChanged),
        ("empty one after a full last", [(chunk, 0, true), (0, 1, true)], chunk, .payloadChanged),
        ("swapped", [(chunk, 1, false), (chunk, 0, false), (3, 2, true)], 0, .payloadChanged),
        ("first missing", [(chunk, 1, false), (3, 2, true)], 0, .payloadChanged),
        ("middle missing", [(chunk, 0, false), (3, 2, true)], chunk, .payloadChanged),
        ("repeated", [(chunk, 0, false), (chunk, 0, false), (3, 1, true)], chunk, .payloadChanged),
        ("counter far ahead", [(3, 1 << 40, true)], 0, .payloadChanged),
        ("too long at the end", [(chunk + 1, 0, true)], 0, .payloadChanged),
    ]

    @Test(arguments: forgeries) func `out of order, marked wrongly or missing are refused`(
        name: String, chunks: [(Int, UInt64, Bool)], released: Int, error: AgeError?
    ) throws {
        let forge = try Forge()
        let payload = try forge.payload(
            chunks.map { (bytes: content($0.0), counter: $0.1, last: $0.2) })
        let outcome = try opening(try forge.header() + payload, with: forge.identity)
        #expect(outcome.error == error, "\(name)")
        #expect(outcome.released.count == released, "\(name)")
    }

    @Test func `from another file are refused`() throws {
        let identity = try identity()
        let one = try sealed(content(10), to: [identity.recipient])
        let other = try sealed(content(10), to: [identity.recipient])
        let mixed = Array(one.dropLast(payloadSize(of: one)) + other.suffix(payloadSize(of: other)))
        let outcome = try opening(mixed, with: identity)
        #expect(outcome.error == .payloadChanged && outcome.released.isEmpty)
    }

    @Test func `are numbered in eleven bytes and marked in the twelfth`() {
        var nonce = StreamNonce(counter: 0x0102_0304_0506_07fe)
        nonce.advance()
        #expect(nonce.bytes == [0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 0xff, 0])
        nonce.advance()
        nonce.mark(last: true)
        #expect(nonce.bytes == [0, 0, 0, 1, 2, 3, 4, 5, 6, 8, 0, 1])
        #expect(StreamNonce().bytes == [UInt8](repeating: 0, count: 12))
    }

    @Test func `end the process before a nonce is used twice`() async {
        await #expect(processExitsWith: trap) {
            var nonce = StreamNonce(counter: .max)
            nonce.advance()
        }
    }

    private func payloadSize(of file: [UInt8]) -> Int {
        guard
            let dashes = file.indices.first(where: { file[$0...].starts(with: Array("\n---".utf8)) }
            ),
            let end = file[(dashes + 1)...].firstIndex(of: 10)
        else { return 0 }
        return file.count - end - 1
    }
}
