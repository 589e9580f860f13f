import Testing

@testable import Documents

@Suite struct `A certificate of destruction` {
    private func certificate(
        reason: String? = nil, copies: [DestructionCertificate.Copy] = []
    ) throws -> DestructionCertificate {
        DestructionCertificate(
            client: "C3",
            destroyedAt: try #require(
                Moment(milliseconds: 1_795_600_000_000, zoneOffsetMinutes: -480)),
            signer: "Dr. Ada Sample, LMFT",
            kinds: [.init(name: "sessions", count: 12), .init(name: "documents", count: 9)],
            firstService: Day(iso: "2010-03-04"), lastService: Day(iso: "2018-01-09"), rule: nil,
            reason: reason, rows: [7, 3, 4, 5, 9, 8, 20], copies: copies)
    }

    private var copy: DestructionCertificate.Copy {
        get throws {
            DestructionCertificate.Copy(
                entry: 17, what: .backup, day: try #require(Day(iso: "2018-02-01")),
                digest: "00ff", medium: "0a1b2c", recipient: nil)
        }
    }

    @Test func `is signed as one fact a line`() throws {
        #expect(
            try certificate(reason: "an\ninvented\u{202E} order", copies: [copy]).statement
                == """
                vault.destruction/v1
                client C3
                destroyed 2026-11-25T01:46:40-08:00
                by Dr. Ada Sample, LMFT
                care 2010-03-04 2018-01-09
                reason an invented\u{FFFD} order
                gone 12 sessions
                gone 9 documents
                rows 3-5 7-9 20
                copy backup, 2018-02-01, entry 17, sha256 00ff, medium 0a1b2c, to -

                """)
    }

    @Test func `knows which rows went`() throws {
        let rows = try certificate().rows
        for number in UInt64(0)...21 {
            #expect(
                rows.contains { $0.contains(number) } == [3, 4, 5, 7, 8, 9, 20].contains(number))
        }
    }

    @Test func `says on paper what is gone, where it may still be, and what is out of reach`()
        throws
    {
        let page = try certificate(copies: [copy]).sheet(
            number: "T1", practice: ["Sample Practice"]
        )
        .text
        for words in [
            "Certificate of destruction T1", "client C3", "sessions", "12", "Backup",
            "February 1, 2018", "0a1b2c", "Sample Practice", "none known", "flash disk",
        ] { #expect(page.lowercased().contains(words.lowercased())) }
        #expect(
            try certificate().sheet(number: "T1", practice: []).text.contains("tells of no export"))
    }
}
