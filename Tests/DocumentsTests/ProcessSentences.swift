import Documents

/// Invented sentences of process notes.
enum ProcessSentences {
    /// Sentences that hold what 164.501 excludes, by the kind they must be found as.
    static let excluded: [(kind: ExcludedContent, texts: String)] = [
        (
            .medication,
            """
            Started on sertraline 50 mg last week.
            Zoloft ↑ to 100mg by PCP.
            She stopped taking her lithium without telling anyone.
            Reports nausea since the dose was raised.
            Refill called in by Dr. Sample; adherence good.
            Taking trazodone prn for sleep.
            Back on Lexapro, 10 now.
            Psychiatrist doubled the evening dose.
            He ran out of his meds on Friday and did not refill.
            Dry mouth and weight gain since the new pill.
            Off benzos for six weeks now.
            Switched from Celexa to something new, she forgot the name.
            Still forgetting the morning tablets.
            Wellbutrin was cut in half by her psychiatrist.
            He asks for something to sleep; Ambien declined by his doctor.
            Lithium level due next month.
            Her doctor wants her to try Remeron at night.
            He skipped the Adderall again over the weekend.
            Meds as before.
            Sertraline now at 150.
            Asked about side effects; some sweating.
            """
        ),
        (
            .sessionTimes,
            """
            Session ran 2:05 to 2:58 pm.
            Start 14:05, stop 14:58.
            We met for 53 minutes.
            Ended ten minutes early at 3:40.
            50-min session today.
            Session began at 9 am.
            Came at 2:10, left at 3.
            75 minutes today because of the crisis.
            Started late, 4:15 instead of 4.
            Double session, 10:00-11:45.
            Our call lasted 25 minutes.
            We stopped at quarter to five.
            Full 55 minutes used.
            1:00-1:50, telehealth.
            He logged off at 11:20.
            Session cut short after 20 minutes.
            We ran from 4 until ten to five.
            She left after 30 minutes.
            Video from 8:05 am; lost the connection at 8:31.
            An hour and a half today.
            Began late because of the traffic, 2:20.
            """
        ),
        (
            .modality,
            """
            Used EMDR on the accident memory.
            CBT every two weeks.
            Practiced cognitive restructuring and a thought record.
            DBT skills group continues.
            Did imaginal exposure to the staircase memory.
            Worked with IFS parts, then grounding.
            Psychodynamic work with some motivational interviewing.
            We did an empty chair exercise with the father.
            Reviewed the thought log and taught box breathing.
            Third prolonged exposure session.
            Imagery rescripting of the hospital scene.
            Mostly supportive therapy today.
            Continued ERP with the stove.
            Some ACT defusion exercises.
            Guided him through a body scan.
            Tried chair work with the critic.
            A long stretch of EMDR processing.
            This was mainly psychoeducation about grief.
            Cognitive work on the guilt.
            Family session with both parents.
            """
        ),
        (
            .frequency,
            """
            CBT every two weeks.
            Weekly sessions continue.
            We agreed to meet every other Thursday.
            Moving to twice a month from December.
            sessions 2x/wk until the hearing.
            She now comes twice a week.
            Cut back to every three weeks.
            Sessions are monthly for now.
            We will go to weekly meetings again.
            Seeing him on Tuesdays and Fridays.
            From January we meet every second week.
            She wants therapy three times weekly.
            Appointments now biweekly.
            Moved to monthly check-ins.
            We keep our two sessions a week.
            He comes once a week now.
            Increase to two sessions per week.
            We are down to one session a month.
            Every other week is not enough for her.
            Weekly therapy since March.
            """
        ),
        (
            .testResult,
            """
            PHQ-9 was 14 today.
            GAD-7: 8, down from 15.
            She scored 22 on the BDI-II.
            PCL-5 above cutoff.
            Urine drug screen negative.
            C-SSRS screen positive for ideation.
            MoCA 26/30.
            His AUDIT came out at 19.
            Depression scale in the severe range.
            TSH normal, liver values fine.
            WAIS-IV full scale 112.
            ISI 18.
            Her OQ dropped to 61.
            Scored in the clinical range on the PCL.
            Bloods came back clean.
            PHQ is down to 6.
            BDI 31, worse than in May.
            She filled in the PCL-5: 44.
            Alcohol screen was positive.
            His GAD-7 is in the mild range.
            Neuropsych testing showed slow processing speed.
            """
        ),
        (
            .diagnosis,
            """
            Diagnosed with PTSD in 2019.
            Dx: F41.1.
            Meets criteria for major depressive disorder, recurrent, moderate.
            r/o bipolar II.
            I think this is complicated grief rather than MDD.
            Carries a bipolar II label from the hospital.
            Working dx remains adjustment disorder.
            This no longer looks like GAD to me.
            F43.10, F33.1
            Borderline traits, not the full disorder.
            I would now call it dysthymia.
            Dx unchanged: F33.0.
            Possible ADHD, refer for testing.
            She fulfils the criteria for PTSD.
            Previous therapist thought bipolar.
            The hospital had diagnosed schizoaffective disorder.
            F60.3 in the old file.
            I see depression, not grief.
            Probably an adjustment reaction.
            Meets four of five criteria.
            """
        ),
        (
            .functionalStatus,
            """
            Unable to work since August; misses most classes.
            ADLs intact, functioning at work impaired.
            She has not left the house alone for a month.
            GAF about 55.
            She can no longer drive on highways.
            Back at school half days.
            Not showering, dishes piled up, lost the second job this year.
            On disability since March.
            Social functioning is better than work.
            He has been out of work since the fall.
            Can drive again, avoids bridges.
            Missed four days of school this month.
            Manages the household but not the job.
            Functioning well at home.
            Still cannot be alone in the apartment.
            She is back at work full time.
            He has not paid his bills since spring.
            Daily life is limited to the house and the shop.
            Functioning is clearly impaired.
            """
        ),
        (
            .treatmentPlan,
            """
            Treatment plan: exposure hierarchy, then relapse prevention.
            Goal 2 is to ride the bus alone.
            Plan: call the school, f/u in 2 weeks.
            Homework: thought record daily.
            Next: hierarchy, then two graded bus rides.
            Objective: sleep six hours on five nights.
            HW thought record, walk daily.
            Will continue exposure and add couples work.
            Plan is to taper sessions in spring.
            Goals for treatment: sleep, less checking, one friend.
            Next step is the interoceptive work.
            Assigned the behavioral experiment with the email.
            Refer to IOP if no change.
            Plan: same.
            Plan: grief letter, then cemetery visit.
            We will start exposure after the holidays.
            For next time: two pages about the uncle.
            The goal of treatment is to sleep alone again.
            Refer to psychiatry for evaluation.
            """
        ),
        (
            .symptoms,
            """
            Reports insomnia and panic attacks three times a week.
            Endorses low mood, poor appetite, anhedonia.
            Denies SI/HI.
            Symptoms include nightmares and hypervigilance.
            Sleep 4-5h, appetite down.
            Ct rpts ↑ anx, slp 4h.
            Mood low most days, no appetite, wakes at four.
            No SI, some passive death wish.
            She has had nightmares nightly since the accident.
            Complains of headaches and racing thoughts.
            Reports low energy and no interest in anything.
            Panic attacks twice this week, one in the car.
            Sleeping three hours a night.
            Sx: nightmares, startle, numbness.
            Passive SI without plan.
            Low mood, early waking, no pleasure.
            He reports flashbacks and startle.
            Denies any suicidal thoughts.
            Anxiety up, sleep down.
            Three panic attacks this week.
            """
        ),
        (
            .prognosis,
            """
            Prognosis is guarded.
            I expect full recovery within six months.
            Prognosis fair if he stays sober.
            Likely to relapse without support.
            I expect her to recover fully.
            Outlook good.
            Recovery is expected by summer.
            Good prognosis given her supports.
            Unlikely to improve while he drinks.
            I expect a slow course with relapses.
            Chances of full remission are good.
            Prognostically the job matters most.
            The prognosis depends on the marriage.
            She will probably recover within a year.
            I do not expect much improvement.
            Relapse is likely.
            With treatment the outlook is fair.
            """
        ),
        (
            .progress,
            """
            Has improved markedly since intake.
            Progress toward goal 1 is slow.
            Goal met: rode the bus alone.
            Panic down from daily to once a month.
            No progress on sleep to date.
            Much better than in the spring.
            Treatment goals two and three achieved.
            She has made steady gains in assertiveness.
            Worse since last week.
            Symptoms down by half since we began.
            He is making good progress on assertiveness.
            Goal 1 met, goal 3 untouched.
            Checking is down from 40 to 10 times a day.
            Improved sleep and mood since starting.
            No change since baseline.
            Clear progress with the panic.
            She is less depressed than at intake.
            He has reached two of his three goals.
            Stagnation for a month; no gains.
            Steady improvement in sleep.
            """
        ),
    ]

