/// English verbs as they occur in session notes, with their forms.
struct Verb: Equatable, Sendable {
    enum Form: Sendable { case base, third, past, participle, gerund }

    let base: String
    let form: Form

    /// The verb a word is a form of; nil for words that aren't verbs, or rather are nouns.
    static func reading(_ word: String) -> Verb? { table[word.lowercased()] }

    /// “habituated”: a past tense by its ending alone, of a verb that is in no list here.
    static func past(byEnding word: String) -> Verb? {
        let word = word.lowercased()
        guard word.count > 4, word.hasSuffix("ed"), !word.hasSuffix("eed"), !word.contains("-"),
            !word.hasPrefix("un"), !notPast.contains(word), !WordClass.adjectives.contains(word),
            word.allSatisfy(\.isLetter)
        else { return nil }
        return Verb(base: word, form: .past)
    }

    private static let notPast: Set<String> = [
        "embed", "naked", "wicked", "hundred", "kindred", "sacred", "hatred", "biped", "infrared",
        "beloved", "rugged", "wretched", "aged", "sunbed", "airbed",
    ]

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

    var isPastOrParticiple: Bool { form == .past || form == .participle }

    /// What is done to things: without an object, the thing before the verb is what it was done to.
    static let transitive = WordClass.words(
        """
        complete do review maintain introduce assign plan discuss update practice schedule prescribe
        discontinue cancel trigger cause drive exacerbate precipitate perpetuate fuel reinforce
        characterize complicate compound associate relate impact affect limit impair disrupt address
        explore provide process identify sign obtain give take use try skip miss attempt rate score
        record log track monitor observe note administer create develop draft write make send
        file request recommend offer suggest rehearse role-play demonstrate teach model set prepare
        revise adjust modify initiate implement test measure assess evaluate examine validate
        normalize challenge reframe restructure evidence support influence clarify confirm verify
        contact notify inform remove secure lock refer hold postpone reschedule resume repeat
        increase reduce lower raise change indicate receive correct need expect warrant
        """)

    /// Without an object, these were done to the client: “bullied at school” is being bullied.
    static let suffered = WordClass.words(
        """
        bullied charged deadnamed misgendered diagnosed fired hospitalized hospitalised evicted
        arrested prescribed accused assaulted referred dumped demoted promoted robbed raped abused
        molested scolded suspended expelled harassed stalked threatened mugged sued injured
        rear-ended excluded ghosted transferred furloughed shunned ostracized mocked groped attacked
        """)

