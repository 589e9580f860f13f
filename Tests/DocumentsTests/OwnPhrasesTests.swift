import Documents
import Testing

/// What she taught the vault to write out, and where a line without a name belongs.
@Suite struct `A phrase of her own` {
    private static func phrases() throws -> OwnPhrases {
        var phrases = OwnPhrases()
        try phrases.set(phrase: "Breath", to: "guided box breathing, 4 rounds")
        try phrases.set(phrase: "a", to: "anxiety")
        try phrases.set(meaning: "MS", to: "multiple sclerosis")
        return phrases
    }

    @Test(arguments: [
        (";breath", "guided box breathing, 4 rounds"),
        ("did ;BREATH; then MS", "did guided box breathing, 4 rounds; then multiple sclerosis"),
        ("slp 4h;breath", "slp 4h;breath"),
        ("slp 4h; a walk", "slp 4h; a walk"),
        (";unknown ;br", ";unknown ;br"),
        ("said “MS and ;breath” of MS", "said “MS and ;breath” of multiple sclerosis"),
        ("said \"MS\", MS", "said \"MS\", multiple sclerosis"),
        ("MSW MS's ms", "MSW multiple sclerosis's ms"),
        ("(MS)", "(multiple sclerosis)"),
        (";", ";"), ("", ""), ("é;breath", "é;breath"), ("🙂 ;a", "🙂 anxiety"),
    ])
    func `is written out where it is typed`(typed: String, written: String) throws {
        #expect(try Self.phrases().expanded(typed) == written)
    }

    @Test(arguments: ["", "two words", "naïve", String(repeating: "x", count: 21), ";x"])
    func `has a plain name`(name: String) throws {
        var phrases = OwnPhrases()
        #expect(throws: PhraseError.badName) { try phrases.set(phrase: name, to: "x") }
        #expect(throws: PhraseError.noText) { try phrases.set(phrase: "x", to: " ") }
        #expect(throws: PhraseError.unknown) { try phrases.remove("x") }
    }

    @Test(arguments: ["x\u{202e}y", "\u{200b}", "a\u{7}"])
    func `hides nothing`(text: String) throws {
        var phrases = OwnPhrases()
        #expect(throws: PhraseError.hiddenCharacter) { try phrases.set(phrase: "x", to: text) }
        #expect(throws: PhraseError.hiddenCharacter) { try phrases.set(meaning: "MS", to: text) }
    }

    @Test func `can be forgotten by either name`() throws {
        var phrases = try Self.phrases()
        try phrases.remove(";breath")
        try phrases.remove("MS")
        #expect(phrases.expanded(";breath MS") == ";breath MS")
    }

    @Test func `is asked for where a short form is unclear`() throws {
        var jotting = Entries(["reported": "MS, anx ↑, MS again", "did": "PT referral"])
        jotting["quote"] = "OD is what I fear"
        #expect(OwnPhrases.unclear(in: jotting, for: Sample.kind) == ["MS", "PT"])
        var phrases = try Self.phrases()
        try phrases.set(meaning: "PT", to: "physical therapy")
        let written = phrases.expanded(jotting, of: Sample.kind.form)
        #expect(written["quote"] == "OD is what I fear")
        #expect(OwnPhrases.unclear(in: written, for: Sample.kind) == [])
    }

    @Test(arguments: [
        ("anx ↑, slp 4h", "reported"), ("PHQ-9 14 (was 18)", "measure"),
        ("PHQ-9 was discussed", "reported"), ("\"I can't go on like this\"", "quote"),
        ("“I can't”", "quote"), ("mood low, affect flat", "observed"), ("tearful", "observed"),
        ("CBT thought record re work", "did"), ("reviewed sleep log", "did"),
        ("hw done 3/7", "homework"), ("cont weekly", "plan"), ("f/u w/ PCP", "plan"),
        ("denies SI/HI", "reported"), ("SI: no", "reported"), ("", "reported"), ("🙂", "reported"),
    ])
    func `a free line goes where it belongs`(line: String, field: String) {
        #expect(Routing(form: Sample.kind.form).field(of: line)?.id == field)
    }

    @Test func `a free line adds to what is there`() {
        let (jotting, routes) = Routing(form: Sample.kind.form).routed(
            ["slp 4h", "mood low"], into: Entries(["reported": "anx ↑"]))
        #expect(jotting["reported"] == "anx ↑\nslp 4h")
        #expect(jotting["observed"] == "mood low")
        #expect(routes.map(\.field?.id) == ["reported", "observed"])
    }
}
