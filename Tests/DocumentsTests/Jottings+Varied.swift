extension Sample {
    /// Other hands and other work: whole sentences, couples, children, crises.
    static let varied: [Sample] = [
        Sample(
            name: "full-names",
            jotting: """
                s: Client reported that her sister Dana visited from Portland and that Tom, her ex-husband, has filed for custody of their son. She slept poorly and missed one shift.
                o: Client was anxious but organized; she cried briefly when speaking about Tom.
                did: Clinician provided emotional support and used problem-solving to plan for the hearing on December 4 at 9:30 AM.
                response: Client stated that she felt more prepared.
                a: Client's anxiety is exacerbated by the custody dispute.
                progress: no change
                si: denied
                hi: denied
                self-harm: denied
                p: Client to contact her attorney. Continue CBT weekly.
                """),
        Sample(
            name: "eating",
            jotting: """
                s: restricted 4/7 days, binged x1, purged x1 Tues; wt 118 lb (down 2); exercise 90 min/day; denies laxatives
                o: thin, cold hands, guarded
                did: CBT-E: regular eating plan, food records reviewed
                response: ambivalent, agreed to 3 meals/day
                a: bulimia nervosa, active
                progress: worse
                si: denied
                hi: denied
                self-harm: urges
                detail: urge to cut Tues after purge, did not act, called friend
                protective: sister, therapy alliance, wants to finish school
                action: means discussed; razors given to roommate
                p: 3 meals + 2 snacks; labs w/ PCP; weigh weekly
                """),
        Sample(
            name: "adhd", pronouns: "he",
            jotting: """
                s: forgot 2 deadlines, lost keys x3, meds wear off by 2pm; using planner 4/7 days
                o: fidgety, interrupts, good humor
                did: skills: planner review, broke project into 5 steps
                response: came up w/ reminder system
                a: ADHD, inattentive; skills use improving
                progress: improved
                si: denied
                hi: denied
                self-harm: denied
                p: planner daily; ask prescriber re: afternoon dose
                """),
        Sample(
            name: "bipolar", called: "patient",
            jotting: """
                s: slept 3h x4 nights, spent $900, started 3 projects, denies feeling manic; stopped lithium 2 wks ago
                o: pressured, expansive, flight of ideas, not psychotic
                did: reviewed early warning signs; called psychiatrist w/ pt
                response: agreed to restart lithium
                a: hypomanic episode after stopping lithium
                progress: worse
                si: denied
                hi: denied
                self-harm: denied
                risk: moderate, increased vs last session, no hx of attempts
                action: psychiatrist notified; husband to manage cards
                p: see psychiatrist tomorrow; daily mood chart; call if sleep <4h
                """),
        Sample(
            name: "teen-sh", pronouns: "they",
            jotting: """
                s: cut x2 last wk (forearm, superficial), last 11/12; urges daily; bullied at school; mom found razor
                quote: It's the only thing that works
                o: long sleeves, quiet, warmed up
                did: chain analysis of 11/12; TIPP skills taught; safety plan updated w/ mom
                response: practiced ice dive, used humor
                a: self-harm functions to reduce shame
                progress: no change
                si: passive
                hi: denied
                self-harm: present
                detail: passive SI w/o plan; last cut 11/12; no intent to die
                risk: moderate; lower than last month
                protective: best friend, band, mom
                action: razors removed by mom; 988 info given
                p: TIPP before bed; diary card; family session 12/2
                """),
        Sample(
            name: "groups", pronouns: "he",
            jotting: """
                s: attended all 4 groups, shared once, "felt heard"; argued with roommate over chores; no relapse
                o: punctual, talkative
                did: process group; feedback given on interrupting
                response: accepted feedback, thanked peer
                a: social skills improving
                progress: improved
                si: denied
                hi: denied
                self-harm: denied
                p: continue groups; practice listening
                """),
        Sample(
            name: "chronic-pain",
            jotting: """
                s: pain 7/10 avg, 9/10 max; walked 10 mins x5; in bed 3 days; husb did chores; cut oxycodone from 4 to 3/day per MD
                o: grimacing, shifting in chair
                did: ACT: defusion w/ "I can't"; pacing plan
                response: laughed at defusion, set walk goal 12 mins
                a: pain-related avoidance, fear of movement
                progress: improved
                si: denied
                hi: denied
                self-harm: denied
                p: walk 12 mins/day, pacing log, review w/ MD
                """),
        Sample(
            name: "perinatal", called: "patient",
            jotting: """
                s: 34 wks pregnant; worries re: labor; sleeping 5h d/t reflux; partner supportive; stopped sertraline at 8 wks
                measure: EPDS 14
                o: tearful at times, bonded
                did: CBT for worry, birth plan worksheet
                response: wrote 3 questions for OB
                a: perinatal anxiety, mild-mod
                progress: no change
                si: denied
                hi: denied
                self-harm: denied
                p: OB appt 11/25, review worksheet, partner to attend next session
                """),
        Sample(
            name: "caregiver", pronouns: "he",
            jotting: """
                s: mother's dementia worse; up 3x/night w/ her; sister won't help; skipped own MD appt; feels guilty, trapped
                o: fatigued, irritable, tearful x1
                did: problem solving re respite; validated anger
                response: agreed to call agency, named 1 friend
                a: caregiver burden with depressive symptoms
                progress: no change
                si: denied
                hi: denied
                self-harm: denied
                p: respite call by Fri; sister talk; self-care x2
                """),
        Sample(
            name: "veteran", pronouns: "he",
            jotting: """
                s: avoided fireworks; drove on highway first time since 2019; nightmares ↓ from 5 to 2/wk; wife says "he's back"
                o: calm, joked
                measure: PCL-5 33 (was 47), PHQ-9 8 (was 10)
                did: CPT session 9: trust module; challenged stuck point "I should have known"
                response: rated belief 80% → 35%
                a: PTSD improving with CPT
                progress: improved
                si: denied
                hi: denied
                self-harm: denied
                risk: low; firearm locked, wife has key
                p: CPT session 10; esteem worksheet; next 11/30 14:00
                """),
        Sample(
            name: "lapse-of-time", pronouns: "he",
            jotting: """
                s: last seen 10/5, no-show 10/19; moved to new apt; broke up w/ gf 3 wks ago; drinking 2-3x/wk; 1 blackout
                o: smelled of alcohol, cooperative
                did: assessed alcohol use, MI
                response: minimized, agreed to log drinks
                a: alcohol use increasing after breakup
                progress: worse
                si: denied
                hi: denied
                self-harm: denied
                p: drink log; AUDIT next session; d/w supervisor
                """),
        Sample(
            name: "ocd-new",
            jotting: """
                s: hand washing 20x/day, 2h total; avoided doorknobs; resisted 3 urges; husband reassured her less
                homework: exposure done 6 of 7 days, SUDS 60 to 25
                o: hands red and chapped
                did: ERP: touched door x5 w/o washing, 40 min
                response: SUDS peaked 75, dropped to 30; no rituals x2h
                a: OCD responding to ERP
                progress: improved
                si: denied
                hi: denied
                self-harm: denied
                p: ERP daily: door x5; no washing 1h after
                """),
        Sample(
            name: "legal", pronouns: "he",
            jotting: """
                s: court date 12/10; charged w/ DUI; lost license; states he "only had two"; attends DUI class weekly
                o: defensive, avoided eye contact
                did: MI - decisional balance; reviewed consequences
                response: acknowledged 2 costs of drinking
                a: precontemplation → contemplation
                progress: improved
                si: denied
                hi: denied
                self-harm: denied
                p: decisional balance hw; UDS per court
                """),
        Sample(
            name: "telehealth", pronouns: "they",
            jotting: """
                s: Connected by video from home. Pt reports feeling "meh". Roommate out. Sleep 6 hrs. Did yoga 2x. Denies SI/HI/SH.
                o: Casually dressed, affect restricted, audio cut out x1.
                did: Behavioral activation; values card sort.
                response: Picked 5 values. Tearful re: family.
                a: Persistent depressive disorder, mild improvement.
                progress: improved
                si: denied
                hi: denied
                self-harm: denied
                p: Yoga x3; text values list; next 11/24 @ 4pm video.
                late: power outage
                """),
        Sample(
            name: "minimal-2",
            jotting: """
                s: better
                did: CBT
                response: good
                a: improving
                progress: improved
                si: denied
                hi: denied
                self-harm: denied
                risk: low
                p: same
                late: sick
                """),
        Sample(
            name: "and-lists", pronouns: "he",
            jotting: """
                s: reports anger, guilt and shame; sleeping and eating ok; denies drug use, gambling and violence but drinks 1 beer/day
                o: angry, then sad and quiet
                did: anger log review, trigger map and time-out practice
                response: identified triggers and practiced time-out
                a: anger masks grief; improving insight
                progress: improved
                si: denied
                hi: denied
                self-harm: denied
                p: anger log; time-out; call brother
                """),
        Sample(
            name: "elderly-memory", called: "patient",
            jotting: """
                s: daughter reports forgetting meds, repeating questions; pt denies memory problems; lost in store x1; slp ok; MoCA 19/30 in Oct
                o: pleasant, oriented to person and place, not date; word-finding pauses
                did: psychoed w/ daughter re: memory aids; pillbox introduced
                response: accepted pillbox
                a: r/o major neurocognitive disorder
                progress: not addressed
                si: denied
                hi: denied
                self-harm: denied
                p: neuro referral; pillbox; daughter to drive
                """),
        Sample(
            name: "trans-fragment", pronouns: "he",
            jotting: """
                s: top surgery consult 12/1. Excited but scared. Dad still using old name. Binding 8h/day, rib pain. Deadnamed at work, corrected boss.
                o: animated
                did: explored fear, letter discussed
                response: relieved
                a: gender dysphoria, resilience growing
                progress: improved
                si: denied
                hi: denied
                self-harm: denied
                p: draft letter, call surgeon's office, binder breaks
                """),
        Sample(
            name: "abuse",
            jotting: """
                s: partner pushed her 11/14, no injury; denies feeling in danger today; staying w/ sister; told no one else; kids 4 & 7 safe
                o: bruise not seen; anxious, looked at door
                did: DV safety plan, hotline number, danger assessment
                response: memorized hotline number
                a: IPV, ongoing risk
                progress: no change
                si: denied
                hi: denied
                self-harm: denied
                risk: elevated from partner
                action: DV safety plan made; CPS report not indicated, consulted w/ supervisor
                p: call legal aid, session in 3 days, safe phone only
                """),
        Sample(
            name: "crisis", pronouns: "he", called: "patient",
            jotting: """
                s: SI w/ plan x3 days, has gun at home, wrote note; "I'm done"; not sleeping; drank 6 beers last night; denies HI
                o: agitated, crying, smelled of etoh
                did: crisis assessment, C-SSRS, means safety
                response: handed gun key to brother, agreed to hospital
                a: imminent risk, needs hospitalization
                progress: worse
                si: active
                hi: denied
                self-harm: denied
                detail: plan to shoot self, access to gun, intent 7/10, 1 prior attempt (2015, OD)
                risk: high, far above baseline
                protective: brother, 2 kids
                action: called 911, stayed w/ pt until EMS; brother took gun; hospital notified
                p: hospital admission; call family tomorrow; f/u within 24h of discharge
                late: was with patient in ER until midnight
                """),
    ]
}
