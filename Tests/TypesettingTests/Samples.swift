import Documents
import Testing

/// Made-up words and keys; the words are the first of the list that SLIP-39 publishes.
enum Sample {
    static let words = [
        "academic", "acid", "acne", "acquire", "acrobat", "activity", "actress", "adapt",
        "adequate", "adjust", "admit", "adorn", "adult", "advance", "advocate", "afraid", "again",
        "agency", "agree", "aide",
    ]
    static let vault = "3f2a91c0 5b7d4e18 a6c2f093 1d8e47b5"

    static func recovery() throws -> Sheet {
        .recovery(
            words: words, vault: vault,
            auditKey: "vault-3f2a91c05b7d4e18a6c2f0931d8e47b5+1a2b3c4d"
                + "+AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyAh",
            entries: 412, root: "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
            day: try day(), program: "vault 1.0.0", command: "vault recover --to-new-passphrase")
    }

    static func share() throws -> Sheet {
        .share(
            2, of: 5, needed: 3, words: words, set: "7c19", vault: vault, day: try day(),
            program: "vault 1.0.0", command: "vault recover --with-shares")
    }

    static func destruction() throws -> Sheet {
        let digest = String(repeating: "3f2a91c05b7d4e18", count: 4)
        return DestructionCertificate(
            client: "C3",
            destroyedAt: try #require(
                Moment(milliseconds: 1_795_600_000_000, zoneOffsetMinutes: -480)),
            signer: "Dr. Ada Sample, LMFT",
            kinds: [
                .init(name: "client files", count: 1), .init(name: "sessions", count: 12),
                .init(name: "rows in all, with earlier versions", count: 87),
            ],
            firstService: Day(iso: "2010-03-04"), lastService: Day(iso: "2018-01-09"), rule: nil,
            reason: "an invented court's order", rows: [3, 4, 5],
            copies: [
                .init(
                    entry: 17, what: .export, day: try #require(Day(iso: "2018-02-01")),
                    digest: digest, medium: "0a1b2c", recipient: "Dr. Ana Sample"),
                .init(
                    entry: nil, what: .backup, day: try #require(Day(iso: "2018-02-02")),
                    digest: digest, medium: nil, recipient: nil),
            ]
        ).sheet(number: "T1", practice: ["Specimen Therapy", "1 Sample Street, Springfield"])
    }

    static func sheet(_ blocks: Sheet.Block..., footer: String = "Foot") throws -> Sheet {
        Sheet(title: "Title", blocks: blocks, footer: footer)
    }

    static func day() throws -> Day { try #require(Day(iso: "2026-11-16")) }

    static func sheets() throws -> [Sheet] {
        try [recovery(), share(), everything(), destruction(), `A cover sheet`.sample()]
    }

    /// Everything a sheet may be asked to print, once.
    static func everything() throws -> Sheet {
        try sheet(
            .heading("Heading of the office file"), .bar("Bar"),
            .paragraph("First line, Zoë Nguyễn\nsecond line: Привет, Ελλάδα, ½ → ✓"),
            .steps([.init("One step"), .init("Another", command: "type --this 'O0l1'")]),
            .words(["alpha", "beta", "gamma"]),
            .facts([.init("Label", "plain value"), .init("Key", "abc+DEF/ghi=", isExact: true)]),
            .code(payload: "payload", caption: "Caption"), .blanks(["Blank"]), .page,
            .table(
                title: "Titled", columns: ["Day", "What"],
                rows: [["Monday", "a thing"], ["Tuesday", ""]]),
            .bars([.init("A", 3), .init("B", 1, isDark: true)], caption: "Bars for the eye"))
    }
}

extension Sheet.Block {
    /// Each text that stands on paper.
    var texts: [String] {
        switch self {
        case .heading(let text), .paragraph(let text), .bar(let text): [text]
        case .steps(let steps): steps.flatMap { [$0.text, $0.command ?? ""] }
        case .words(let words): words
        case .table(let title, let columns, let rows): [title] + columns + rows.flatMap { $0 }
        case .bars(_, let caption): [caption]
        case .page: []
        case .facts(let facts): facts.flatMap { [$0.label, $0.value] }
        case .code(_, let caption): [caption]
        case .blanks(let labels): labels
        }
    }
}
