extension DisclosureWords {
    /// What tells that times and days are those of the treatment.
    static let treatmentWords = """
        session*, appointment*, visit*, meet*, met, see, sees, saw, seen, seeing, attend*, therap*,
        psychotherap*, treatment, care, counsel*, client, patient, work together, our work, worked with,
        work with, working with, come, comes, came, coming, start*, began, begun, office, intake, consult*,
        check-in, check-ins, case, chart, my practice
        """

    /// Phrases of letters that only look as if they told something.
    static let harmless = patterns(
        """
        by a week, reduced hours, reduced load, reduced schedule, reduced workload, parent portal,
        refer her to me, refer him to me, refer them to me, is or has been a client, i am unable, i'm unable,
        i am not able, i can't, i cannot, i can not, legal counsel, my own counsel,
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

    static let groups: [Group] = [
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
                episode*, depress*, anxi*, panic, mania, manic, hypomani*, obsess*, compuls*, insomni*, burnout,
                burned out, psychiatric, mental health
                """),
        Group(
            .symptoms,
            of: """
                asleep, tear up, tears up, too low, low and flat, washing her, washing his, washing your,
                sleep, sleeps, slept, sleeping, sleepless*, nightmare*, flashback*, hallucinat*, voices,
                delusion*, paranoi*, crying, cries, cried, tears, tearful*, hopeless*, worthless*, guilt*,
                shame*, fatigue*, exhaust*, tired*, irritab*, worry*, worrie*, restless*, appetite,
                mood*, energy, ruminat*, intrusive, dissociat*, hypervigilan*, startl*, racing, palpitation*,
                heart, binge*, bingeing, purg*, vomit*, lost weight, losing weight, weight loss, pounds,
                numb, numbness, anhedoni*, interest in, overwhelm*, dread*, fear*, afraid, avoidan*, avoids,
                avoided, outburst*, anger, angry, rage, symptom*, distress*, sad, sadness, sadder, trembl*,
                shak*, sweat*, ritual*, checking, grief, griev*, lonel*, isolat*, withdrawn, on edge, tense,
                tension, stomach*, knots, bleed*, washes his, washes her, headache*, nausea*, dizz*, breath*, memor* of, wakes, waking, awake, low since,
                panic attack*, anx, slp, rpts, feels, felt, feeling*, thoughts, jumpy, agitat*, confus*, forget*
                """),
        Group(
            .functionalLimits, .symptoms,
            of: """
                has trouble, had trouble, trouble *, difficult*, concentrat*, attention, focus for, trouble concentrating, difficulty concentrating
                """),
        Group(
            .functionalLimits,
            of: """
                manages the, manages her, manages his,
                no more than * hours, no more than * minutes, no more than * pounds, no more than half, no shape, wears you, wears her, wears him, wears them, not workable, workable for, everything she, everything he, out of bed,
                unable, not able to, he cannot, she cannot, they cannot, cannot take, unfit, impossible for,
                can handle, can manage, he can manage, beyond you, beyond her, beyond him, beyond them, gaf, daily life, out of work, back at work, back at school, no longer drive,
                still cannot, cannot be, can't, hard to, incapable, not capable, standstill, loses the thread, loses track, strength, getting out of bed, getting up, getting dressed, too much for, alone in, left the house, limited to, has not left, struggl*, impair*,
                incapacit*, limited in, limits her, limits his, limits their, limitation*, functional*,
                functioning, disab*, stamina, 
                cannot work, cannot sit, cannot stand, cannot drive, cannot lift, cannot attend,
                cannot tolerate, cannot manage, cannot complete, cannot concentrate, cannot leave,
                cannot remain, cannot ride, cannot use, cannot handle, cannot travel, can only work,
                can only, can work, missed work, misses work, missing work, missed * days,
                missed class*, misses class*, late for, absen*, calls in sick, call in sick, sick days,
                capacity, ability to, hardly leaves, barely leaves, leave the house, leaves the house,
                leave her, leave his, housebound, keep up, household tasks, chores, hygiene, shower*, dress*,
                grocer*, cook*, needs help, daily living, extra time to, breaks down, crowds, cope with
                """),
        Group(
            .risk,
            of: """
                one attempt, attempt at, the bridge,
                suicid*, attempts, attempt on, attempt in, still alive, stay alive, to be alive, urge to, urges to, hurt yourself, harm yourself, hurting yourself, harming yourself, kill yourself, keep yourself safe, safe from, self-harm*, self-injur*, self harm*, cut herself, cut himself, cut themselves,
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
                defusion, act exercise*,
                schema work, parts work, memory work, body work, stir things,
                cbt, cbt-i, dbt, emdr, ifs, ipt, erp, cpt, eft, pcit, tf-cbt, tms, ect, exposure*,
                cognitive*, behavioral, behavioural, behaviour therap*, behavior therap*, psychodynamic*,
                mindful*, meditat*, motivational, family therap*, couple* therap*, couple* counsel*,
                marriage counsel*, marital therap*, group therap*, individual therap*, individual psychotherap*, play therap*, art therap*, music therap*, schema therap*, gestalt,
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
                no change since, no change of, no change so,
                doing well, done well, does well, did well, well enough, going well, gone well, very well, quite well, coping well, responded well, responding well, responds well, copes well, working well, worked well, has reduced, been reduced, reduced her, reduced his, reduced their, reduced to, reduced from, reached her, reached his, reached their, reached the goal*, has reached, reached a, no change in, no real change, much change, gone from, from barely,
                improv*, progress*, worse*, deteriorat*, better, regress*, gains, gained, stabili*,
                stable, goals met, met her, met his, met their, met all, met most, recovered, recovering,
                turning a corner, turning the corner, worked hard, working hard, works hard, how far, come a long way, come far, long way, beginning to show, starting to show, pays off, paying off, coming along, doing much, decreas*, fewer, no longer, turned a corner, down from, goal met, goals met, untouched, 1 met, has made, have made, has learned, learned to, remission,
                setback*, set back, plateau*, engaged, engages, engagement, complian*, noncomplian*,
                non-complian*, motivat*, completed treatment, success*, strides, declin*, stuck, less often,
                able to manage, has begun to, has started to, returned to, participat* *, cooperat*, growth,
                has grown, breakthrough*, advance*, achiev*, changed little, little change, 
                """),
        Group(
            .prognosis,
            of: """
                not expect, don't expect,
                expect her, expect him, expect them, expect full, expect that, expect a, expected to, expecting, will need more, will need further, will need years, will need treatment, will need care, will need support, long run, not hopeful, hopeful, fare, in her position, in his position, other side, come through, in therapy again, need me again, will pass, pass within, pass in,
                prognos*, old self, over this, over it, before long, free of it, free of this, come back at, will come back, may come back, could come back, might come back, return at some point, full health, few months, at least * months, overcome, no reason why, outlook, recover, recovery, likely to, is likely, will likely, unlikely,
                anticipat*, lifelong, permanent*, chronic*, long-term, foresee*, fully resolve,
                will resolve, resolve within, resolve with, in the future, eventual*, may never, will never,
                should be able, should be ready, will be able, will be ready, years to come, for good,
                chances, chance of, indefinite*, in time, course of, guarded, relapse is,
                remain well, ready to return, return to work by, return to full
                """),
        Group(
            .testResults,
            of: """
                phq*, core-om, core-10, clinical band, clinical range, cut-offs, gad-7, gad7, gad-2, pcl*, bdi*, beck, hamilton, ham-d, score*, scoring, percentile*,
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
                joints, high on, stoned,
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
                beating*, grown up in, grew up, secret, that summer, that night,
                trauma*, what happened to, what went on, went on at, boarding school, was done to, tour, tours, terrible things, the fire, abus*, assault*, rape*, raping, molest*, incest*, neglect*, domestic violence, combat,
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
                uncle, uncles,
                maternal, paternal, eldest, oldest of, youngest of, only child, brought up, raised by, little ones, at home with, home life, maternal, mother*, father*, mom, mum, dad, parent, parents, parental, parenting, husband*, wife, wives,
                spouse*, partner*, ex-*, son, sons, daughter*, child, children, kids, kid, baby, toddler,
                newborn, brother*, sister*, sibling*, twin, grand*, aunt*, cousin*, niece*, nephew*,
                in-law*, stepm*, stepf*, stepb*, stepd*, stepc*, stepp*, stepsis*, stepson*, marri*, marital, divorc*, separated, separation, custody, pregnan*, miscarr*,
                affair, fianc*, girlfriend*, boyfriend*, widow*, adopt*, relatives, her family,
                his family, their family, family history, family member*, family conflict*, family of, birth of
                """),
        Group(
            .thirdPartyInfo, .familyInfo,
            of: """
                bankrupt*,
                a colleague, her colleague*, his colleague*, their colleague*, a classmate, waiting room, the woman, the man, jail, prison, arrested,
                coworker*, co-worker*, boss, roommate*, neighbor*, neighbour*, friend*, 
                landlord*, pastor, rabbi, imam, coach, teammate*, stepparent, ex, supervisor is,
                another client, another patient,
                other client*, other patient*, other members, group member*
                """),
        Group(
            .billing,
            of: """
                settle her, settle his, settle the,
                copay*, arrears, account with, account is, in debt, outstanding, settled, refund*, cheque*, eap, check for, bank, authorized * visits, co-pay*, insur*, invoice*, payment*, paid, pays, paying, pay, balance, fee, fees, owe*,
                owing, claim, claims, deductible*, reimburs*, sliding, self-pay, out-of-pocket, out of pocket,
                medicaid, medicare, member id, cpt, billing, billed, bill, bills, bounced, credit card, overdue,
                dollars, charge, charged, charges, aetna, cigna, anthem, humana, kaiser, blue cross, optum,
                superbill*, plan covers, past due, collections
                """),
        Group(
            .frequency,
            of: """
                standing appointment*, standing slot, standing time, standing hour, daily session*, daily call*, daily contact, daily check*, dropped down to,
                weekly, biweekly, bi-weekly, semiweekly, every week, each week, a week, per week, every other,
                every two, every three, every four, every monday, every tuesday, every wednesday, every thursday,
                every friday, every saturday, mondays, tuesdays, wednesdays, thursdays, fridays, saturdays,
                monthly, spaced, every six, every five, every month, a month, per month, each month, times a, twice, fortnight*, once a,
                sessions per, regularly, regular sessions, regular appointments, 
                quarterly, a year, mornings out, three times, four times, two times, hour each, every second, 2x, 3x, wk, check-in*, every five
                """, isOfTimes: true),
        Group(
            .startEndDates,
            of: """
                her first visit, his first visit, their first visit, first visit on, first visit was, for about * months, for about * years, for about * weeks, for about a, for the last, you first, its close, to a close, our work ended,
                since, began, started, first session, first appointment, first seen, first saw,
                first met, first came, last session, last visit, last appointment, last seen, last saw,
                final session, final visit, final appointment, intake, ended, ends, terminated, discharged,
                closed, for the past, over the past, for * months, for * years, for * weeks, 
                for over, for nearly, for almost, for more than, for two, for three, for six, years ago,
                * months ago, until last, from 20*, from january, from february, from march, from april,
                from may, from june, from july, from august, from september, from october, from november,
                from december, between january, became my, has been seeing, has been coming, has been my, 
                has been attending, has been meeting, have been seeing,
                first walked, left my practice, came to an end, became a client, became a patient, fall of, been in treatment,
                been in therapy, been under, concluded, completed * sessions, completed treatment, completed her, completed his, stopped, two years, three years,
                this past, last year, came to me, came to see, current client, former client,
                former patient, at the end of, through december, through the end
                """, isOfTimes: true),
        Group(
            .plan,
            of: """
                hand over,
                we will move, will move on to, will move into, we aim, aim to, next stage, set out to do, mean to, next we, tackle, carry on for,
                treatment plan*, will carry on, we carry on, carry on until, carry on with, go over to, shall turn, will turn to, entering a, will be entering, will add, we will, we shall, blocks of work, refer him, refer her, refer them, psychiatrist, caseload, will enter,
                going to begin, will transfer, discharge from, joint session, plan, homework, hw, assigned, refer to, next hierarchy, goal*, objective*, we plan, plan is, the plan, plan to, plans to, our plan,
                will continue, continue to work, continue therapy, continue sessions, next phase, next step*,
                aim of, aims to, working on, work on, treatment focuses, focuses on, focus of, focusing on,
                we are working, plan includes, plan calls, step down, stepping down, transition to, target*,
                intend*, over the next, in the coming, upcoming, will begin, will start, will address,
                remaining sessions, phase of
                """),
        Group(
            .recommendations,
            of: """
                please let, please don't have, please do not have, i would support, i'd support, i would suggest, i'd suggest, i'd continue, i would continue, i would fill, give her time, give him time,
                recommend*, urge that, would urge, urge you, i urge, ought to, ought not, strongly, advise, advisable, wisest, would be wise, best course, would profit, profit from, would do well, would be good for, should not, should avoid, should be given, should be moved, should be permitted, would advise, accommodat*, should be allowed, should be excused, would benefit, benefit from,
                i advise, i suggest, my advice
                """),
        Group(
            .factOfTreatment,
            of: """
                to see me, in to see me,
                client of, been a client, a client here, comes here, come here, came here, our meeting, our meetings, our sessions,
                therapy, comes in, come in, working together, worked together, work together, our work, personal matters, talk it over with me, speaks to me, spoken to me, spoke to me, talks to me, talked to me, therapist*, psychotherap*, treatment, my care, counsel*, my patient, a patient,
                my client, treated, treating, session, sessions
                """),
        Group(
            .psychotherapyNotes,
            of: """
                wrote it all, wrote it down, to quote what, in confidence,
                process note*, private note*, personal note*, own note*, notes i, notes for, notes to, for myself,
                to myself, jotting*, handwritten, set down, wrote down, transference, countertransference,
                counter-transference, dream, dreams, dreamt, dreamed, reverie, my impressions, separate notes
                """),
        Group(
            .attendanceDates,
            of: """
                in my office on,
                sat in my office, in my office at, in my office from, in my office last, in my office this, to my office on, met with * on, met with * * on, you missed, missed the, visits scheduled, our meeting, our meetings, sitting across, across from me,
                was with me, were with me, came on, come on, did not come, didn't come, not come to, was here, were here, missed your, an appointment with, appointment with me, appointments booked, of the appointments, never missed, missed a session, missed two, missed three, missed one, went over together, did not attend, didn't attend, attended, attends, cancelled, canceled, came in, came at, came this, came last, saw me on, sat with me, session on, sessions on, on * occasions, kept appointment*, appointments on, attended on
                """),
    ]
}
