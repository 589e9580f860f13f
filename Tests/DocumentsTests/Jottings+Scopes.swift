extension Sample {
    /// Where a negation, a speaker or a number could slip to the wrong words.
    static let scopes: [Sample] = [
        Sample(
            name: "negation-lists",
            jotting: """
                s: no SI, intent or plan; denies HI, plan or intent; no longer cutting; never attempted; not on meds but wants to restart
                o: no psychosis, mania or tremor; not oriented to date; denied AVH when asked
                did: did not do exposure; explored grief w/o pushing; no new skills taught
                response: did not engage, refused role-play, no change in SUDS (60)
                a: not improving; no longer meets MDD; does not meet criteria for PTSD
                p: no homework this wk; do not increase dose; wait on referral
                """),
        Sample(
            name: "two-speakers", pronouns: "he",
            jotting: """
                s: wife reports he drinks daily; he says 2 beers/wk; son failing school; mom has cancer; brother SI last month, pt denies own SI
                o: wife present x20 min; affect flat while wife spoke
                did: met w/ wife 20 min, then pt alone 30 min
                response: both agreed to no alcohol at home; pt walked out once, returned
                a: alcohol use disputed by pt and wife
                p: wife to attend AlAnon; pt to log drinks; f/u both 12/8 2:30pm
                """),
        Sample(
            name: "many-numbers", called: "patient",
            jotting: """
                s: took 2 Tylenol PM x3 nights; slept 6-8h; last drink 10/31; smokes 1/2 ppd; Wt 140→134 lbs; BP 130/85; period late 2 wks
                o: BP 128/82, gait steady, speech 2/5 slurred
                measure: PHQ-9 12, GAD-7 10 (was 14); C-SSRS 0
                did: reviewed labs (TSH 2.5), psychoed re alcohol + sleep
                response: asked 3 questions, will cut to 0 drinks
                a: insomnia d/t alcohol; dep in partial remission
                p: taper Tylenol PM by 11/30, sleep log, labs 12/1 fasting
                """),
        Sample(
            name: "family", pronouns: "they",
            jotting: """
                s: came out to parents Sat - went ok; dad silent, mom cried but hugged them; hasn't told grandma; scared of Thanksgiving; +SI 2 yrs ago, none now
                o: smiling; voice shaky at times; binder adjusted x2
                did: affirmed courage; planned Thanksgiving exit plan; letter to grandma started
                response: proud; wrote first 2 lines
                a: anxiety lower; family acceptance partial
                p: finish letter; exit plan w/ cousin; check in by text 11/26
                """),
        Sample(
            name: "gambling", pronouns: "he",
            jotting: """
                s: Not sure therapy helps. Came anyway. Fired Friday. Wife doesn't know. Spent rent on scratch tickets ($400). Can't stop thinking about it.
                o: ashamed, looked down, hands shaking
                did: normalised shame, MI, gambling log introduced, 988 and gambling helpline given
                response: cried, agreed to tell wife w/ therapist present
                a: gambling d/o, severe; job loss; ↑ suicide risk given shame
                p: couple session Mon 5pm; helpline; no access to cards
                """),
        Sample(
            name: "boundaries",
            jotting: """
                s: "not suicidal, just tired"; says she'd never hurt herself because of kids; mother-in-law moved in; husband not helping; feels invisible
                o: tired, tearful, not hopeless
                did: validated; boundary script w/ MIL; self-compassion break
                response: rehearsed script x2, laughed, less tearful by end
                a: adjustment d/o w/ mixed anx & dep mood; no acute risk
                p: use script x1; husband to join next session; sleep hygiene
                """),
        Sample(
            name: "denied-lists",
            jotting: """
                s: denies panic, low mood, or anhedonia; denies SI, plan or intent; no AVH, manic or hypomanic symptoms; denied feeling sad, hopeless or guilty; denies SI, slept 4 or 5 hours
                o: no tremor, slurred speech, or agitation
                did: skills group; date w/ partner planned
                response: denies urges, but sad
                a: no mania, mixed features or psychosis
                p: don't call at work; do not taper yet
                """),
    ]
}
