import Testing

@testable import Sealing

@Suite struct `Suggested passphrases` {
    @Test(arguments: [1, 2, 6, 12, 64]) func `are words of the list`(count: Int) throws {
        let text = try SuggestedPassphrase.random(words: count).textToShow()
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        #expect(words.count == count)
        #expect(words.allSatisfy(ShareWordList.words.contains))
    }

    @Test func `are six words of ten bits each`() throws {
        let text = try SuggestedPassphrase.random().textToShow()
        #expect(text.split(separator: " ").count == SuggestedPassphrase.words)
        #expect(SuggestedPassphrase.words == 6)
        #expect(1 << SuggestedPassphrase.bitsOfWord == ShareWordList.words.count)
    }

    @Test(arguments: [0, -1, 65, .max, .min]) func `of an odd length are refused`(count: Int) {
        #expect(throws: SealingError.unusablePassphrase) {
            _ = try SuggestedPassphrase.random(words: count)
        }
    }

    /// 16,384 words, 16 of each on average (chi-square with 1,023 degrees of freedom; its standard
    /// deviation is 45, so beyond 1,400 practically never), and each word in each place.
    @Test func `have every word as often as any other`() throws {
        var counts: [Substring: Int] = [:]
        for _ in 0..<256 {
            let text = try SuggestedPassphrase.random(words: 64).textToShow()
            for word in text.split(separator: " ") { counts[word, default: 0] += 1 }
        }
        let square = counts.values.map { Double(($0 - 16) * ($0 - 16)) / 16 }.reduce(0, +)
        #expect(counts.count > 1015)
        #expect(square + Double(1024 - counts.count) * 16 < 1400)
    }

    @Test func `are what is typed later`() throws {
        let suggested = try SuggestedPassphrase.random()
        #expect(suggested.equals(try passphrase(suggested.textToShow())))
    }
}
