extension Sample {
    /// Other hands: fragments, signs, lists and capitals.
    static let hurried: [Sample] = [
        Sample(
            name: "hurried-intern", called: "patient",
            jotting: """
                s: pt c/o poor slp, 3-4h, wakes 3am. +SI passive, no plan. Not eating. Mom present.
                o: dishevelled, poor e/c, speech slow
                did: safety planning, reviewed coping
                r: agreed to safety plan
                a: MDD, worse
                progress: worse
                si: passive
                hi: denied
                self-harm: denied
                detail: passive thoughts 2x this wk, no plan, no intent, no means
                risk: moderate, elevated from baseline
                action: safety plan completed w/ mom
                p: see in 3 days; call PCP re meds
                """),
        Sample(
            name: "narrative", pronouns: "they",
            jotting: """
                s: Robin described a difficult week. They said that their partner, Alex, had moved out on Tuesday and that they have not been sleeping. Robin denied any thoughts of suicide.
                homework: They did not complete the thought record because they lost the worksheet.
                o: Robin was tearful throughout and made little eye contact.
                did: I reviewed the worry cycle with Robin and we practiced diaphragmatic breathing for ten minutes.
                response: Robin said the breathing helped and agreed to practise it daily.
                a: Robin is grieving the separation, which has worsened an already depressed mood.
                progress: worse
                si: denied
                hi: denied
                self-harm: denied
                p: I will see Robin next Tuesday. We will review the breathing practice.
                """),
        Sample(
            name: "lower-case", pronouns: "he",
            jotting: """
                s: feeling ok this week, slept better, about 7 hrs most nights, still worried about money, went to one meeting, no cravings
                o: relaxed, smiling, good eye contact
                did: reviewed triggers, talked about money plan, practiced refusal skills
                response: engaged, able to name 3 triggers
                a: early recovery going well
                progress: better
                si: no
                hi: no
                self-harm: no
                p: keep going to meetings, budget worksheet, see in 1 week
                """),
        Sample(
            name: "all-caps",
            jotting: """
                s: INCREASED PANIC. NO SI. NOT SLEEPING. MISSED WORK X2.
                o: ANXIOUS, TEARFUL
                did: GROUNDING, PSYCHOED ON PANIC
                response: CALMER BY END
                a: PANIC DISORDER
                progress: no change
                si: no
                hi: no
                self-harm: no
                p: CONTINUE CBT, RETURN IN 1 WEEK
                """),
        Sample(
            name: "plus-slash", pronouns: "he", called: "patient",
            jotting: """
                s: +etoh 4-5/night, +cravings, -SI/-HI, slp poor, appetite/energy ↓, w/ wife conflict
                o: A/O x3, mood irritable/anxious
                did: MI, rel prev, f/u on AA
                response: contemplative, agreed to 1 AA mtg
                a: AUD, mod; ↑ risk of relapse
                progress: no change
                si: denied
                hi: denied
                self-harm: denied
                risk: low acute / mod chronic
                p: AA 2x/wk; consult PCP re naltrexone
                """),
        Sample(
            name: "british",
            jotting: """
                s: Anxious about her organisation's restructure, practising mindfulness most evenings, behaviour at home calmer, slept well
                homework: practised breathing 5/7 days
                o: calm, well-groomed, rationalised less than last week
                did: CBT: behavioural experiment re: speaking up; normalised worry
                response: recognised 2 thinking errors, apologised for lateness
                a: generalised anxiety improving
                progress: improved
                si: denied
                hi: denied
                self-harm: denied
                p: practise speaking up x1, review in a fortnight
                """),
        Sample(
            name: "couples",
            jotting: """
                s: couple argued x2 about money; husband says wife "never listens", wife says husband spends too much; both slept apart 3 nights
                o: wife tearful, husband guarded; both interrupted each other
                did: EFT: tracked negative cycle, softened blame; taught time-outs
                response: husband apologized, wife reached for his hand
                a: pursue-withdraw cycle maintained by criticism and distance
                progress: no change
                si: na
                hi: na
                self-harm: na
                why: couple session, not screened individually
                p: date night x1; time-outs as needed; individual check-in w/ each partner
                """),
        Sample(
            name: "child", pronouns: "he",
            jotting: """
                s: mother reports 2 tantrums at school, none at home; client says "I hate math". Sleeping in own bed 5/7 nights.
                o: client initially hid behind mother, then played w/ blocks; affect bright
                did: play therapy, PCIT coaching w/ mother, feelings chart
                response: named 4 feelings, mother gave 10 labelled praises
                a: oppositional behavior decreasing w/ consistent praise
                progress: improved
                si: na
                hi: na
                self-harm: na
                why: age 6, no indication
                p: mother to use praise daily; school meeting 12/3 @ 8:30am
                """),
        Sample(
            name: "substance", pronouns: "he", called: "patient",
            jotting: """
                s: 14 days sober, 2 cravings on Sat, attended 3 AA mtgs, called sponsor x4; no use of cocaine since 11/2; slp 7h
                o: clear, oriented, no signs of intoxication or withdrawal
                measure: AUDIT 18 (was 25)
                did: relapse prevention plan updated; urge surfing 10 min; reviewed HALT
                response: identified weekend evenings as high risk
                a: early remission, motivation high
                progress: improved
                si: denied
                hi: denied
                self-harm: denied
                p: continue AA 3x/wk; urine screen next visit; call sponsor daily
                """),
        Sample(
            name: "grief",
            jotting: """
                s: 3 mos since husband's death. Cries daily, can't enter his study. Neither eating nor sleeping well. Never wanted to die. Visited grave w/ son Sunday.
                o: tearful, slowed, appropriate
                did: grief work: told story of the death, 20 min; empty chair
                response: wept, then reported relief
                a: prolonged grief; no major depression
                progress: no change
                si: denied
                hi: denied
                self-harm: denied
                protective: son, church, looks forward to grandchild
                p: bring photo; cont weekly; consider group
                """),
        Sample(
            name: "psychosis", pronouns: "he", called: "patient",
            jotting: """
                s: hearing voices less, 2x/day (was all day), voices not commanding; taking risperidone 2 mg bid; denies VH; sleeping 9h
                o: guarded, some thought blocking; not responding to internal stimuli; affect blunted; oriented x4
                did: CBTp - normalizing, voice diary; med adherence counseling
                response: willing to keep diary, questioned one belief about neighbors
                a: schizophrenia, partial response to risperidone
                progress: improved
                si: denied
                hi: denied
                self-harm: denied
                risk: low, no commands, no access to firearms
                p: voice diary; coordinate w/ psychiatrist re: dose
                """),
        Sample(
            name: "med-change",
            jotting: """
                s: started Lexapro 5mg on 11/3, increased to 10mg 11/10; nausea first 3 days, resolved; d/c'd trazodone; mood brighter; no SI on new med
                o: brighter, more animated
                measure: PHQ-9 11 (was 17), GAD-7 9 (was 12)
                did: monitored side effects; BA: scheduled gym x2
                response: reports walking daily, proud of it
                a: depression responding to medication and BA
                progress: improved
                si: denied
                hi: denied
                self-harm: denied
                p: gym 2x/wk, f/u w/ Dr. Sample 12/1
                """),
        Sample(
            name: "sleep-data", pronouns: "he",
            jotting: """
                s: TIB 8h, TST 5h 30m, SE 69%; bedtime 11:30pm, up at 6:15am; 2 naps; coffee x3/day
                measure: ISI 19
                did: CBT-I session 2: set sleep window 12-6; stimulus control
                response: reluctant about getting out of bed, agreed to try for 1 wk
                a: chronic insomnia maintained by long time in bed
                progress: no change
                si: denied
                hi: denied
                self-harm: denied
                p: sleep window 12am-6am; no naps; diary daily
                """),
        Sample(
            name: "work-stress", pronouns: "they",
            jotting: """
                s: working 60 hrs/wk, boss criticized them in front of team, "I wanted to disappear"; headaches 4x/wk; skipped lunch daily; considering quitting
                o: tense, sighing, rapid speech
                did: problem-solving: listed options; assertiveness role-play x2
                response: tried role-play twice, SUDS 70→40
                a: work stress driving anxiety and headaches
                progress: no change
                si: denied
                hi: denied
                self-harm: denied
                p: talk to HR by Fri; 1 assertive request; lunch away from desk
                """),
        Sample(
            name: "quotes-inside",
            jotting: """
                s: said "my heart was going to explode" at the mall Sat, left after 5 min; husband told her "just breathe"; felt ashamed
                o: mood "fine", affect anxious
                did: reviewed panic cycle, interoceptive exposure: 3 x 1 min hyperventilation
                response: "not as bad as I thought", SUDS 60→30
                a: panic disorder w/ agoraphobic avoidance
                progress: improved
                si: denied
                hi: denied
                self-harm: denied
                p: mall 10 min x2 w/ husband
                """),
        Sample(
            name: "dashes", pronouns: "he",
            jotting: """
                s:
                  - slept 5h most nights
                  - argued w/ daughter Thurs
                  - stopped gym
                  - denies SI, HI or self-harm
                o:
                  - flat affect
                  - monotone
                did:
                  - problem-solving therapy
                  - scheduled 2 activities
                response:
                  - agreed to walk w/ neighbor
                a:
                  - depressive episode, moderate
                progress: no change
                si: denied
                hi: denied
                self-harm: denied
                p:
                  - walk 2x
                  - phone check-in Wed
                  - next session Mon
                """),
        Sample(
            name: "numbered",
            jotting: """
                s: 1. mood better
                  2. sleep still poor
                  3. ate out w/ friends x1
                o: euthymic
                did: 1. reviewed homework 2. exposure hierarchy
                response: did well
                a: social anxiety improving
                progress: improved
                si: denied
                hi: denied
                self-harm: denied
                p: 1) call friend 2) join class 3) thought log
                """),
        Sample(
            name: "states-that", called: "patient",
            jotting: """
                s: pt states that she has been "on edge" since the accident, endorses nightmares and flashbacks, reports that her boss was supportive. Denies alcohol, drugs or gambling.
                o: hypervigilant, scanning room; startled at noise x1
                did: PE: psychoeducation, breathing retraining
                response: practiced breathing, said she felt calmer
                a: acute stress reaction; r/o PTSD
                progress: not addressed
                si: denied
                hi: denied
                self-harm: denied
                p: begin imaginal exposure next session; breathing 3x/day
                """),
        Sample(
            name: "negations", pronouns: "he",
            jotting: """
                s: no SI, no HI, not using, never missed a dose, w/o panic x2 wks, hasn't been eating much, doesn't want meds, neither anxious nor depressed
                o: not tearful, no tremor, not agitated
                did: reviewed relapse plan
                response: no questions, did not want handout
                a: no evidence of relapse, not at acute risk
                progress: improved
                si: denied
                hi: denied
                self-harm: denied
                risk: low, no change
                p: no med changes; not scheduling until Jan
                """),
        Sample(
            name: "minus-signs",
            jotting: """
                s: SI-, HI-, panic+, slp-
                o: tearful+, A&Ox4
                did: grounding
                response: calmer
                a: panic d/o
                progress: no change
                si: denied
                hi: denied
                self-harm: denied
                p: same plan
                """),
    ]
}
