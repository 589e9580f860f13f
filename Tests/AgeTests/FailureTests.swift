import Testing

@testable import Age

private struct Pulled: Error {}

@Suite struct `Failures of the disk` {
    /// The header is one write, and what is left at the end another; each of them fails once.
    @Test(arguments: 0..<2) func `while writing are passed on and repeated`(good: Int) throws {
        var left = good
        let outcome = Result {
            var sealer = try AgeSealer(to: [try identity().recipient]) { _ in
                guard left > 0 else { throw Pulled() }
                left -= 1
            }
            try sealer.append(content(2 * AgeFormat.chunkSize + 1))
            try sealer.finish()
        }
        #expect(throws: Pulled.self) { try outcome.get() }
    }

    @Test func `while reading are passed on and repeated`() throws {
        let identity = try identity()
        let file = try sealed(content(3 * AgeFormat.chunkSize), to: [identity.recipient])
        let whole = content(3 * AgeFormat.chunkSize)
        let counting = Reader(file, pieces: 10_000)
        var reads = 0
        var counter = try AgeOpener(
            read: {
                reads += 1
                return try counting.read($0)
            }, identity: identity)
        while try counter.next({ _ in }) {}
        #expect(reads > 20)
        for good in 0..<reads {
            let reader = Reader(file, pieces: 10_000)
            var left = good
            var released: [UInt8] = []
            #expect(throws: Pulled.self, "after \(good) reads") {
                var opener = try AgeOpener(
                    read: {
                        guard left > 0 else { throw Pulled() }
                        left -= 1
                        return try reader.read($0)
                    }, identity: identity)
                do {
                    while try opener.next({ released += $0 }) {}
                } catch is Pulled {
                    left = .max
                    _ = try opener.next { released += $0 }
                }
            }
            #expect(released == Array(whole.prefix(released.count)))
            #expect(released.count < whole.count)
        }
    }

    @Test func `of whoever takes the plaintext are passed on and repeated`() throws {
        let identity = try identity()
        let file = try sealed(content(AgeFormat.chunkSize * 2), to: [identity.recipient])
        var opener = try AgeOpener(read: Reader(file).read, identity: identity)
        var failed = 0
        for _ in 0..<2 {
            do {
                _ = try opener.next { _ in throw Pulled() }
            } catch is Pulled {
                failed += 1
            }
        }
        #expect(failed == 2)
    }

    @Test func `come only once the end is passed`() throws {
        let identity = try identity()
        let file = try sealed([1, 2, 3], to: [identity.recipient])
        var opener = try AgeOpener(read: Reader(file).read, identity: identity)
        var calls = 0
        let more = try opener.next { _ in calls += 1 }
        let again = try opener.next { _ in calls += 1 }
        #expect(!more && !again && calls == 1)
    }

    @Test func `to finish leave a file that does not open`() throws {
        let identity = try identity()
        let writer = Writer()
        var sealer = try AgeSealer(to: [identity.recipient], write: writer.write)
        try sealer.append(content(AgeFormat.chunkSize * 2))
        let outcome = try opening(writer.bytes, with: identity)
        #expect(outcome.error == .cutOff)
        try sealer.finish()
        #expect(try opening(writer.bytes, with: identity).error == nil)
    }

    @Test func `to count what was read end the process`() async {
        await #expect(processExitsWith: trap) {
            _ = try AgeLock.needed { $0.count + 1 }
        }
        await #expect(processExitsWith: trap) {
            _ = try AgeLock.needed { _ in -1 }
        }
    }
}
