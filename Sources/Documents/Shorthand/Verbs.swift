/// English verbs as they occur in session notes, with their forms.
struct Verb: Equatable, Sendable {
    enum Form: Sendable { case base, third, past, participle, gerund }

    let base: String
    let form: Form

    /// The verb a word is a form of; nil for words that aren't verbs, or rather are nouns.
    static func reading(_ word: String) -> Verb? { table[word.lowercased()] }

    func text(_ form: Form) -> String { Verb.forms[base]?[form] ?? base }

    /// For a subject: she reports, they report. Past tense is the same for both, but for “be”.
    func agreeing(plural: Bool) -> String {
        if base == "be", form == .past { return plural ? "were" : "was" }
        switch form {
        case .third, .base: return plural ? text(.base) : text(.third)
        case .past, .participle: return text(.past)
        case .gerund: return text(.gerund)
        }
    }

    /// Verbs that say that something was said; they stand without another “reports”.
    static let saying: Set<String> = [
        "report", "deny", "endorse", "state", "describe", "note", "mention", "express", "identify",
        "acknowledge", "admit", "complain", "disclose", "share", "explain", "voice", "verbalize",
        "say", "tell", "add", "recall",
    ]

    /// Verbs of wishing and feeling: only the client can know, so they stand without “reports”.
    static let inner: Set<String> = [
        "want", "hope", "wish", "worry", "fear", "believe", "think", "feel", "prefer", "struggle",
        "blame", "doubt", "miss", "continue", "plan",
    ]

    private static let regular = """
        report endorse state describe note mention express acknowledge complain disclose share
        explain voice verbalize identify deny add recall want hope wish worry fear believe prefer
        struggle blame doubt miss continue argue cry walk work call text visit isolate avoid practice
        complete use try start attend skip cancel return move need remember review explore process
        discuss introduce provide validate normalize reframe assign guide encourage assist assess
        utilize challenge develop create address reflect facilitate help model role-play rehearse
        educate support reinforce problem-solve confront summarize clarify prompt coach coordinate
        consult monitor collaborate engage focus apply implement administer demonstrate respond
        participate improve increase decrease reduce worsen smile laugh arrive appear look seem
        maintain accept agree follow relax ask answer talk yell scream shout wake lie live like love
        hate enjoy change happen finish manage handle cope notice realize recognize journal meditate
        exercise ruminate dissociate overeat fidget pace relate connect link track log schedule
        contact email check ground breathe listen learn play cook clean pick paint stay wait end open
        reach lower raise rate score name list compare weigh map trace record obtain request suggest
        recommend offer remind train tolerate titrate elicit examine evaluate dispute replace
        visualize imagine label allow gain show express present struggle cancel last turn pass fail
        study graduate resign retire vomit impair interfere prevent require warrant limit disrupt
        cause trigger result benefit remain persist startle brighten die generate dread draft affirm
        file drop consider tear reassure soothe contract evaluate apologize appreciate binge purge punch kick threaten join invite attempt
        """
    private static let doubled = "stop plan admit refer occur shop nap drop chat hug commit regret"
    private static let irregular = """
        be/was/been have/had/had do/did/done feel/felt/felt sleep/slept/slept eat/ate/eaten
        drink/drank/drunk go/went/gone get/got/gotten come/came/come leave/left/left make/made/made
        take/took/taken give/gave/given say/said/said tell/told/told think/thought/thought
        know/knew/known see/saw/seen find/found/found lose/lost/lost keep/kept/kept hold/held/held
        meet/met/met spend/spent/spent speak/spoke/spoken teach/taught/taught bring/brought/brought
        break/broke/broken fall/fell/fallen fight/fought/fought forget/forgot/forgotten
        begin/began/begun run/ran/run sit/sat/sat stand/stood/stood write/wrote/written
        read/read/read set/set/set put/put/put cut/cut/cut quit/quit/quit hit/hit/hit hurt/hurt/hurt
        let/let/let send/sent/sent build/built/built choose/chose/chosen draw/drew/drawn
        drive/drove/driven grow/grew/grown hear/heard/heard pay/paid/paid show/showed/shown
        wake/woke/woken become/became/become shut/shut/shut understand/understood/understood buy/bought/bought
        """
    /// As nouns these words are far more common in notes, unless the rest makes them verbs.
    static let rather: Set<String> = [
        "work", "call", "text", "fear", "blame", "need", "change", "struggle", "worry", "plan",
        "fight", "support", "focus", "model", "process", "challenge", "stress", "visit", "cry",
        "walk", "look", "hope", "note", "report", "practice", "use", "start", "end", "cut", "hurt",
        "play", "love", "hate", "exercise", "relapse", "rate", "score", "name", "list", "map",
        "record", "state", "share", "voice", "set", "run", "like", "label", "pace", "address",
        "drink", "journal", "request", "draft", "limit", "cause", "trigger", "result", "benefit",
        "file", "drop",
        "contract", "tear", "doubt", "wish", "turn", "pass", "study", "binge", "attempt",
        "increase", "decrease", "track", "log", "ground", "present", "show", "schedule", "trace",
        "last", "open", "clean", "lower", "link", "return", "sleep", "read", "lie", "live", "wake",
        "review", "weigh", "train", "offer", "guide", "coach", "prompt", "regret", "hug", "nap",
    ]

