import Documents
import Testing

/// Whatever is typed, there is a draft, it is whole, and nothing typed is lost.
@Suite struct HostileTests {
    static let words = [
        "ct", "rpts", "↑", "↓", "anx", ",", ";", ".", ":", "(", ")", "\"", "“", "”", "-", "–", "no",
        "denies", "SI/HI", "w/", "w/o", "x3", "x3/wk", "4-5h", "2/10", "->", "and", "but", "+",
        "++",
        "=", "/", "@", "she", "I", "was", "slept", "not", "never", "HW", "mood", "PHQ-9", "14",
        "9/",
        "/9", "x", "×", "\n", "é", "🙂", "…", "?", "!", "neg", "for", "husband", "to", "4/7", "days",
        "1/2/3", "5+", "<", ">", "~", "#", "*", "…;", "reviewed", "CBT", "1:1", "3x", "wk", "%",
        "''",
    ]

    @Test(arguments: 0..<40)
    func `any jumble of words is drafted without loss`(seed: Int) throws {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let fields = [
            "reported", "homework", "observed", "measure", "did", "response", "assessment", "plan",
            "next", "protective", "quote",
        ]
        for field in fields {
            var text = "x"
            for _ in 0..<14 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += (state >> 60 < 12 ? " " : "")
                text += HostileTests.words[Int(state >> 33) % HostileTests.words.count]
            }
            var jotting = Entries()
            jotting[field] = text
            let source = Consent.ownFile.admits(
                Source(
                    client: Sample.all[0].client, session: Sample.all[0].session, jotting: jotting,
                    kind: Sample.kind, library: Sample.library))
            let draft = try BuiltInEngine(instruments: Sample.instruments).draft(
                Sample.kind, from: source)
            var told = Set<Int>()
            for span in draft.sentences.flatMap(\.restsOn) { told.formUnion(span.start..<span.end) }
            let bytes = Array(text.utf8)
            let left = bytes.indices.filter { index in
                !told.contains(index) && (48...57).contains(bytes[index])
            }
            #expect(left.isEmpty, "\(field): \(text)")
            let review = draft.reviewed(
                against: source, kind: Sample.kind,
                at: try SigningTests.moment("2026-11-16", "16:30"))
            #expect(!review.findings.contains { $0.rule == "grounded" }, "\(field): \(text)")
        }
    }

    static let strange: [String] = [
        "rpts anx ↑ since מרים called, slp 4h", "مريم اتصلت، slp 5h", "anx ↑ 🙂👩‍👩‍👧 slp 4h 🙃",
        "sagt “ich kann nicht mehr, slp 4h", "\"unbalanced, slp 4h", "says ”closed“, slp 4h",
        "« open, slp 4h",
        "slept four hours, twenty-one drinks a week", "slp 4h, sommeil léger, dort 3 h",
        "Ж slp 4h\u{301}",
        "ﬁne, slp ４h, ½ tablet", "slp 4h\u{200d}", "((((slp 4h", "slp 4h))))", "/////", "↑↑↑↓↓↓",
        "0", ".", ";;;", "—",
    ]

    @Test(arguments: strange)
    func `whatever the language or the signs, nothing typed is lost`(text: String) throws {
        for field in ["reported", "observed", "did", "response", "assessment", "plan"] {
            let told = try Sample.prose(field, "x. " + text)
            for part in text.split(whereSeparator: { !$0.isLetter || $0.isASCII })
            where part.count > 3 {
                #expect(told.contains(part), "\(field): \(told)")
            }
            let digits = text.filter { ("0"..."9").contains($0) }
            #expect(digits.allSatisfy { told.contains($0) }, "\(field): \(told)")
        }
    }

    @Test(arguments: [" ", ", ", ". ", "; ", "\n"])
    func `ten thousand words in one field are drafted`(joint: String) throws {
        let words = (0..<10_000).map { ["anx", "↑", "slp", "4h", "denies", "SI", "word"][$0 % 7] }
        let told = try Sample.prose("reported", words.joined(separator: joint))
        #expect(told.utf8.count > 10_000)
    }
}
