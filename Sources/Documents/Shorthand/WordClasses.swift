/// Small closed lists of English words that tell how a fragment is built.
enum WordClass {
    static let adjectives = words(
        """
        anxious depressed sad tired exhausted overwhelmed hopeless helpless irritable angry guilty
        ashamed lonely numb calm better worse stressed worried nervous scared afraid frustrated
        tearful guarded cooperative engaged alert oriented restless agitated fatigued happy hopeful
        motivated unmotivated unable able sober stable pleasant flat blunted constricted labile
        euthymic dysphoric anhedonic appropriate congruent incongruent linear logical goal-directed
        tangential circumstantial pressured slow slowed rapid soft loud poor good fair low high intact
        limited impaired receptive responsive open willing unwilling resistant hesitant attentive
        inattentive distracted withdrawn isolated disheveled groomed well-groomed psychotic suicidal
        homicidal manic hypomanic delusional paranoid dissociated triggered hypervigilant avoidant
        relaxed grounded regulated dysregulated proud relieved confident safe unsafe okay ok fine
        consistent inconsistent normal mild moderate severe minimal restricted full broad bright
        casual neat clean unkempt polite friendly hostile defensive reflective insightful curious
        absent sick ill unemployed upset disappointed embarrassed jealous resentful bored content
        excited ambivalent skeptical confused disoriented forgetful tense jittery jumpy edgy shaky moody teary weepy foggy dizzy panicky
        stuck lost trapped alone disconnected detached empty worthless useless burned-out burnt-out
        drained sleepy wired on-edge variable erratic broken bad terrible awful great decent improved
        unchanged increased decreased reduced elevated diminished ongoing chronic acute recurrent
        frequent occasional significant marked negative positive possible new recent
        current past passive active vague interpersonal marital financial social racing intrusive
        obsessive compulsive physical verbal emotional excessive persistent intermittent continued
        fleeting soft-spoken slurred coherent organized disorganized concrete abstract preoccupied
        calmer brighter happier safer lighter sadder quieter slower faster softer louder lower
        higher easier harder looser stronger remorseful diaphoretic postpartum pregnant jobless
        supportive critical psychomotor sleepless homeless dismissive abusive controlling distant
        busy fidgety fearful alone talkative quiet subdued animated expansive reactive early late punctual quick
        perceived anticipated mixed unresolved prolonged complicated heightened strained scattered
        blended repeated delayed sustained flattened suspected alleged estranged divorced separated
        widowed married retired disabled disinterested uninterested tense-appearing agreeable
        reluctant contemplative precontemplative collaborative appreciative interested apprehensive
        tentative assertive enthusiastic eager keen optimistic pessimistic combative thin pale
        hyperverbal verbose dishevelled dressed generalised disorganised organised unkept kempt
        chapped present-focused future-oriented subdued sweaty flushed breathless
        monosyllabic skilled graded guided assisted directed informed advanced tearful-eyed
        compliant noncompliant non-compliant adherent nonadherent invested talkative wary ambitious
        bright-affected steady partial gradual sudden residual situational seasonal nocturnal daytime
        nighttime auditory visual tactile commanding chaotic lethargic sluggish giddy silly
        giggly playful shy clingy oppositional argumentative aggressive impulsive hyperactive
        inattentive sedated groggy nauseous dizzy hungover sleep-deprived underweight overweight
        elated euphoric grandiose apathetic indifferent sarcastic evasive vigilant suspicious
        mistrustful internally-preoccupied catatonic mute selective lucid articulate clear cloudy
        foggy rigid flexible curious content hopeful thankful grateful peaceful restful unrested
        rested well-rested refreshed unrefreshed untreated unmedicated medicated concerned
        worried-looking adequate inadequate ineffective effective helpful unhelpful subclinical
        subthreshold comorbid nonsuicidal self-critical self-conscious perfectionistic
        """)

    /// States of mind and body: with these a client “reports feeling”.
    static let feelings = words(
        """
        anxious depressed sad tired exhausted overwhelmed hopeless helpless irritable angry guilty
        ashamed lonely numb calm better worse stressed worried nervous scared afraid frustrated
        tearful restless agitated fatigued happy hopeful motivated unmotivated stable proud relieved
        confident safe unsafe okay ok fine sick upset disappointed embarrassed jealous resentful
        bored content excited ambivalent confused tense jittery jumpy edgy shaky moody teary weepy foggy dizzy panicky stuck lost trapped
        alone disconnected detached empty worthless useless burned-out burnt-out drained sleepy calmer happier safer lighter sadder
        easier stronger remorseful wired on-edge bad terrible awful great triggered isolated unhappy relaxed grounded good low
        """)

