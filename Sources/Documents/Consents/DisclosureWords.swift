/// Words that tell something about a client, whatever field they stand in.
///
/// The second look at a text that leaves: the first is where it comes from. A pattern is one or more
/// words; `*` at the end of a word stands for any ending, alone for any one word. A false alarm costs
/// her an edit, a miss can't be taken back.
package enum DisclosureWords {
    /// What a text tells, with the words that tell it; in the order of the text.
    package struct Hit: Equatable, Sendable {
        package let words: String
        /// It is one of these; which one, the words alone don't say.
        package let items: [DisclosureItem]
    }

    /// `known` are names that the letter bears anyway: the client's, the recipient's, her own.
    package static func hits(in text: String, known: [String] = []) -> [Hit] {
        let words = DisclosureWords.words(of: text)
        var spoken = words.map { Array($0.folded.utf8) }
        for start in spoken.indices {
            for (_, count) in harmlessIndex.matches(at: start, in: spoken) {
                for place in start..<start + count { spoken[place] = [] }
            }
        }
        let names = Set(known.flatMap { DisclosureWords.words(of: $0).map(\.folded) })
        // “Sister Bay School” is a name; “her sister” is none.
        let isKnown = { (word: Word) in
            names.contains(word.folded) && word.text.first?.isUppercase == true
        }
        var found: [(start: Int, hit: Hit)] = []
        let matches = spoken.indices.map { index.matches(at: $0, in: spoken) }
        let isOfTreatment = spoken.indices.contains { !besides.matches(at: $0, in: spoken).isEmpty }
        // “Twice a week” may count sessions, unless it counts something else that is named.
        let countsOther = matches.joined().contains { group, _ in
            groups[group].items.contains {
                [.symptoms, .functionalLimits, .medications, .recommendations].contains($0)
            }
        }
        for start in spoken.indices {
            for (group, count) in matches[start]
            where isOfTreatment || !countsOther || !groups[group].isOfTimes {
                let range = start..<start + count
                if range.allSatisfy({ isKnown(words[$0]) }) { continue }
                let shown = words[range].map(\.text).joined(separator: " ")
                found.append((start, Hit(words: shown, items: groups[group].items)))
            }
        }
        for (index, word) in words.enumerated()
        where !spoken[index].isEmpty && !isKnown(word) {
            if let items = shape(of: word.text, at: index, in: words) {
                found.append((index, Hit(words: word.text, items: items)))
            }
        }
        return found.sorted { $0.start < $1.start }.map(\.hit)
    }

    // MARK: - Words

    private struct Word {
        let text: String
        let folded: String

        struct Pattern {
            let letters: [UInt8]
            let isBeginning: Bool

            init(_ text: Substring) {
                isBeginning = text.hasSuffix("*")
                letters = Array((isBeginning ? text.dropLast() : text).utf8)
            }

            func fits(_ word: [UInt8]) -> Bool {
                !word.isEmpty
                    && (isBeginning ? word.starts(with: letters) : word == letters)
            }
        }
    }

    private static func words(of text: String) -> [Word] {
        text.split { $0.isWhitespace || "()[]“”\"/—–:;!?,".contains($0) }
            .compactMap { part in
                var word = part
                while let last = word.last, ".'’".contains(last) { word = word.dropLast() }
                while let first = word.first, "'’".contains(first) { word = word.dropFirst() }
                guard !word.isEmpty else { return nil }
                var folded = word.lowercased().replacing("’", with: "'")
                if folded.hasSuffix("'s") { folded = String(folded.dropLast(2)) }
                return Word(text: String(word), folded: folded)
            }
    }

    /// What a word tells by its form: a code, a telephone number, a person's name.
    private static func shape(of word: String, at index: Int, in words: [Word]) -> [DisclosureItem]?
    {
        let signs = Array(word.utf8)
        let isDigit = { (sign: UInt8) in (48...57).contains(sign) }
        if signs.count >= 3, (65...90).contains(signs[0]), isDigit(signs[1]), isDigit(signs[2]),
            signs.count == 3 || signs[3] == UInt8(ascii: ".")
        {
            return [.diagnosis]
        }
        let before = index > 0 ? words[index - 1].folded : ""
        let isTitled = ["mr", "mrs", "ms", "mx", "miss"].contains(before)
        if word.first?.isUppercase == true, isTitled || givenNames.contains(word.lowercased()) {
            return [.thirdPartyInfo, .familyInfo]
        }
        if word.hasPrefix("$") { return [.billing] }
        return nil
    }

    // MARK: - Tables

    private struct Group {
        let items: [DisclosureItem]
        let patterns: [[Word.Pattern]]
        /// Times and days, which tell it only where they are those of the treatment.
        let isOfTimes: Bool

        init(_ items: DisclosureItem..., of patterns: String, isOfTimes: Bool = false) {
            self.items = items
            self.patterns = DisclosureWords.patterns(patterns)
            self.isOfTimes = isOfTimes
        }
    }

    /// Patterns by the first two letters of their first word.
    private struct Index {
        private var byStart: [UInt16: [(group: Int, pattern: [Word.Pattern])]] = [:]
        private var anyStart: [(group: Int, pattern: [Word.Pattern])] = []

        init(_ groups: [[[Word.Pattern]]]) {
            for (group, patterns) in groups.enumerated() {
                for pattern in patterns {
                    let letters = pattern[0].letters
                    if letters.count < 2 {
                        anyStart.append((group, pattern))
                    } else {
                        byStart[Self.key(letters), default: []].append((group, pattern))
                    }
                }
            }
        }

        private static func key(_ letters: [UInt8]) -> UInt16 {
            UInt16(letters[0]) << 8 | UInt16(letters[1])
        }

        /// The groups whose patterns begin at this word, and how many words each takes.
        func matches(at start: Int, in words: [[UInt8]]) -> [(group: Int, count: Int)] {
            guard !words[start].isEmpty else { return [] }
            let likely = words[start].count < 2 ? [] : byStart[Self.key(words[start])] ?? []
            return (likely + anyStart).compactMap { group, pattern in
                guard start + pattern.count <= words.count,
                    pattern.indices.allSatisfy({ pattern[$0].fits(words[start + $0]) })
                else { return nil }
                return (group, pattern.count)
            }
        }
    }

    private static let index = Index(groups.map(\.patterns))
    private static let harmlessIndex = Index([harmless])
    private static let besides = Index([patterns(treatmentWords)])

    /// What tells that times and days are those of the treatment.
    private static let treatmentWords = """
        session*, appointment*, visit*, meet*, met, see, sees, saw, seen, seeing, attend*, therap*,
        psychotherap*, treatment, care, counsel*, client, patient, work together, our work, worked with,
        work with, working with, come, comes, came, coming, start*, began, begun, office, intake, consult*,
        case, chart, my practice
        """

    private static func patterns(_ text: String) -> [[Word.Pattern]] {
        text.split { $0 == "," || $0 == "\n" }
            .map { $0.split(separator: " ").map(Word.Pattern.init) }
            .filter { !$0.isEmpty }
    }

    /// Phrases of letters that only look as if they told something.
    private static let harmless = patterns(
        """
        family and medical leave act, family and medical leave, family medical leave, family physician,
        family doctor, americans with disabilities act, disability services, disability office,
        disability resource*, office of disability, students with disabilities, progress of this,
        if you are unable, should you be unable, free of charge, at no charge, without charge,
        988 suicide & crisis lifeline, 988 suicide and crisis lifeline,
        suicide & crisis lifeline, suicide and crisis lifeline, crisis text line, crisis line,
        substance of this letter, in case of emergency, family educational rights,
        patient portal, patience, insurance portability, health plan*, plan on file, floor plan, 504 plan, plan administrator,
        her absence, his absence, their absence, excuse the absence, state a diagnosis, cutting the,
        on tests, testing center, homework deadlines, reduced course*, be reached, psychotherapy notes,
        is limited to what, fair housing act, financial interest, nearest emergency room, colleagues who,
        charge a reasonable, copying fee*, mental health center, no more than what, other relatives,
        with coworkers, with co-workers, at your discretion, client rights,
        treatment of this letter, in the record, at the latest, reduce delay*
        """)

    private static let groups: [Group] = [
        Group(
            .diagnosis,
            of: """
                diagnos*, disorder*, ptsd, c-ptsd, ocd, adhd, add, gad, mdd, bipolar*, schizo*,
                psychosis, psychotic, autis*, asperger*, borderline, anorexi*, bulimi*, dysthymi*,
                cyclothymi*, agoraphobi*, dsm*, icd*, syndrome*, criteria, adjustment reaction, phobia*, mental illness,
                mental health condition, psychiatric condition, dementia, neurodivergen*, tourette*,
                trichotillomania, hoarding, somatiz*, dysmorphi*, gender dysphoria, codependen*,
                clinically depressed, major depress*, clinical depress*, postpartum, narcissis*
                """),
        Group(
            .diagnosis, .symptoms,
            of: """
                depress*, anxi*, panic, mania, manic, hypomani*, obsess*, compuls*, insomni*, burnout,
                burned out, psychiatric, mental health
                """),
        Group(
            .symptoms,
            of: """
                sleep, sleeps, slept, sleeping, sleepless*, nightmare*, flashback*, hallucinat*, voices,
                delusion*, paranoi*, crying, cries, cried, tears, tearful*, hopeless*, worthless*, guilt*,
                shame*, fatigue*, exhaust*, tired*, irritab*, worry*, worrie*, restless*, appetite,
                mood*, energy, ruminat*, intrusive, dissociat*, hypervigilan*, startl*, racing, palpitation*,
                heart, binge*, bingeing, purg*, vomit*, lost weight, losing weight, weight loss, pounds,
                numb, numbness, anhedoni*, interest in, overwhelm*, dread*, fear*, afraid, avoidan*, avoids,
                avoided, outburst*, anger, angry, rage, symptom*, distress*, sad, sadness, sadder, trembl*,
                shak*, sweat*, ritual*, checking, grief, griev*, lonel*, isolat*, withdrawn, on edge, tense,
                tension, stomach*, knots, bleed*, washes his, washes her, headache*, nausea*, dizz*, breath*, memor* of, wakes, waking, awake, low since,
                episode*, panic attack*, anx, slp, rpts, feels, felt, feeling*, thoughts, jumpy, agitat*, confus*, forget*
                """),
        Group(
            .functionalLimits, .symptoms,
            of: """
                concentrat*, attention, focus for, trouble concentrating, difficulty concentrating
                """),
        Group(
            .functionalLimits,
            of: """
                unable, not able to, he cannot, she cannot, they cannot, cannot take, unfit, impossible for,
                can handle, can manage, he can manage, beyond you, beyond her, beyond him, beyond them, gaf, daily life, out of work, back at work, back at school, no longer drive,
                still cannot, cannot be, alone in, left the house, limited to, has not left, struggl*, impair*,
                incapacit*, limited in, limits her, limits his, limits their, limitation*, functional*,
                functioning, disab*, stamina, has trouble, had trouble, trouble *, difficult*,
                cannot work, cannot sit, cannot stand, cannot drive, cannot lift, cannot attend,
                cannot tolerate, cannot manage, cannot complete, cannot concentrate, cannot leave,
                cannot remain, cannot ride, cannot use, cannot handle, cannot travel, can only work,
                can only, can work, no more than, missed work, misses work, missing work, missed * days,
                missed class*, misses class*, late for, absen*, calls in sick, call in sick, sick days,
                capacity, ability to, hardly leaves, barely leaves, leave the house, leaves the house,
                leave her, leave his, housebound, keep up, household tasks, chores, hygiene, shower*, dress*,
                grocer*, cook*, needs help, daily living, extra time to, breaks down, crowds, cope with
                """),
        Group(
            .risk,
            of: """
                suicid*, self-harm*, self-injur*, self harm*, cut herself, cut himself, cut themselves,
                cutting, homicid*, kill*, overdos*, danger to, dangerous*, safety plan*, risk of, risk to,
                at risk, high risk, low risk, higher risk, elevated risk, moderate risk, risk level,
                risk assess*, hurt herself, hurt himself, hurt themselves, hurting herself,
                hurting himself, hurting themselves, harm herself, harm himself, harm themselves,
                harming herself, harming himself, harming themselves, harm to, harm others, hurt others,
                hurting others, end her, end his, end their, ending her, ending his, ending their,
                take her own, take his own, take their own, to die, dying, be dead, better off, reason to live, wants to live, want to live, rifle*,
                keep herself safe, keep himself safe, keep themselves safe, goodbye note, wake up, cut her, cut his,
                crisis plan*, si, hi, si/hi, death wish, passive, means restriction, lethal*, violen*, threat*, 5150, involuntar*, gun, guns,
                firearm*, weapon*, razor*, attempted, attempts on, her life, his life, their life,
                not wake up, not waking up, disappear*, emergency room, emergency department, hopelessness
                """),
        Group(
            .treatmentType,
            of: """
                cbt, cbt-i, dbt, emdr, ifs, ipt, erp, cpt, eft, pcit, tf-cbt, tms, ect, exposure*,
                cognitive*, behavioral, behavioural, behaviour therap*, behavior therap*, psychodynamic*,
                mindful*, meditat*, motivational, family therap*, couple* therap*, couple* counsel*,
                marriage counsel*, marital therap*, group therap*, individual therap*, individual
                psychotherap*, play therap*, art therap*, music therap*, schema therap*, gestalt,
                narrative therap*, hypno*, biofeedback, neurofeedback, internal family systems,
                interpersonal, trauma-focused, trauma focused, prolonged exposure, thought record*,
                relaxation, breathing exercise*, grounding, skills group, skills training, process group,
                support group*, weekly group, a group, iop, intensive outpatient, outpatient program*,
                inpatient, residential, partial hospital*, day program, day treatment, psychoeducat*,
                hospitali*, processing therap*, solution-focused, psychoanaly*, analysis, somatic, gottman,
                imago, emotionally focused, response prevention, desensiti*, reprocess*, dialectical,
                acceptance and commitment, chair work, journaling, imagery, rescript*, body scan, guided, supportive, graded, hierarchy, experiment*, sand tray, sandtray, technique*,
                modalit*, telehealth, type of therapy, kind of therapy, talk therapy, approach, restructuring,
                activation, eye movement, equine, two-chair
                """),
        Group(
            .progress,
            of: """
                improv*, progress*, worse*, deteriorat*, better, regress*, well, gains, gained, stabili*,
                stable, goals met, met her, met his, met their, met all, met most, recovered, recovering,
                reduced, decreas*, fewer, no longer, turned a corner, down from, goal met, goals met, untouched, reached, 1 met, has made, have made, has learned, learned to, remission,
                setback*, set back, plateau*, engaged, engages, engagement, complian*, noncomplian*,
                non-complian*, motivat*, completed treatment, success*, strides, declin*, stuck, less often,
                able to manage, has begun to, has started to, returned to, participat* *, cooperat*, growth,
                has grown, breakthrough*, advance*, achiev*, changed little, little change, no change
                """),
        Group(
            .prognosis,
            of: """
                prognos*, overcome, no reason why, outlook, recover, recovery, expect*, likely to, is likely, will likely, unlikely,
                anticipat*, lifelong, permanent*, chronic*, long-term, foresee*, fully resolve,
                will resolve, resolve within, resolve with, in the future, eventual*, may never, will never,
                should be able, should be ready, will be able, will be ready, years to come, for good,
                chances, chance of, will need, indefinite*, in time, course of, guarded, relapse is,
                remain well, ready to return, return to work by, return to full
                """),
        Group(
            .testResults,
            of: """
                phq*, gad-7, gad7, gad-2, pcl*, bdi*, beck, hamilton, ham-d, score*, scoring, percentile*,
                mmpi*, wais*, wisc*, iq, questionnaire*, screening, screened, screener, inventory, scale,
                y-bocs, ybocs, audit-c, audit, dast*, oq-45*, isi, ors, srs, who-5, wsas, epds, moca, mmse, asrs,
                conners, rorschach, test, tests, tested, testing, rating, rated, cutoff, cut-off, index,
                out of 27, out of 21, out of 80, range on, t-score*, pds, ces-d, edinburgh, mood disorder
                questionnaire, results of, result of, severe range, moderate range, mild range, c-ssrs, columbia,
                neuropsych*, yale-brown, total, severe band, moderate band, mild band, evaluation showed, measure*, tsh, blood, bloods, lab, labs, oq, liver
                """),
        Group(
            .medications,
            of: """
                medicat*, medicine*, meds, mg, milligram*, prescri*, dose*, dosage, dosing, antidepressant*,
                ssri*, snri*, benzo*, antipsychotic*, stimulant*, pill*, tablet*, capsule*, sedat*, stabilizer*,
                injection*, refill*, pharmac*, side effect*, psychopharm*, titrat*, taper*, beta blocker*,
                sertraline, zoloft, fluoxetine, prozac, paroxetine, paxil, citalopram, celexa, escitalopram,
                lexapro, fluvoxamine, luvox, venlafaxine, effexor, desvenlafaxine, pristiq, duloxetine, cymbalta,
                levomilnacipran, fetzima, vilazodone, viibryd, vortioxetine, trintellix, bupropion, wellbutrin,
                mirtazapine, remeron, trazodone, desyrel, nefazodone, amitriptyline, elavil, nortriptyline, pamelor,
                imipramine, tofranil, clomipramine, anafranil, doxepin, silenor, phenelzine, nardil,
                tranylcypromine, parnate, selegiline, emsam, esketamine, spravato, ketamine, auvelity,
                zurzuvae, zuranolone, lithium, lithobid, valproate, depakote, divalproex, lamotrigine, lamictal,
                carbamazepine, tegretol, oxcarbazepine, trileptal, topiramate, topamax, gabapentin, neurontin,
                pregabalin, lyrica, alprazolam, xanax, lorazepam, ativan, clonazepam, klonopin, diazepam, valium,
                temazepam, restoril, oxazepam, buspirone, buspar, hydroxyzine, vistaril, atarax, propranolol,
                inderal, prazosin, minipress, clonidine, catapres, guanfacine, intuniv, zolpidem, ambien,
                eszopiclone, lunesta, zaleplon, sonata, ramelteon, suvorexant, belsomra, lemborexant, dayvigo,
                melatonin, quetiapine, seroquel, aripiprazole, abilify, olanzapine, zyprexa, risperidone,
                risperdal, paliperidone, invega, ziprasidone, geodon, lurasidone, latuda, brexpiprazole, rexulti,
                cariprazine, vraylar, lumateperone, caplyta, asenapine, saphris, clozapine, clozaril, haloperidol,
                haldol, perphenazine, chlorpromazine, methylphenidate, ritalin, concerta, adderall, amphetamine*,
                dextroamphetamine, lisdexamfetamine, vyvanse, focalin, atomoxetine, strattera, viloxazine, qelbree,
                modafinil, provigil, naltrexone, vivitrol, acamprosate, campral, disulfiram, antabuse,
                buprenorphine, suboxone, methadone, varenicline, chantix, benztropine, cogentin, levothyroxine,
                st john wort
                """),
        Group(
            .substanceUse,
            of: """
                alcohol*, bottle, duis, drink, drinks, drinking, drank, drunk, beer*, wine, vodka, whiskey, liquor, sober*,
                sobriety, relaps*, aa, na meeting*, aa meeting*, cannabis, marijuana, weed, thc, pot, edibles,
                cocaine, crack, heroin, opioid*, opiate*, meth, methamphetamine*, crystal, fentanyl, oxycodone,
                oxycontin, percocet, vicodin, hydrocodone, painkiller*, addict*, substance*, in recovery,
                vape*, vaping, nicotine, smok*, cigarette*, dui, dwi, detox*, rehab*, intoxicat*, hangover*,
                drug, drugs, mdma, ecstasy, lsd, mushrooms, psilocybin, kratom, withdrawal, clean for, clean and,
                clean since, clean time, abstinen*, 12-step, twelve-step, twelve step, 12 step, sponsor, gambl*,
                suboxone, methadone, using again, stopped using, dependence, blackout*, overdos*, inhalant*,
                breathalyzer, urine
                """),
        Group(
            .traumaHistory,
            of: """
                trauma*, tour, tours, terrible things, the fire, abus*, assault*, rape*, raping, molest*, incest*, neglect*, domestic violence, combat,
                war, deploy*, veteran*, crash, accident, collision, witnessed, survivor*, surviv*, victim*,
                batter*, stalk*, bully*, bullied, childhood, kidnap*, tortur*, robbery, robbed, mugg*, attacked,
                shooting, shot, stabb*, house fire, wildfire, harass*, beaten, beat her, beat him, beat them,
                hit her, hit him, hit them, strangl*, genocid*, refugee*, foster, coercive, groom*, hurricane,
                earthquake, explosion, abducted, held at, gunpoint, knifepoint, violent, violence, ptsd, loss of her, loss of his, loss of their, loss of a,
                stillb*, miscarr*, traffick*, sexually, adverse
                """),
        Group(
            .familyInfo,
            of: """
                maternal, paternal, mother*, father*, mom, mum, dad, parent, parents, parental, parenting, husband*, wife, wives,
                spouse*, partner*, ex-*, son, sons, daughter*, child, children, kids, kid, baby, toddler,
                newborn, brother*, sister*, sibling*, twin, grand*, aunt*, uncle*, cousin*, niece*, nephew*,
                in-law*, stepm*, stepf*, stepb*, stepd*, stepc*, stepp*, stepsis*, stepson*, marri*, marital, divorc*, separated, separation, custody, pregnan*, miscarr*,
                affair, household, fianc*, girlfriend*, boyfriend*, widow*, adopt*, relatives, her family,
                his family, their family, family history, family member*, family conflict*, family of, birth of
                """),
        Group(
            .thirdPartyInfo, .familyInfo,
            of: """
                coworker*, co-worker*, colleague*, boss, roommate*, neighbor*, neighbour*, friend*, classmate*,
                landlord*, pastor, rabbi, imam, coach, teammate*, stepparent, ex, supervisor is,
                her supervisor, his supervisor, their supervisor, tenant, another client, another patient,
                other client*, other patient*, other members, group member*
                """),
        Group(
            .billing,
            of: """
                copay*, eap, check for, bank, authorized * visits, co-pay*, insur*, invoice*, payment*, paid, pays, paying, pay, balance, fee, fees, owe*,
                owing, claim, claims, deductible*, reimburs*, sliding, self-pay, out-of-pocket, out of pocket,
                medicaid, medicare, member id, cpt, billing, billed, bill, bills, bounced, credit card, overdue,
                dollars, charge, charged, charges, aetna, cigna, anthem, humana, kaiser, blue cross, optum,
                superbill*, plan covers, past due, collections
                """),
        Group(
            .frequency,
            of: """
                weekly, biweekly, bi-weekly, semiweekly, every week, each week, a week, per week, every other,
                every two, every three, every four, every monday, every tuesday, every wednesday, every thursday,
                every friday, every saturday, mondays, tuesdays, wednesdays, thursdays, fridays, saturdays,
                monthly, every month, a month, per month, each month, times a, twice, fortnight*, once a,
                sessions per, regularly, regular sessions, regular appointments, daily,
                quarterly, standing, a year, mornings out, three times, four times, two times, hour each, every second, 2x, 3x, wk, check-in*, every five
                """, isOfTimes: true),
        Group(
            .startEndDates,
            of: """
                since, began, started, first session, first visit, first appointment, first seen, first saw,
                first met, first came, last session, last visit, last appointment, last seen, last saw,
                final session, final visit, final appointment, intake, ended, ends, terminated, discharged,
                closed, for the past, over the past, for * months, for * years, for * weeks, for about,
                for over, for nearly, for almost, for more than, for two, for three, for six, years ago,
                * months ago, until last, from 20*, from january, from february, from march, from april,
                from may, from june, from july, from august, from september, from october, from november,
                from december, between january, became my, has been seeing, has been coming, has been my, has been a client,
                has been a patient, has been attending, has been meeting, have been seeing,
                first walked, left my practice, came to an end, became a client, became a patient, fall of, been in treatment,
                been in therapy, been under, concluded, completed * sessions, completed treatment, completed her, completed his, stopped, two years, three years,
                this past, last year, came to me, came to see, current client, former client,
                former patient, at the end of, through december, through the end
                """, isOfTimes: true),
        Group(
            .plan,
            of: """
                treatment plan*, refer him, refer her, refer them, psychiatrist, caseload, will enter,
                going to begin, will transfer, discharge from, joint session, plan, homework, hw, assigned, refer to, next hierarchy, goal*, objective*, we plan, plan is, the plan, plan to, plans to, our plan,
                will continue, continue to work, continue therapy, continue sessions, next phase, next step*,
                aim of, aims to, working on, work on, treatment focuses, focuses on, focus of, focusing on,
                we are working, plan includes, plan calls, step down, stepping down, transition to, target*,
                intend*, over the next, in the coming, upcoming, will begin, will start, will move, will address,
                remaining sessions, phase of
                """),
        Group(
            .recommendations,
            of: """
                recommend*, would advise, accommodat*, should be allowed, should be excused, would benefit, benefit from,
                i advise, i suggest, my advice
                """),
        Group(
            .factOfTreatment,
            of: """
                therapy, therapist*, psychotherap*, treatment, my care, counsel*, my patient, a patient,
                my client, treated, treating, session, sessions
                """),
        Group(
            .attendanceDates,
            of: """
                in my office on, was in my office, kept appointment*, appointments on, attended on
                """),
    ]

    /// Given names that are no everyday words.
    private static let givenNames = Set(
        """
        aaron abigail adam adrian ahmed alan albert alejandro alex alexander alice alicia alison amanda amy
        ana andre andrea andrew angela anita ann anna anne anthony antonio aria arthur ashley barbara beatrice
        ben benjamin beth bethany betty bianca bob brad brandon brenda brian bruce bryan caleb camila carl carla
        carlos carmen carol caroline carolyn catherine cathy charles charlotte cheryl chloe chris christina
        christine christopher cindy claire clara claudia colin connor craig crystal cynthia dan daniel daniela
        danielle david deborah debra dennis derek diana diane diego dmitri donald donna doris dorothy doug
        douglas dylan edward eileen elaine elena eli elijah elizabeth ella ellen emily emma eric erica erin
        ethan eva evan evelyn fatima felix fiona frances francesca francis frank fred gabriel gabriela gary
        george gerald gina gloria greg gregory hannah harold harry heather helen henry howard ian ibrahim
        ines irene isaac isabel isabella ivan jack jackie jacob jacqueline jake james jamie jan jane janet janice
        jared jason jasmine javier jean jeff jeffrey jen jennifer jenny jeremy jerry jesse jessica jill jim joan
        joanna joe joel johanna john johnny jonathan jorge jose joseph joshua joyce juan juanita judith judy
        julia julian julie justin kara karen karl kate katherine kathleen kathryn katie kayla keith kelly ken
        kenneth kevin kim kimberly kyle larry laura lauren lawrence leah lena leo leon leonard leslie liam lillian
        linda lisa liz logan lois lori louis louise lucas lucia lucy luis luke lydia madison malik marcus margaret
        maria marian marie marilyn marisol martha martin marvin mary mateo matt matthew megan mei melanie melissa
        michael michelle miguel mike mohamed mohammed molly monica nadia nancy naomi natalie natasha nathan
        neil nicholas nick nicole nina noah nora norma oliver olivia omar oscar pablo pamela patricia patrick
        paul paula pedro peter phil philip phyllis priya rachel rafael ralph ramon raymond rebecca renee ricardo
        richard rick rita robert roberto robin rodrigo roger ron ronald rosa roy russell ruth ryan sabrina
        sally sam samantha samuel sandra sara sarah scott sean sergio sharon sheila shirley simon sofia sonia
        sophia sophie stacy stanley stephanie stephen steve steven stuart sue susan suzanne sylvia tamara tanya
        tara ted teresa theo theodore theresa thomas tiffany tim timothy tina todd tom tony tracy tyler valerie
        vanessa vera veronica vicki victor victoria vincent virginia vivian walter wanda wayne wendy wesley
        william yolanda yusuf zachary zoe
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