    /// What psychotherapy notes are for.
    static let own = """
        I noticed how irritated I became when she praised me again.
        The silence after she spoke of her father felt like the one at the funeral.
        My countertransference: the wish to rescue her, as with my own brother.
        He told the dream of the locked greenhouse and the white dog.
        Perhaps her lateness is a way of keeping me at arm's length.
        She cried when she spoke of the letter her mother never sent.
        I wonder whether the anger at the landlord is really meant for me.
        Bring up the word “useless” in supervision; it hooked me.
        He imagines that I talk about him with my colleagues.
        The affair began the year her mother fell ill.
        She hates that her husband calls her dramatic.
        I felt sleepy, as if something was being kept out of the room.
        Fantasy of being the only patient; jealousy of the coat in the hallway.
        He woke at 3 am and thought of calling me, then was ashamed.
        She compared me with her third-grade teacher.
        Long pause; I chose not to fill it.
        Her brother was in the same class as the man who hurt her.
        The 12 years between the sisters seem to matter more than she admits.
        He remembers counting 50 steps to the door.
        I said too much about the ending; an apology may be due.
        Theme: who is allowed to need something.
        She said, “You people always write things down.”
        The plan they once had to move to Maine was the last good time.
        He laughed when he told how the doctor dropped the chart.
        In the dream the house had progress written over the door.
        She believes her mother's goals were never her own.
        They met every Sunday at his grandmother's table.
        She tested me by forgetting her wallet.
        The score of the film made him weep.
        He takes the pill of silence, as his father did.
        She feels watched by the clock behind me.
        My supervisor asked why I never mention the money.
        She was 9 when the fire happened.
        An erotic charge in the room; neither of us named it.
        Two birds in one cage, she said, and looked at the ring.
        He keeps his jacket on when we speak of money.
        I found myself counting the tiles while he described the wedding.
        Her story of the drowned kitten has never been told before.
        There is something of a performance in his despair.
        She asked whether I have children; I let the question stand.
        The word “discipline” came up four times, each time about his mother.
        I am the third therapist, as he reminded me again.
        His sister drives a truck and he envies her for it.
        Rage at the receptionist, tenderness toward me; splitting?
        She dreams of a train that will not stop.
        He works at the same desk where his father died.
        The gift: a stone from the beach of her childhood.
        Her shame about the abortion sits between us.
        He wanted me to be angry at his boss.
        The neighbor with the dogs is a stand-in for the uncle.
        What would it mean for her to get better and leave me?
        My own sleep was short; I was slow today.
        She fears that her daughter will repeat her life.
        He is ashamed of having hit the horse.
        The marriage looks like a contract about silence.
        She never learned to say no to a man with a plan.
        He speaks of the war as if it were a film.
        Resistance around the topic of the inheritance.
        I wonder about an enactment; take this to consultation.
        The secret: she read his letters at 16.
        He missed his mother for the first time.
        She mocks my notebook.
        His silence has a texture today, like waiting for a verdict.
        She described in detail how her uncle would close the door.
        He is taking his time with me, and I with him.
        She wears her mother's ring only on days she sees me.
        I caught myself wanting to be the good parent.
        He kept returning to the smell of the garage.
        Something in her tone made me want to hurry.
        The bus driver in the dream had my voice.
        She hopes I will tell her to leave him.
        At the door he said the thing that mattered.
        Her loyalty to the dead brother is total.
        We sat with it; nothing needed to be said.
        He tests whether I remember the names of his children.
        The story about the teacher changes every time she tells it.
        I am uneasy about the gift and did not say so.
        Her grandfather's farm, the well, the two cousins.
        A wish to be found out, I think.
        He was proud of the lie he told at work.
        She has a plan for everything except for being loved.
        The old goal of pleasing father has a new address.
        Talk with consultation group about my boredom.
        She says the city is better than the village ever was.
        He started drinking the year his son left.
        Her laughter comes late, as if translated.
        We both looked at the window when the siren passed.
        He met his wife at a funeral.
        I gave in about the fee and resented it.
        Envy of the sibling who got the piano.
        She left at 3 in the dream and came back at 4.
        He came at once when his mother called.
        She is working hard to make me like her.
        She speaks of her body as of a rented room.
        I wanted to laugh and did not know why.
        He is afraid that I will write this down.
        The father's chair stays empty at every meal.
        Her voice dropped when she named the priest.
        It took him the whole hour to say the one sentence.
        I thought of my own first patient.
        She is furious with me for going on vacation.
        He can cook for ten but cannot eat with one.
        A memory of snow, of being carried.
        She asked for a blanket; I said yes too quickly.
        The man at work who stares is perhaps her brother.
        Her dreams have rooms without windows.
        He wants a mother and hires an employee.
        My interpretation fell flat.
        Something shifted after he forgave the dog.
        She is bored by her own story, and so am I.
        The test, I think, is whether I will chase her.
        He reads my face for weather.
        Three generations of women who did not leave.
        She calls the house “the office” by mistake.
        The cut on his hand went unmentioned.
        What I cannot say to her I said to the plant.
        He loves the dead more safely than the living.
        Her husband counts the spoons.
        """

