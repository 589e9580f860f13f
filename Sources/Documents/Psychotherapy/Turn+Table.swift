extension Turn {
    /// Phrases with commas between; in a phrase, `/` separates words of which one stands.
    static let classes: [String: String] = [
        "drug": """
        sertraline, zoloft, fluoxetine, prozac, escitalopram, lexapro, citalopram, celexa,
        paroxetine, paxil, venlafaxine, effexor, desvenlafaxine, pristiq, duloxetine, cymbalta,
        bupropion, wellbutrin, mirtazapine, remeron, trazodone, amitriptyline, nortriptyline,
        clomipramine, imipramine, vilazodone, vortioxetine, trintellix, lithium, lamotrigine,
        lamictal, valproate, depakote, carbamazepine, quetiapine, seroquel, aripiprazole, abilify,
        olanzapine, zyprexa, risperidone, risperdal, ziprasidone, lurasidone, latuda, clozapine,
        haloperidol, haldol, buspirone, buspar, hydroxyzine, propranolol, prazosin, clonidine,
        guanfacine, alprazolam, xanax, lorazepam, ativan, clonazepam, klonopin, diazepam, valium,
        zolpidem, ambien, temazepam, melatonin, methylphenidate, ritalin, concerta, adderall,
        vyvanse, lisdexamfetamine, atomoxetine, strattera, naltrexone, buprenorphine, suboxone,
        methadone, disulfiram, antabuse, acamprosate, gabapentin, pregabalin, topiramate,
        ketamine, spravato, ssri, ssris, snri, antidepressant, antidepressants, antipsychotic,
        benzodiazepines, benzodiazepine
        """,
        "dose": "mg, mcg, ml, milligrams, mg/day, tablet, tablets, pills, capsules",
        "medicine": "medication, medications, medicine, medicines, meds, pills",
        "visit": "session, sessions, visit, visits, appointment, appointments, hour, call",
        "care": "therapy, treatment, psychotherapy, counseling",
        "often": """
        every second/third/fourth week, every fortnight, once weekly, # times monthly, weekly,
        biweekly, monthly, fortnightly, every week, every month, every # weeks/days/months,
        every other week/month/monday/tuesday/wednesday/thursday/friday/saturday,
        every monday/tuesday/wednesday/thursday/friday/saturday, once a/per/each/every week/month,
        twice a/per/each week/month, twice weekly/monthly, mondays,
        tuesdays, wednesdays, thursdays, fridays, saturdays, # times a/per/each/weekly week/month,
        # times weekly/week/month, # a/per week/month
        """,
        "modality": """
        cbt, cbt-i, dbt, emdr, erp, ifs, sfbt, eft, acceptance and commitment therapy,
        exposure and response prevention, cognitive restructuring, behavioral activation,
        motivational interviewing, cognitive processing therapy, cognitive therapy,
        cognitive behavioral therapy, cognitive-behavioral therapy, prolonged exposure,
        imaginal exposure, in vivo exposure, exposure hierarchy, exposure work,
        supportive therapy/psychotherapy, play therapy, art therapy, group therapy,
        couples therapy, family therapy, individual therapy/psychotherapy, schema therapy,
        interpersonal therapy, internal family systems, solution-focused, hypnosis, biofeedback,
        neurofeedback, brainspotting, somatic experiencing, progressive muscle relaxation,
        diaphragmatic breathing, distress tolerance, emotion regulation, thought record/records,
        relapse prevention, chair work, psychoeducation, telehealth, skills group/training,
        medication management, empty chair, two-chair, chair exercise, box breathing, parts work,
        psychodynamic, psychoanalytic, behavioral/behavioural experiment, hypnotherapy,
        cognitive/behavioral/behavioural/somatic work/techniques/interventions,
        imagery rescripting, body scan, defusion, guided imagery, self-compassion exercise,
        exposure task, mindfulness/breathing/grounding exercise/exercises/practice,
        interoceptive work/exposure, sensate focus, narrative therapy/exposure,
        compassion-focused, mentalization-based, transference-focused, emotion-focused,
        trauma-focused, gottman, couples/family/group work/session/sessions,
        motivational interview, thought log/logs, safety planning, problem-solving therapy,
        client-centered, person-centered
        """,
        "technique": """
        exposure, exposures, mindfulness, grounding, reframing, relaxation, breathing, role-play,
        skills, worksheet, imagery, desensitization, visualization, meditation, tapping,
        interpretation
        """,
        "test": """
        phq, phq-9, phq9, phq-2, phq-a, gad-7, gad7, pcl, pcl-5, bdi, bdi-ii, bai, AUDIT, audit-c,
        dast, dast-10, mdq, y-bocs, ybocs, c-ssrs, cssrs, isi, oq-45, oq, ors, srs, wsas, dass,
        dass-21, k10, epds, ces-d, ham-d, ham-a, madrs, moca, mmse, asrs, asq, CAGE, core-10,
        des-ii, SPIN, lsas, mmpi, mmpi-2, mmpi-3, wais, wais-iv, pai, ace-iq, cat-q, psqi, tsi
        """,
        "result": """
        positive, negative, elevated, above, below, cutoff, severe, moderate, mild, minimal,
        subclinical, score, scores, scored, results, unchanged, high, low, down, up, range
        """,
        "disorder": """
        ptsd, c-ptsd, ocd, adhd, bipolar, mdd, gad, dysthymia, autism, schizophrenia,
        schizoaffective, anorexia, bulimia, depression, complicated grief, social phobia,
        agoraphobia, borderline, alcoholism, dissociative, disorder
        """,
        "named-disorder": """
        major depressive disorder, major depression, generalized anxiety disorder,
        posttraumatic/post-traumatic stress disorder, obsessive-compulsive disorder,
        borderline/narcissistic/avoidant/dependent/antisocial personality disorder,
        personality disorder, bipolar disorder, bipolar i/ii, adjustment disorder,
        substance/alcohol/opioid/cannabis use disorder, eating disorder, panic disorder,
        persistent depressive disorder, dysthymia, schizophrenia, anorexia nervosa,
        bulimia nervosa, social anxiety disorder, separation anxiety disorder
        """,
        "report": """
        reports, reported, report, endorses, endorsed, endorse, denies, denied, complains,
        complained, experiencing, presents with, presented with, presenting with, suffers from,
        suffering from, struggles with
        """,
        "symptom": """
        insomnia, anxiety, depression, panic, nightmares, flashbacks, anhedonia, hypervigilance,
        rumination, ruminating, hopelessness, fatigue, irritability, dissociation, dissociating,
        avoidance, cravings, hallucinations, delusions, paranoia, mania, hypomania, psychosis,
        sleep, appetite, mood, energy, concentration, libido, ideation, self-harm, symptoms,
        voices, headaches, tearfulness, restlessness, worry, obsessions, compulsions, bingeing,
        purging, cutting, startle, panic attacks/attack, racing thoughts,
        intrusive thoughts/memories, weight loss/gain, drinking, isolation
        """,
        "vital": "sleep, appetite, mood, energy, concentration, affect, weight, libido, anxiety",
        "state": """
        poor, low, down, up, good, better, worse, increased, decreased, reduced, improved, fair,
        stable, intact, depressed, elevated, labile, disturbed, normal, impaired, blunted, flat,
        euthymic, anxious, constricted, congruent
        """,
        "start": "intake, baseline, admission, start, beginning, last, onset, outset",
        "duty": """
        work, school, study, drive, driving, household, job, college, classes, chores, bills,
        errands
        """,
        "life": """
        work, works, school, study, drive, driving, shop, cook, shower, parent, classes, class,
        job, college, household, bills, chores, errands
        """,
    ]

    static let table: [(kind: ExcludedContent, lines: String)] = [
        (
            .medication,
            """
            {drug}
            # {dose}
            medication/medications/meds/tablets/capsules/prescriber
            dose/dosage/doses .. raised/increased/decreased/lowered/adjusted
            dose/dosage/doses .. changed/doubled/halved/missed
            raised/raise/increased/increase/decreased/lowered .. dose/dosage/doses
            adjusted/doubled/missed/missing/skipped/skips .. dose/dosage/doses
            started/starting/stopped/stopping/stops/resumed/off/takes .. {medicine}
            taking/took/take/missed/skipped/refuses/increased .. {medicine}
            {medicine} .. change/changed/changes/adherence/compliance/management/trial/adjustment
            {medicine} .. helping/helps/working/works/increased/decreased/stopped/started
            adherent/compliant/nonadherent/adherence/compliance .. {medicine}
            on .. medication/medications/meds
            ran/run/running out of .. {medicine}
            new/sleeping/second/other pill/pills/medication/medications/medicine
            {medicine} unchanged/stable/same/reviewed/check/list
            psychiatrist/prescriber/pcp .. started/added/changed/increased
            psychiatrist/prescriber/pcp .. raised/lowered/prescribed/switched
            prescribed/prescribes/prescription/prescriptions/refill/refills/refilled
            side effect/effects
            """
        ),
        (
            .sessionTimes,
            """
            {visit} .. # minutes/minute
            # minutes/minute {visit}
            # minutes/minute phone/today/total/long/altogether
            {visit} lasted
            {visit} .. # hours
            ran # minutes
            full # minutes
            left/came/arrived/ended/stopped/end after # minutes
            hour and a half/quarter
            half/full/whole/double session
            ran from/over/long/late/until
            # minutes used/late/early/over/left
            logged/hung/called/finished/closed/opened/over .. @
            until/till @
            stopped/ended/started/began/finished at quarter/half
            came/come/arrived/left/joined .. @
            started/start/late/early .. @
            @ .. @
            # to/until @
            met/meeting/meet .. # minutes/minute
            session/sessions/appointment/visit/met/meeting .. @
            @ to/until/till/through @
            @ @
            from # to/until @
            start/stop/end/ended/ending/ends .. @
            began/begun/stopped at @
            start/stop/end time/times
            started/began/ended/start/end # minutes/minute late/early/over
            ran over .. # minutes
            """
        ),
        (
            .modality,
            """
            {modality}
            used/guided/practiced/practised/taught/did/applied .. {technique}
            conducted/provided/introduced/continued/completed/tried/assigned .. {technique}
            """
        ),
        (
            .frequency,
            """
            {often} {visit}
            {often} {care}
            session/sessions/visits/appointments/appointment .. {often}
            {care} .. {often}
            {modality} .. {often}
            we/us .. meet/meeting/met .. {often}
            agreed to meet .. {often}
            come/comes/coming/came/attends/attending/attended .. {often}
            {often} meetings/check-ins/contact/calls
            sessions # times
            one/# session/sessions a/per/each week/month
            ^ {often}
            {often} is/was/will .. enough/fine/right/better
            see/seeing/sees/seen .. {often}
            moving/move/moved/reduce/reduced/reducing/increase/increased/taper to {often}
            tapered/switch/switched/change/changed/back/down/up to {often}
            # sessions a/per/each week/month
            """
        ),
        (
            .testResult,
            """
            {test} .. #
            {test} .. {result}
            # .. {test}
            positive/elevated/negative .. {test}
            score/scores/total of #
            scored # on
            screen/screened/screening/screens .. positive/negative
            drug/urine/tox/toxicology screen/screens/test/tests
            lab/labs/blood results/result/values/work/test/tests/level/levels/alcohol
            clinical/normal/severe/moderate/mild range
            bloods/bloodwork
            scored .. {test}
            test/testing result/results/showed/shows
            depression/anxiety/trauma/symptom scale/inventory/questionnaire/index/screener .. {result}
            rating/worry/stress scale/inventory/questionnaire/index/screener .. {result}
            depression/anxiety/trauma/symptom scale/inventory/questionnaire/index/screener .. #
            rating/worry/stress scale/inventory/questionnaire/index/screener .. #
            tsh/a1c/thyroid/liver .. normal/high/low/elevated/values/fine/abnormal
            full scale #
            percentile/t-score/iq of/#
            # percentile
            """
        ),
        (
            .diagnosis,
            """
            $
            {named-disorder}
            diagnosed .. with/as/by/in
            diagnosis/diagnoses is/of/was/remains/changed/:/are
            working/primary/secondary/differential/provisional/admitting diagnosis/diagnoses
            dsm/dsm-5/dsm-5-tr/icd-10
            criteria
            disorder
            ptsd/c-ptsd/ocd/adhd/mdd/gad/bipolar
            dysthymia/schizophrenia/schizoaffective/anorexia/bulimia/autism/agoraphobia
            rule/ruled/ruling out {disorder}
            {disorder} .. ruled/rule out
            has/have/had/having/with/suspect/suspected/carries/than/not {disorder}
            {disorder} recurrent/moderate/severe/mild/partial/chronic
            {disorder} in .. remission
            borderline/narcissistic/histrionic/avoidant traits/features
            dependent/schizoid/obsessive/paranoid traits/features
            {disorder} traits/features/label
            adjustment/grief/stress reaction
            see/suspect/suggests/suggest depression
            like {disorder}
            """
        ),
        (
            .functionalStatus,
            """
            functional status/impairment/impairments/limits/limitations/level
            functioning
            gaf/whodas
            activities of daily living
            unable/cannot/can't/couldn't/struggles/struggling/able/difficulty .. {life}
            missed/misses/missing/skips/skipped .. work/class/classes/school/shifts/shift/days
            medical/sick/disability leave
            out of work
            off work
            returned/return/back to/at work/school
            not/never .. left/leave/leaving/leaves .. house/home/apartment/bed
            impaired/impairment/impairs .. {life}
            hasn't/not worked since
            no longer .. {life}
            can/could/manage/manages/managing/managed/copes/coping .. {duty}
            cannot/can't/couldn't be alone
            pay/paid/paying .. bills/rent
            daily life/living/activities/functioning/routine
            self-care
            not/stopped showering/bathing/eating/working/cooking/driving
            lost .. job
            on disability/leave
            half days
            """
        ),
        (
            .treatmentPlan,
            """
            treatment/care/discharge/termination/crisis plan/plans/planning
            plan of care
            safety plan/planning
            ^ homework
            ^ plan/goal/goals/objective is
            ^ continue/refer
            will/shall/should start/begin/try/use/add/introduce/teach/continue .. {technique}
            will/shall/should start/begin/try/use/add/introduce/teach/continue .. {modality}
            next/steps :
            next step/steps
            goal/goals/plan/plans of/for treatment/therapy/next
            for next time/session/week
            assigned .. experiment/exercise/task
            will continue
            will add
            plan/goal/goals/objective/objectives/homework/recommendation/recommendations :
            plan is/remains to
            plan for next/treatment
            goal/goals/objective/objectives #
            treatment/therapy/therapeutic/short-term/long-term goal/goals/objective/objectives
            homework is/was/assigned/given/for/includes
            assigned .. homework/log/record/reading/worksheet/journal
            for homework
            discharge criteria
            follow up in #
            will continue .. {care}
            continue .. {modality}
            referral to/for
            """
        ),
        (
            .symptoms,
            """
            {report} .. {symptom}
            symptom/symptoms include/included/includes/are/were/have/of
            symptom/symptoms :/worse/better/since/persist/persisted
            sleep/sleeping/sleeps/slept .. # hours/hour
            {vital} {state}
            {vital} is/was/remains/has/been {state}
            low/poor/depressed/reduced/increased/decreased/disturbed/worse {vital}
            ↑/↓ {symptom}
            suicidal/homicidal/self-harm ideation/thought/thoughts/ideas/urges
            suicidal/homicidal/self-harm intent/plan/gesture/behavior
            {report} .. suicidal/homicidal/suicide
            panic attacks .. times/daily/weekly/nightly/week
            nightmares/flashbacks/insomnia/cravings .. times/daily/weekly/nightly/week/since
            """
        ),
        (
            .prognosis,
            """
            prognosis/prognostic/prognostically
            chance/chances/odds .. recovery/remission/improvement/relapse
            expect/expected/expects .. course/relapses
            expect/expects/expected .. recovery/remission/relapse/improvement/recover
            likely/unlikely to recover/relapse/improve/remit/worsen
            will/should/may/might .. recover/relapse/remit
            recover within/by/in
            outlook is/good/poor/guarded/fair
            expected course/outcome
            expect/expects .. to recover/improve/relapse/worsen/remit
            recovery/remission/relapse/improvement .. expected/likely/unlikely
            """
        ),
        (
            .progress,
            """
            progress with/toward/towards/on/to/in/is/has/since/so/:
            making/made/makes/no/little/some/good/slow/steady/significant/great/limited progress
            improved/improving/improvement/worsened/worsening .. since .. {start}
            better/worse/deteriorated/gains .. since .. {start}
            improved/improvement/change .. from baseline
            since intake
            improvement/improvements/improved/improving
            no/little/some/much change/changes since/in/from
            since/than baseline
            than at {start}
            reached .. goals/goal
            gains
            remission
            since we/treatment/therapy began/started
            better/worse/calmer .. than .. before/last/spring/summer/fall/autumn
            better/worse/calmer .. than .. winter/month/week/year/ago
            made/makes/making .. gains/progress
            {symptom} .. down/better/worse/less/fewer .. by/since/than
            has/have improved/worsened/deteriorated/plateaued/regressed
            goal/goals/objective .. met/achieved/reached/attained/unmet
            {symptom} .. down/decreased/reduced/up/increased/improved .. from
            in .. remission
            responded/responding/response .. treatment/therapy
            down/up from #
            """
        ),
    ]
}