    /// What symptoms do by themselves.
    static let unfolding = WordClass.words(
        """
        improve decrease increase worsen resolve respond remit lessen decline rise fade persist grow
        continue interfere impair impact affect cause drive maintain fuel contribute escalate
        stabilize emerge limit prevent reduce progress recover diminish subside lift return get
        shake tremble become disrupt exacerbate perpetuate trigger remain fluctuate appear
        """)

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
        receive correct memorize hand warm vent thank paste scroll reassure dismiss offend expect
        interrupt mask function notify indicate ghost misgender deadname test restructure postpone
        revise initiate contribute emerge diminish subside fluctuate report endorse state describe
        note mention express acknowledge complain disclose share explain voice verbalize identify
        deny add recall want hope wish worry fear believe struggle blame doubt miss continue
        argue cry walk work call text visit isolate avoid practice complete use try start attend
        cancel return move need remember review explore process discuss introduce provide validate
        normalize reframe assign guide encourage assist assess utilize challenge develop create
        address reflect facilitate help model role-play rehearse educate support reinforce
        problem-solve confront summarize clarify prompt coach coordinate consult monitor
        collaborate engage focus apply implement administer demonstrate respond participate improve
        increase decrease reduce worsen smile laugh arrive appear look seem maintain accept agree
        follow relax ask answer talk yell scream shout wake lie live like love hate enjoy change
        happen finish manage handle cope notice realize recognize journal meditate exercise
        ruminate dissociate overeat fidget pace relate connect link track schedule contact
        email check ground breathe listen learn play cook clean pick paint stay wait end open reach
        lower raise rate score name list compare weigh map trace record obtain request suggest
        recommend offer remind train tolerate titrate elicit examine evaluate dispute replace
        visualize imagine label allow gain show present last turn pass fail study graduate resign
        retire vomit impair interfere prevent require warrant limit disrupt cause trigger result
        benefit remain persist startle brighten die generate dread draft affirm file drop consider
        tear soothe contract apologize appreciate binge purge punch kick threaten join invite
        attempt update resume habituate disengage reengage reconnect decline reject ignore deliver
        replay reread prescribe taper discontinue switch reschedule relocate separate divorce marry
        hire fire promote demote evict arrest accuse criticize compliment kiss push shove pull toss
        climb travel park pack unpack wash shower bathe brush dress shave bake garden repair fix
        borrow spill knock lock unlock close count measure boost brainstorm outline verify confirm
        sort rank prioritize organize arrange prepare perform display exhibit perpetuate
        precipitate exacerbate fuel complicate compound characterize influence affect impact
        associate attribute inform advise counsel instruct warn alert remove secure store surrender
        dispose confide forgive bicker tease bully harass stalk assault abuse molest rape neglect
        witness survive escape hide relapse detox abstain smoke vape inject snort swallow overdose
        crave gamble save owe earn donate volunteer interview enroll register commute phone message
        post stream type print sign propose reconcile cheat betray flirt mourn grieve bury
        celebrate host babysit adopt chant pray kneel bow stretch hike crash collide faint collapse
        stumble ache itch burn sweat tremble shiver gasp choke sigh whine moan mumble mutter
        whisper hesitate pause rush hurry delay procrastinate explode escalate calm soften stiffen
        tense wave gesture lean slump taste touch restrict obsess fixate catastrophize personalize
        generalize minimize rationalize deflect project displace assert insist demand refuse resist
        comply cooperate negotiate compromise settle resolve remedy screen restate mirror
        paraphrase externalize loosen weaken strengthen heighten lessen desensitize expose produce
        supply fill refill double halve clench unclench inhale exhale stabilize progress recover
        reconsider rearrange reorganize reevaluate reassess revisit adjust modify tailor adapt
        customize
        """
    private static let doubled = """
        stop plan admit refer occur shop nap drop chat hug commit regret jog nod hum nag slam grab
        sob trip slip shrug equip remit skip wrap step snap tap strip scan swap rip rub beg chop clap
        log blog vlog drag jam pat pet pin ship spot sin stun tip top trim tug zip submit
        permit omit transfer prefer defer confer rebut knit wet bet flip drip clip chip rot fret throb rob
        sag wag lag flag plug tag bag brag
        """
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
        wake/woke/woken become/became/become shut/shut/shut understand/understood/understood
        buy/bought/bought ride/rode/ridden lay/laid/laid lead/led/led lend/lent/lent sing/sang/sung
        sell/sold/sold shake/shook/shaken steal/stole/stolen stick/stuck/stuck swear/swore/sworn
        tear/tore/torn throw/threw/thrown weep/wept/wept win/won/won wear/wore/worn
        rise/rose/risen freeze/froze/frozen feed/fed/fed swim/swam/swum fly/flew/flown
        bite/bit/bitten blow/blew/blown catch/caught/caught dig/dug/dug hang/hung/hung
        hide/hid/hidden seek/sought/sought shoot/shot/shot sink/sank/sunk slide/slid/slid
        spin/spun/spun split/split/split spread/spread/spread strike/struck/struck
        sweep/swept/swept swing/swung/swung cling/clung/clung flee/fled/fled grind/ground/ground
        overcome/overcame/overcome withdraw/withdrew/withdrawn undergo/underwent/undergone
        oversleep/overslept/overslept relearn/relearned/relearned misread/misread/misread
        shrink/shrank/shrunk bleed/bled/bled deal/dealt/dealt dream/dreamt/dreamt
        forgive/forgave/forgiven
        """
    /// As nouns these words are far more common in notes, unless the rest makes them verbs.
    static let rather = WordClass.words(
        """
        test function need date hand warm vent correct step snap tap strip scan swap rip clap wrap
        equip shop work call text fear blame change struggle worry plan fight support focus model
        process challenge stress visit cry walk look hope note report practice use start end cut
        hurt play love hate exercise relapse rate score name list map record state share voice set
        run like label pace address drink journal request draft limit cause trigger result benefit
        file drop contract tear doubt wish turn pass study binge attempt increase decrease track
        log ground present show schedule trace last open clean lower link return sleep read lie
        live wake review weigh train offer guide coach prompt regret hug nap update influence
        affect impact witness escape detox smoke vape overdose interview phone message post scroll
        type print cheat host hike swim crash faint collapse trip slip ache itch burn sweat gasp
        choke sigh sob whisper pause rush delay shrug nod wave gesture slump taste touch count
        project demand compromise screen mirror decline rise supply fill refill double progress
        fuel compound alert counsel kiss push pull climb travel park pack wash shower brush dress
        shave repair fix spill lock close measure boost rank display exhibit bully assault abuse
        rape neglect fire divorce separate arrest compliment bite blow catch dream fly hide lead
        lay ride shake split spread stick strike swing throw win deal feed freeze stalk attribute
        associate bow stretch jog nag grab parent calm outline sort secure stream purge taper
        switch fall break stand leave
        """)

    private static let forms: [String: [Form: String]] = {
        var forms: [String: [Form: String]] = [:]
        let american = regular.split(whereSeparator: \.isWhitespace).map(String.init)
        let british = american.filter { $0.hasSuffix("ize") }.map { String($0.dropLast(3)) + "ise" }
        for base in american + british + ["practise"] {
            let past = pastForm(base)
            forms[base] = [
                .base: base, .third: thirdForm(base), .past: past, .participle: past,
                .gerund: gerundForm(base),
            ]
        }
        for base in doubled.split(whereSeparator: \.isWhitespace).map(String.init) {
            let twice = base + String(base.suffix(1))
            forms[base] = [
                .base: base, .third: base + "s", .past: twice + "ed", .participle: twice + "ed",
                .gerund: twice + "ing",
            ]
        }
        let doubling: Set = [
            "get", "forget", "begin", "run", "sit", "set", "put", "cut", "quit", "hit", "let",
            "win",
            "swim", "dig", "spin", "split",
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
