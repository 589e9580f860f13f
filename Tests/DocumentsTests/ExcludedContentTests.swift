import Documents
import Testing

@Suite struct ExcludedContentTests {
    private static func kinds(in text: String) -> Set<ExcludedContent> {
        Set(ExcludedContent.passages(in: text).map(\.kind))
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map(String.init)
    }

    @Test(arguments: ProcessSentences.excluded)
    func `what belongs in the record is pointed out`(kind: ExcludedContent, texts: String) {
        for text in Self.lines(texts) {
            let found = Self.kinds(in: text)
            #expect(found.contains(kind), "\(text) \(found.map(\.rawValue).sorted())")
        }
    }

    @Test(arguments: lines(ProcessSentences.own + "\n" + ProcessSentences.unseenOwn))
    func `the work of the hour is left alone`(_ text: String) {
        #expect(Self.kinds(in: text).isEmpty, "\(Self.kinds(in: text).map(\.rawValue))")
    }

    /// Lower this number only with a reason.
    @Test func `most of what was never seen is found`() {
        var found = 0
        for (kind, texts) in ProcessSentences.unseen {
            found += Self.lines(texts).count { Self.kinds(in: $0).contains(kind) }
        }
        #expect(found >= 32)
    }

    @Test func `every kind has sentences, a label and a message`() {
        #expect(ProcessSentences.excluded.map(\.kind) == ExcludedContent.allCases)
        for kind in ExcludedContent.allCases {
            #expect(kind.message.hasSuffix(".") && kind.message.contains(kind.label))
        }
    }

    private static func text(_ range: Range<Int>, of note: String) -> String? {
        String(validating: Array(note.utf8)[range], as: UTF8.self)
    }

    @Test func `a passage is the sentence, and shows the words that gave it away`() {
        let note = """
            Überraschend 🙂: she smiled.  Zoloft raised to 50mg by Dr. Ana B. Sample. “And then?”
            dx F41.1; CBT every two weeks
            """
        let passages = ExcludedContent.passages(in: note)
        #expect(passages.map(\.kind) == [.medication, .modality, .frequency, .diagnosis])
        #expect(
            passages.map { Self.text($0.sentence, of: note) } == [
                "Zoloft raised to 50mg by Dr. Ana B. Sample.", "dx F41.1; CBT every two weeks",
                "dx F41.1; CBT every two weeks", "dx F41.1; CBT every two weeks",
            ])
        #expect(
            passages.map { Self.text($0.because, of: note) }
                == ["Zoloft", "CBT", "CBT every two weeks", "F41.1"])
    }

    @Test(arguments: [
        "", " ", "\n\n\n", ".", "...", "::::", "a.", ". . .", "\u{0}", "50", "5:", ":5", "x", "x×",
        "1/2/3/4/5", "F", "F4", "F41.", "é́́́", "👩‍👩‍👧 50mg", "\u{202E}gm 05", "Dr.", "no.", "50-", "2:-",
        "&/&/",
    ])
    func `any text is read`(_ text: String) {
        for passage in ExcludedContent.passages(in: text + " zoloft " + text) {
            let whole = text + " zoloft " + text
            #expect(Self.text(passage.sentence, of: whole) != nil)
            #expect(Self.text(passage.because, of: whole) != nil)
            #expect(passage.sentence.contains(passage.because.lowerBound))
        }
        _ = ExcludedContent.passages(in: text)
    }

    /// One sentence of thousands of words that begin turns of phrase and never end them.
    @Test(arguments: [
        "sessions ", "started ", "we ", "5 ", "14:05 ", "“", "a", ".", "a.", "w/", "-", "5/", "x5",
        "reports reports ", "goal ", "\u{301}", "Dr. ", "on the ", "panic attacks ",
    ])
    func `a huge text is read in one pass`(_ part: String) {
        let note = String(repeating: part, count: 40_000 / part.utf8.count)
        #expect(ExcludedContent.passages(in: note).count <= 40_000)
    }
}