    static let adverbs = words(
        """
        very more less still often quite so really mildly somewhat moderately severely slightly
        extremely too always sometimes usually rarely mostly just also even much again fairly
        generally increasingly markedly significantly now currently today lately recently poorly
        well barely only overall partially fully mainly initially consistently previously hardly
        constantly gradually slowly almost visibly actively daily weekly nightly biweekly
        """)

    static let prepositions = words(
        """
        with without about of to in on at for from by since after before during over under due
        because regarding related between following when while if that than until around across
        despite per as throughout within toward towards through against like where who which
        whenever especially versus though although
        """)

    static let determiners = words(
        """
        a an the his her their my our your this that these those some any no every each another
        several many few both all one two three
        """)

    static let pronouns = words(
        "she he they i we it ze xe there this these it's she's he's they're i'm")

    static let auxiliaries = words(
        """
        is are was were has have had does do did can could will would should may might must cannot
        can't couldn't won't wouldn't shouldn't isn't aren't wasn't weren't hasn't haven't hadn't
        doesn't don't didn't
        """)

    static let units = words(
        "day night week month year hour minute session time weekend shift meal")

    static let commonNouns = words(
        """
        conflict issues problems work school home sleep mood stress panic trouble concerns symptoms
        ongoing neither both behavioral behavioural cognitive dialectical motivational safety yoga
        progressive values exposure persistent social nightmares intrusive thoughts family friends money finances health pain job homework
        """)

    static let meetings = words(
        """
        session visit hearing class consult appointment meeting seen date no-show surgery court met
        started stopped began discharged admitted called died cut relapsed attended visited
        returned moved scheduled due drink
        """)

    static let objects = words("her him them me us it")

    /// What is counted: “nightmares x1” is 1 nightmare.
    static let episodes = words("nightmare flashback headache attack migraine binge craving fight")

    /// Words for what is done that often stand before such a noun.
    static let modifiers = words(
        """
        drink sleep play date process trigger voice work support exercise dream relapse stress worry
        walk smoke focus fear change contract parent journal report step cry detox taper phone
        """)

    /// Gerunds that do so.
    static let activities = words(
        """
        gambling drinking eating sleeping breathing coping pacing grounding parenting processing
        journaling hoarding spending feeding reading
        """)

    /// What a word before them describes: a drink log, play therapy.
    static let things = words(
        """
        therapy prevention coaching plan plans group groups skills training log logs chart diary record
        records worksheet worksheets list map exercise exercises technique techniques strategies
        night contract journal card cards sheet referral schedule evaluation disorder disorders
        helpline check-in tree ladder hierarchy module
        """)

    static let kin = words(
        """
        mother father brother sister son daughter husband wife partner boyfriend girlfriend spouse
        stepdaughter stepson grandma grandpa landlord sponsor classmate
        grandmother grandfather aunt uncle cousin friend roommate boss supervisor coworker family
        child children kids parents ex teacher neighbor manager stepfather stepmother fiance
        """)

    /// Adjectives that sit better after “is” than before the noun.
    static let predicative = words("okay ok fine unable able absent alert oriented lost alone sick")

    static func isGerund(_ word: String) -> Bool {
        let word = word.lowercased()
        if let verb = Verb.reading(word) { return verb.form == .gerund }
        return word.count > 5 && word.hasSuffix("ing") && !word.contains("-")
            && !notGerunds.contains(word)
    }

    /// “casually”: how, by its ending.
    static func isManner(_ word: String) -> Bool {
        word.count > 5 && word.hasSuffix("ly") && !notManner.contains(word)
            && !adjectives.contains(word) && Verb.reading(word) == nil
    }

    private static let notManner = words(
        """
        family lonely friendly supply reply anomaly assembly bully belly emily sally molly kelly
        billy rally tally melancholy elderly costly deadly orderly curly silly monopoly butterfly
        unruly unfriendly weekly monthly yearly hourly early ugly ally italy july holy worldly
        """)

    private static let notGerunds = words(
        """
        willing unwilling outgoing nothing something anything everything morning evening sibling
        during wedding ceiling string according ongoing clothing building
        """
    )

    static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
