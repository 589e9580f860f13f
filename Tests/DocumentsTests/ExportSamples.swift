import Documents
import Testing

/// Signed samples of every sort that can be exported, by the name of their golden file.
struct ExportSample: CustomTestStringConvertible, Sendable {
    let name: String
    let document: SignedDocument

    var testDescription: String { name }

    /// Each is drafted and signed once.
    private init(_ name: String, _ sign: () throws -> SignedDocument) {
        self.name = name
        do { document = try sign() } catch { fatalError("\(name): \(error)") }
    }

    static let letters =
        LetterSample.all.map { sample in
            ExportSample("letter.\(sample.type)") { try sample.signed() }
        } + [ExportSample("hostile") { try hostile() }]

    static let kept =
        Sample.all.prefix(3).map { sample in
            ExportSample(sample.name) {
                try SigningTests.signed(sample, at: SigningTests.moment("2026-11-16", "16:30"))
            }
        } + KindSample.all.map { sample in ExportSample(sample.kind) { try sample.signed() } }
        + [
            ExportSample("treatment-plan") { try plan() },
            ExportSample("late") {
                try SigningTests.signed(
                    Sample.all[0], at: SigningTests.moment("2026-11-18", "09:00"))
            },
        ]

    static let all = letters + kept

    static func named(_ name: String) throws -> SignedDocument {
        try #require(all.first { $0.name == name }).document
    }

    static func plan(as document: DocumentID? = nil) throws -> SignedDocument {
        try `A treatment plan`.review().signed(
            by: SigningTests.signer, document: document ?? SigningTests.document(),
            at: SigningTests.moment("2026-11-16", "16:30"), hash: SigningTests.hash,
            sign: { SigningTests.hash(Array($0.utf8)) })
    }

    /// What means something to a browser or to Markdown, most of it only at the beginning of a line.
    static let hostileLines = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</td></p></div>",
        "&amp;&lt; &#106;", "# no heading #", "- no item", "1. no item", "2) no item", "+ no item",
        "=== no rule", "--- no rule", "---", "===", "*no* _emphasis_ ~~no~~ __no__",
        "[no](http://example.org/link)", "![no](http://example.org/image.png)", "[no]: /reference",
        "`no code` ``no``", "a|b|c", "\\*backslash\\", "<http://example.org>", "***",
        "\" and ' and \u{2019}", "*\u{301}combined", "> no quote", "ends with a backslash\\",
    ]

    /// In a letterhead, where each line is the practice's own.
    private static func hostile() throws -> SignedDocument {
        var sample = try #require(LetterSample.all.first { $0.type == "attendance" })
        sample.practice["letterhead"] = hostileLines.joined(separator: "\n")
        sample.client["name"] = "<b>Mira</b> *Example* & Co."
        sample.recipient = ["recipient": "Jordan <i>Hope</i> & _Sons_"]
        return try sample.signed()
    }
}
