import Testing

@testable import Age

@Suite struct `Changed files` {
    /// Attacks 15 and 33: every value of every byte would take long; every bit of every byte.
    @Test(arguments: [0, 1, 40]) func `never release anything, whichever bit was flipped`(
        size: Int
    ) throws {
        let identity = try identity()
        let file = try sealed(content(size), to: [identity.recipient])
        for place in file.indices {
            for bit in 0..<8 {
                var changed = file
                changed[place] ^= 1 << bit
                let outcome = try opening(changed, with: identity)
                #expect(outcome.error != nil, "bit \(bit) of byte \(place)")
                #expect(outcome.released.isEmpty, "bit \(bit) of byte \(place)")
            }
        }
    }

    @Test func `tell in which part they were changed`() throws {
        let identity = try identity()
        let file = try sealed(content(40), to: [identity.recipient])
        let headerSize = file.count - 16 - 40 - 16
        for place in file.indices {
            var changed = file
            changed[place] ^= 1
            let error = try #require(try opening(changed, with: identity).error)
            let allowed: [AgeError] =
                place < headerSize
                ? [.header, .noMatchingKey, .headerChanged] : [.payloadChanged]
            #expect(allowed.contains(error), "byte \(place): \(error)")
        }
    }

    /// A flip in one chunk leaves the chunks before it and nothing else.
    @Test(arguments: 0..<3) func `release no more than what stands before the change`(
        chunk: Int
    ) throws {
        let identity = try identity()
        let plain = content(2 * AgeFormat.chunkSize + 100)
        let file = try sealed(plain, to: [identity.recipient])
        let sealedChunk = AgeFormat.chunkSize + 16
        let start = file.count - 2 * sealedChunk - 116 + chunk * sealedChunk
        let end = min(start + sealedChunk, file.count)
        for place in [start, start + 1, (start + end) / 2, end - 17, end - 16, end - 1] {
            var changed = file
            changed[place] ^= 0x80
            let outcome = try opening(changed, with: identity)
            #expect(outcome.error == .payloadChanged)
            #expect(outcome.released == Array(plain.prefix(chunk * AgeFormat.chunkSize)))
        }
    }

    @Test func `missing or repeating a byte are refused`() throws {
        let identity = try identity()
        let file = try sealed(content(40), to: [identity.recipient])
        for place in file.indices {
            var shorter = file
            shorter.remove(at: place)
            var longer = file
            longer.insert(file[place], at: place)
            for changed in [shorter, longer] {
                let outcome = try opening(changed, with: identity)
                #expect(outcome.error != nil && outcome.released.isEmpty, "byte \(place)")
            }
        }
    }
}