    private static let forms: [String: [Form: String]] = {
        var forms: [String: [Form: String]] = [:]
        for base in regular.split(whereSeparator: \.isWhitespace).map(String.init) {
            let past = pastForm(base)
            forms[base] = [
                .base: base, .third: thirdForm(base), .past: past, .participle: past,
                .gerund: gerundForm(base),
            ]
        }
        for base in doubled.split(separator: " ").map(String.init) {
            let twice = base + String(base.suffix(1))
            forms[base] = [
                .base: base, .third: base + "s", .past: twice + "ed", .participle: twice + "ed",
                .gerund: twice + "ing",
            ]
        }
        let doubling: Set = [
            "get", "forget", "begin", "run", "sit", "set", "put", "cut", "quit", "hit", "let",
        ]
        for line in irregular.split(whereSeparator: \.isWhitespace) {
            let parts = line.split(separator: "/").map(String.init)
            let base = parts[0]
            forms[base] = [
                .base: base, .third: thirdForm(base), .past: parts[1], .participle: parts[2],
                .gerund: doubling.contains(base)
                    ? base + String(base.suffix(1)) + "ing" : gerundForm(base),
            ]
        }
        forms["be"]?[.third] = "is"
        forms["be"]?[.base] = "are"
        forms["be"]?[.gerund] = "being"
        forms["have"]?[.third] = "has"
        forms["do"]?[.third] = "does"
        forms["go"]?[.third] = "goes"
        forms["see"]?[.gerund] = "seeing"
        forms["lie"]?[.gerund] = "lying"
        return forms
    }()

    private static let table: [String: Verb] = {
        var table: [String: Verb] = [:]
        for (base, forms) in forms.sorted(by: { $0.key < $1.key }) {
            for form in [Form.participle, .gerund, .base, .past, .third] {
                if let word = forms[form] { table[word] = Verb(base: base, form: form) }
            }
        }
        table["were"] = Verb(base: "be", form: .past)
        table["been"] = Verb(base: "be", form: .participle)
        table["am"] = Verb(base: "be", form: .third)
        return table
    }()

    private static func thirdForm(_ base: String) -> String {
        if base.hasSuffix("y"), let before = base.dropLast().last, !"aeiou".contains(before) {
            return base.dropLast() + "ies"
        }
        let hissing = ["s", "x", "z", "ch", "sh"].contains { base.hasSuffix($0) }
        return hissing ? base + "es" : base + "s"
    }

    private static func pastForm(_ base: String) -> String {
        if base.hasSuffix("e") { return base + "d" }
        if base.hasSuffix("y"), let before = base.dropLast().last, !"aeiou".contains(before) {
            return base.dropLast() + "ied"
        }
        return base + "ed"
    }

    private static func gerundForm(_ base: String) -> String {
        base.hasSuffix("e") && !base.hasSuffix("ee") ? base.dropLast() + "ing" : base + "ing"
    }
}
