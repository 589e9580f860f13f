extension Sample {
    static let all: [Sample] = common + hurried + varied + scopes

    static let common: [Sample] = [
        Sample(
            name: "arrows",
            jotting: """
                s: ct rpts ↑ anx, slp 4-5h, denies SI/HI. Conflict w/ boss re: deadlines
                quote: "I feel like I'm drowning"
                hw: thought record 4/7 days
                o: mood anx, affect constricted, A&Ox4, cooperative, good eye contact, not psychotic
                m: PHQ-9 14 (was 18), GAD-7 15
                did: cog restructuring re: catastrophizing abt work; psychoed on sleep hygiene; reviewed thought record
                r: receptive, able to identify 2 distortions, SUDS 7→3
                a: sx c/w GAD, improving slowly
                progress: improved
                nec: anx impairs work and slp, needs CBT to ↓ avoidance
                si: no
                hi: no
                sh: no
                risk: risk low, at baseline
                p: cont CBT, f/u 1 wk, HW: thought record daily
                next: 11/23 2pm
                """),
        Sample(
            name: "telegraphic", pronouns: "he", called: "patient",
            jotting: """
                s: Slept 4h. Anx up. Missed 2 days work. Argued w/ wife Sat. No SI.
                o: tearful when discussing dad, guarded at first, speech soft
                i: grounding 5-4-3-2-1; validated grief
                r: calmer by end, practiced grounding in session
                a: grief, adjustment to loss of father; making progress
                prog: same
                si: denies
                hi: none
                sh: none
                p: weekly sessions, grief group referral
                nx: 1 wk
                """),
        Sample(
            name: "full-sentences", pronouns: "they",
            jotting: """
                reported: Client reports that they have been sleeping better since starting Zoloft 50mg, and that the panic attacks have stopped. They are still avoiding the highway.
                homework: They drove to the store twice, which they had not done since March.
                observed: Client was calm and engaged throughout the session.
                did: Therapist reviewed the exposure hierarchy with the client and planned the next step.
                response: Client was hesitant at first but agreed to drive one exit with a friend.
                assessment: The client continues to make progress; avoidance remains the main maintaining factor.
                progress: improved
                si: denied
                hi: denied
                self-harm: denied
                plan: Client will drive one exit with a friend before the next session.
                next: 2026-11-30
                """),
        Sample(
            name: "commas",
            jotting: """
                s: mood low, appetite poor, energy down, not sleeping, isolating from friends, hopeless abt job search, no SI/HI
                o: flat affect, slow speech, poor eye contact, thought process linear
                did: behav activation, activity scheduling, MI
                r: ambivalent, agreed to walk 10 min x3/wk
                a: moderate depression w/ functional impairment, sx ↑ since job loss
                prog: worse
                si: no
                hi: no
                sh: no
                risk: chronic risk mod, acute risk low
                pf: kids, faith, future plans
                p: cont BA, coordinate w/ PCP re: meds, review activity log next wk
                next: Tues 11/24 2p
                """),
        Sample(
            name: "newlines", pronouns: "he",
            jotting: """
                reported: panic attacks x3 this wk
                    worst one at store on Tues
                    avoiding crowds
                    using breathing w/ some success
                    drinking ↑ to 3 beers/night
                observed:
                    restless
                    speech pressured
                    insight fair
                measure: PCL-5 41 (was 52)
                did:
                    interoceptive exposure
                    reviewed cycle of panic
                response:
                    completed 4 rounds, SUDS 8 -> 4
                assessment:
                    panic disorder, responding to tx
                progress: better
                si: no
                hi: no
                sh: no
                plan:
                    exposure hierarchy
                    reduce drinking to 1/night
                """),
        Sample(
            name: "active-risk",
            jotting: """
                s: pt hopeless x 2 wks, SI w/ plan (pills), no intent, gave away belongings. Denies HI.
                quote: everyone would be better off
                o: tearful, flat affect, slow speech
                did: safety plan completed, means restriction counseling w/ husband by phone
                r: engaged in safety planning, agreed to give meds to husband
                a: severe MDE, elevated acute risk
                prog: worse
                si: active
                hi: no
                sh: no
                detail: plan to overdose on Tylenol, no intent, no prior attempts
                risk: acute risk high, above baseline
                pf: husband, dog, religious beliefs
                action: safety plan completed; means counseling; consulted w/ Dr. Sample
                p: session in 2 days, call daily, hospital if worse
                next: 11/18 at 9am
                """),
        Sample(
            name: "pt-present-verbs", called: "patient",
            jotting: """
                s: pt feels overwhelmed by work, wants to quit, worries abt money, has been skipping meals, hasn't been to gym in 3 wks
                o: anxious mood and congruent affect, fidgeting, good insight
                tx: problem-solving, explored pros and cons of quitting, role play of talk w/ boss
                resp: engaged, reports feeling "lighter", identified 3 next steps
                a: adjustment d/o w/ anx, stable
                prog: no change
                nec: impaired work functioning, skilled CBT needed to prevent decline
                si: n
                hi: n
                sh: n
                p: f/u wkly, practice assertive statements w/ boss, check in re: meals
                """),
        Sample(
            name: "abbreviations",
            jotting: """
                s: c/o HA's, diff falling asleep, irrit w/ kids, ↓ conc at work d/t worry. Taking sertraline 100mg qd. ETOH 1-2x/wk. h/o trauma
                o: MSE wnl, mood "ok", affect euthymic
                i: CBT: challenged NATs abt parenting; PMR
                r: receptive, PMR brought SUDS 6→2
                a: GAD w/ gradual improvement
                prog: improved
                si: neg
                hi: neg
                sh: neg
                p: cont CBT wkly, PMR nightly, f/u w/ psychiatrist re: meds
                nx: Mon 2pm
                """),
        Sample(
            name: "couple-themes", pronouns: "she",
            jotting: """
                s: Fight w/ husband on Sat about his mother; he left for the night. Feels abandoned. Cried all wknd. Reports she texted him 20x.
                o: labile affect, cooperative
                did: DBT - DEAR MAN, check the facts, chain analysis of texting
                r: initially defensive, then able to see pattern; practiced DEAR MAN in role play
                a: abandonment fears driving reassurance seeking; using skills inconsistently
                prog: no change
                si: passive
                hi: no
                sh: urges
                detail: thoughts of not wanting to wake up Sat night, no plan or intent; urge to cut, did not act
                action: reviewed safety plan, skills for urges practiced
                p: diary card daily; phone coaching prn; next session Thurs 4pm
                """),
        Sample(
            name: "teen", pronouns: "he",
            jotting: """
                s: mom reports ct failing 2 classes; ct says "school is pointless." Vaping daily, slp 3a-noon on wknds, denies SI, HI, AVH
                o: hoodie up, minimal eye contact, monosyllabic, brightened when talking abt music
                did: rapport building, MI re: vaping, used song lyrics to name feelings
                r: opened up gradually, set goal of 1 class/day
                a: depressed mood, low motivation, ambivalent re: change
                prog: not addressed
                si: no
                hi: no
                sh: no
                p: school contact w/ consent, cont MI
                """),
        Sample(
            name: "trauma", pronouns: "they",
            jotting: """
                s: nightmares 4x/wk (was 6), flashbacks triggered by sirens, avoids downtown, startles easily, sleeping w/ lights on
                m: PCL-5 52→41
                did: CPT - ABC worksheet, stuck point "it was my fault"; psychoed re: trauma & avoidance
                r: tearful but stayed grounded, rated belief 90% → 60%
                o: hypervigilant, affect congruent, no dissociation noted
                a: PTSD sx improving w/ CPT
                prog: +
                si: no
                hi: no
                sh: no
                p: read stuck point log, cont CPT session 5
                next: in 1 week
                """),
        Sample(
            name: "postpartum",
            jotting: """
                s: 6 wks postpartum; tearful daily, exhausted, feels like a bad mom, intrusive thoughts of baby being hurt - ego-dystonic, no intent. Husband supportive. Breastfeeding, not on meds.
                o: tearful, well-groomed, bonding w/ baby observed in session
                did: psychoed on postpartum OCD/intrusive thoughts, normalized, thought defusion
                r: relieved, laughed once, took handout
                a: postpartum depression w/ intrusive thoughts, low risk to infant
                prog: no change
                si: no
                hi: no
                sh: no
                p: consult w/ OB re: meds, partner to join next session, EPDS next wk
                """),
        Sample(
            name: "minimal",
            jotting: """
                s: stressed, sleeping ok
                i: breathing
                r: calmer
                a: stable
                prog: same
                si: no
                hi: no
                sh: no
                p: f/u 2 wks
                """),
        Sample(
            name: "not-assessed",
            jotting: """
                s: came late b/c of bus, talked about housing, eviction notice rec'd Fri
                o: frustrated, cooperative
                did: problem-solving re: housing, provided resources
                r: left w/ plan to call legal aid
                a: psychosocial stress worsening anx
                prog: not addressed
                si: na
                hi: na
                sh: na
                why: session cut short at 20 min
                p: call legal aid by Fri, full risk screen next session
                """),
        Sample(
            name: "plus-signs", pronouns: "he",
            jotting: """
                s: ++anx, +cravings, slp ↓↓, appetite ok, ~3 drinks/day, +SI (passive), no plan/intent
                o: diaphoretic, tremor, A&Ox3
                did: assessed w/d risk, MI, coordinated w/ detox
                r: agreed to detox eval today
                a: AUD severe, w/d risk high
                prog: worse
                si: passive
                hi: no
                sh: no
                action: sent to ER w/ brother
                p: detox eval today, f/u after d/c
                """),
        Sample(
            name: "names",
            jotting: """
                s: ct had lunch w/ sister Ana on Nov 9, first time since the funeral. Jonas called, asked for money. She said no. Felt guilty after. Mood 6/10, anx 4/10.
                o: bright affect, laughing at times
                did: reinforced boundary w/ Jonas; explored guilt; reviewed values worksheet
                r: said she felt proud, named 2 values (family, honesty)
                a: ct is setting limits more consistently and tolerating guilt
                prog: improved
                si: no
                hi: no
                sh: no
                p: write letter to Jonas (not to send), cont weekly
                """),
        Sample(
            name: "insomnia", pronouns: "he",
            jotting: """
                s: TST 5.5h, SOL 60 min, WASO 45 min per sleep diary; naps 2x/wk; caffeine after 3pm; anx 3/10; no change in mood
                m: ISI 16 (was 21)
                did: CBT-I: stimulus control, sleep restriction to 6h window, caffeine cutoff at noon
                r: motivated, worried about daytime fatigue, agreed to try
                a: insomnia disorder improving
                prog: improved
                si: no
                hi: no
                sh: no
                p: sleep window 12:30-6:30, diary daily, f/u 2 wks
                """),
        Sample(
            name: "work-leave",
            jotting: """
                s: on leave x3 wks. Sleep better (6-7h). Still dreads email. Panic in parking lot Wed when saw boss's car. Husband says she is "back to herself" on wknds
                o: mood euthymic, affect full range, normal speech, insight good, judgment good
                did: in vivo exposure planning, cognitive restructuring around competence, relapse prevention
                r: generated 5 coping statements; anx re: return dropped from 8 to 5
                a: adjustment disorder w/ mixed anx and dep mood, good response to tx
                prog: improved
                nec: cannot yet tolerate workplace; graded exposure expected to allow return by Jan
                si: no
                hi: no
                sh: no
                p: visit parking lot x2, draft email to HR, RTC 1 wk
                """),
        Sample(
            name: "older-adult", pronouns: "he", called: "patient",
            jotting: """
                s: Wife died 8 mos ago. Pt lonely, eating 1 meal/day, lost 10 lbs, stopped church. Denies wish to die but "wouldn't mind not waking up". No firearms at home. Sees grandkids Sundays.
                o: slowed, soft speech, sad affect, oriented x4, grooming good
                did: IPT - grief work, life review; encouraged one church visit
                r: cried, then smiled recalling honeymoon
                a: prolonged grief, mod dep, passive death wish w/o plan/intent
                prog: same
                si: passive
                hi: no
                sh: no
                action: safety plan reviewed, daughter to call nightly
                pf: grandchildren, faith
                p: attend church once, meals on wheels referral, f/u 1 wk
                """),
        Sample(
            name: "ocd", pronouns: "they",
            jotting: """
                s: checking stove 10-15x/day (down from 30), showers 45 min, late to work 2x, partner accommodating less
                hw: ERP done 5/7 days
                o: anxious but engaged, mild psychomotor agitation
                m: Y-BOCS 22 (was 27)
                did: ERP in session: left office w/o checking lock, touched doorknob; coached response prevention
                r: SUDS 80→35 in 25 min, no rituals
                a: OCD, responding to ERP, insight good
                prog: improved
                si: no
                hi: no
                sh: no
                p: 1 check max at stove, showers 30 min, partner session in 2 wks
                """),
        Sample(
            name: "semicolons",
            jotting: """
                s: increased irritability; poor concentration; sleeping 10 hrs; missed 3 shifts; argument with supervisor; denies substance use; denies SI; denies HI
                o: mood irritable; affect constricted; speech loud; no psychosis; oriented
                did: anger log reviewed; taught STOP skill; assigned time-outs
                r: skeptical; willing to try STOP once
                a: irritability appears secondary to depression; functional impairment at work
                prog: no change
                si: denies
                hi: denies
                sh: denies
                p: STOP skill daily; anger log; next session 11/30 @ 10am
                """),
        Sample(
            name: "past-verbs", pronouns: "he",
            jotting: """
                s: ct went to AA 3x, called sponsor daily, had 1 craving on Fri, didn't drink. Started new job Mon. Ex filed for custody, he is scared
                o: bright, talkative, appropriate affect
                did: reviewed relapse prevention plan, practiced urge surfing, discussed custody stress
                r: identified HALT triggers, committed to 4 meetings
                a: early remission, motivated; custody case is a relapse risk
                prog: improved
                si: no
                hi: no
                sh: no
                p: AA 4x/wk, urge surfing daily, f/u 1 wk
                """),
        Sample(
            name: "ambiguous",
            jotting: """
                s: MS worse, saw PT on Mon, mom OD'd in 2019, BP high, PA at work
                o: fatigued, walks w/ cane
                did: ACT - values, pacing; pain psychoed
                r: accepted pacing plan
                a: adjustment to chronic illness, coping better
                prog: improved
                si: no
                hi: no
                sh: no
                p: pacing log, coordinate w/ PT
                """),
        Sample(
            name: "prose-abbrev",
            jotting: """
                s: Pt reports mood is better since starting Lexapro 10mg. She is sleeping 7-8 hrs/night and has more energy. She denies SI, HI, and AVH.
                o: Pt was well groomed, pleasant, and cooperative with euthymic mood.
                did: Th used CBT to help pt identify and challenge all-or-nothing thinking about parenting.
                r: Pt was able to generate 3 balanced thoughts and reported feeling less guilty.
                a: Pt is responding well to tx and meets criteria for continued care.
                prog: improved
                si: no
                hi: no
                sh: no
                p: Continue weekly CBT. Pt to complete thought record 3x/wk. F/u with psychiatrist on 12/1.
                """),
        Sample(
            name: "ze", pronouns: "ze/zir/zirs",
            jotting: """
                s: misgendered at work x2, started T 3 wks ago, mood up, supported by roommate, not out to parents
                o: brighter, smiling, good eye contact
                did: affirmed identity, minority stress model, coping plan for Thanksgiving
                r: named 3 supports, anxious abt holiday
                a: dysphoria ↓, minority stress ongoing
                prog: improved
                si: no
                hi: no
                sh: no
                p: script for coming out, community group, 2 wks
                """),
        Sample(
            name: "anger", pronouns: "he",
            jotting: """
                s: punched wall Thurs after fight w/ gf; no injury to others; denies HI; remorseful; neg for substance use; never hit gf; without sleep x2 nights
                o: agitated -> calm, pressured speech, not threatening
                did: de-escalation, time-out plan, reviewed cost/benefit of anger
                r: took responsibility, wrote time-out steps
                a: intermittent explosive pattern, no imminent danger
                prog: no change
                si: no
                hi: no
                sh: no
                p: time-out contract w/ gf, anger group, f/u 1 wk
                """),
    ]
}