    /// Written after the table was finished, and never used to change it: what it finds here is what
    /// it can be expected to find elsewhere.
    static let unseen: [(kind: ExcludedContent, texts: String)] = [
        (
            .medication,
            """
            She cut her Paxil in two without asking.
            New prescription from the GP for sleep.
            Takes 20 mg in the morning.
            He feels flat on the antidepressant.
            """
        ),
        (
            .sessionTimes,
            """
            Start 10:02, end 10:55.
            He arrived at 6:20 and we went to 7.
            45 minutes by phone.
            We finished at half past two.
            """
        ),
        (
            .modality,
            """
            More Socratic questioning than usual.
            Went back to EMDR, second target.
            Did a grounding exercise at the end.
            Couples session with her wife.
            """
        ),
        (
            .frequency,
            """
            Sessions every Monday until June.
            We have cut down to once a month.
            He would like to come weekly.
            Therapy twice weekly since the crisis.
            """
        ),
        (
            .testResult,
            """
            PHQ-9 19 -> 12.
            The C-SSRS was negative.
            MMPI profile invalid.
            She scored high on the DES.
            """
        ),
        (
            .diagnosis,
            """
            ICD F42.2 confirmed.
            New diagnosis: panic disorder.
            Looks more like ADHD than anxiety.
            The chart says schizophrenia.
            """
        ),
        (
            .functionalStatus,
            """
            Could not get out of bed for three days.
            She has stopped going to work.
            He functions well as a father.
            Dropped two classes this term.
            """
        ),
        (
            .treatmentPlan,
            """
            Treatment goals reviewed and kept.
            Plan: add a second session, call the sister.
            Homework is one call to her brother.
            We decided to begin trauma work in May.
            """
        ),
        (
            .symptoms,
            """
            She reports worse sleep and no appetite.
            Nightmares again, three this week.
            He endorses guilt and low energy.
            No hallucinations, mood depressed.
            """
        ),
        (
            .prognosis,
            """
            Prognosis poor without sobriety.
            I believe he will relapse.
            Full recovery is unlikely.
            Good chances if she leaves him.
            """
        ),
        (
            .progress,
            """
            Marked progress since summer.
            Goals one and two have been met.
            He has improved a great deal.
            No better than at the start.
            """
        ),
    ]

    static let unseenOwn = """
        She spoke to the wall as if I were behind it.
        I envy her courage and said nothing of it.
        The grandmother's soup comes back whenever we come near the divorce.
        He arranges the cushions before he can speak.
        Her question about my accent was the first personal one.
        There is a child in him who waits at a school gate.
        She told of the night the boat sank and laughed.
        I was tempted to promise that it will pass.
        His politeness is a moat.
        The word mother was avoided for the whole hour.
        She brought the photograph and then hid it.
        He dreams that he is late for his own trial.
        A new tenderness between us, and the fear of it.
        She hates the color of my door.
        I noticed that I dress with care on her days.
        He lists his failures like a rosary.
        The dog's death opened what the divorce could not.
        She asked what I do with all the stories.
        Something in me stopped listening at the word duty.
        He said my chair is higher than his.
        Her anger has a grammar; it never uses the first person.
        We are two people who cannot say goodbye.
        He measured the office with his eyes.
        I keep mixing up her two sisters; why?
        The silence was hers and I let her have it.
        """
}
