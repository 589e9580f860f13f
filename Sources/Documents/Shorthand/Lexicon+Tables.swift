extension Lexicon {
    static let people = """
        th, tx'ist, ther | therapist | n
        mom | mother | n
        dad | father | n
        bro | brother | n
        sis | sister | n
        bf, b/f | boyfriend | n
        gf, g/f | girlfriend | n
        hubby, husb, h/b | husband | n
        gma | grandmother | n
        gpa | grandfather | n
        fam | family | n
        kid's | child's |
        psychiatrist, psych md | psychiatrist | n
        pcp | primary care provider | n
        cw | coworker | n
        gparents, g-parents | grandparents | n
        gfather, grandpa, gpa | grandfather | n
        gmother | grandmother | n
        stepmom | stepmother | n
        stepdad | stepfather | n
        partner | partner | n
        fiancee, fiancée | fiancée | n
        clinician | clinician | n
        """

    static let symptoms = """
        anx, anxty, anxity | anxiety | nt
        dep, depn, depr, deprn | depression | nt
        slp, sleep | sleep | nt
        appetite | appetite | nt
        conc, concentration | concentration | nt
        mood | mood | nt
        energy, nrg | energy | nt
        motiv, motivation | motivation | nt
        irrit, irritability | irritability | nt
        anger | anger | nt
        fatigue | fatigue | nt
        worry | worry | nt
        pain | pain | nt
        insomnia | insomnia | nt
        panic | panic | nt
        stress | stress | nt
        focus | focus | nt
        memory | memory | nt
        attn, attention | attention | nt
        libido | libido | nt
        grief | grief | nt
        guilt | guilt | nt
        shame | shame | nt
        hopelessness | hopelessness | nt
        anhedonia | anhedonia | nt
        isolation | isolation | nt
        avoidance | avoidance | nt
        rumination | rumination | nt
        dissociation | dissociation | nt
        hypervigilance | hypervigilance | nt
        drinking | drinking | nt
        cravings | cravings | n
        nightmares | nightmares | n
        flashbacks, fbs | flashbacks | n
        pas, panic attacks | panic attacks | n
        panic attack, panic atk | panic attack | nc
        tension | tension | nt
        sx, sxs, sx's, symptoms | symptoms | nt
        ha's, has's | headaches | n
        neg thts, neg thoughts, nats | negative thoughts | n
        thts, thghts | thoughts | nt
        affect, aff | affect | nt
        speech | speech | nt
        tp, thought process | thought process | nt
        tc, thought content | thought content | nt
        insight | insight | nt
        judgment, judgement, jdgmt | judgment | nt
        eye contact, ec, e/c | eye contact | nt
        appearance | appearance | nt
        behavior, behav, bx | behavior | nt
        behaviour | behaviour | nt
        risk | risk | nt
        asq | ASQ | nt
        c-ssrs, cssrs | C-SSRS | nt
        grooming | grooming | nt
        hygiene | hygiene | nt
        orientation | orientation | nt
        suds | SUDS | nt
        cog distortions, cog distns | cognitive distortions | n
        gad | generalized anxiety disorder | nU
        mdd | major depressive disorder | nU
        sud | substance use disorder | nU
        """

    static let risk = """
        si | suicidal ideation | nr
        hi | homicidal ideation | nrU
        si/hi, si / hi, si hi, si and hi, si & hi, si or hi, si+hi | suicidal and homicidal ideation | nr
        si/hi/sh, si/hi/sib, si/hi/nssi | suicidal ideation, homicidal ideation, and self-harm | nr
        si/sh, si/sib, si/nssi | suicidal ideation and self-harm | nr
        si/hi/avh | suicidal ideation, homicidal ideation, and auditory or visual hallucinations | nr
        hi/si | homicidal and suicidal ideation | nr
        sh | self-harm | nrU
        s/h, self harm, self-harm | self-harm | nr
        nssi | nonsuicidal self-injury | nr
        sib | self-injurious behavior | nr
        avh, ah/vh, a/vh | auditory and visual hallucinations | nr
        ah | auditory hallucinations | nrU
        vh | visual hallucinations | nrU
        psychosis | psychosis | nr
        hallucinations | hallucinations | nr
        delusions | delusions | nr
        paranoia | paranoia | nr
        mania | mania | nr
        hypomania | hypomania | nr
        intent | intent | nr
        means | means | nr
        pdw | passive death wish | nr
        dv, ipv | intimate partner violence | nr
        """

    static let treatment = """
        hx | history | n
        h/o | a history of |
        fhx, fam hx | family history | n
        dx | diagnosis | n
        tx | treatment | n
        rx | prescription | n
        txp, tx plan | treatment plan | n
        hw | homework | n
        sess, sesh | session | n
        appt | appointment | nc
        appts | appointments | n
        ref to | refer to |
        ref'd | referred |
        psychoed, psycho-ed, psyched | psychoeducation | n
        psychoedu | psychoeducation | n
        cog | cognitive |
        cog restr, cog restructuring | cognitive restructuring | n
        pmr | progressive muscle relaxation | n
        ba, behav activation, bx activation | behavioral activation | nd
        mi | motivational interviewing | nUd
        cpt | cognitive processing therapy | nUd
        act | acceptance and commitment therapy | nUd
        cbt | CBT | n
        dbt | DBT | n
        emdr | EMDR | n
        erp | exposure and response prevention | n
        ifs | internal family systems work | nU
        sfbt | solution-focused brief therapy | n
        tr, tht rec, thought rec | thought record | ncd
        thought record | thought record | nc
        thought log, tht log | thought log | nc
        mood log | mood log | nc
        activity log | activity log | nc
        diary card | diary card | nc
        safety plan | safety plan | nc
        db, deep br | deep breathing | nd
        diaph breathing | diaphragmatic breathing | n
        mindf | mindfulness | n
        dist tol | distress tolerance | n
        emo reg | emotion regulation | n
        rel prev, relapse prevention | relapse prevention | n
        relapse prevention plan | relapse prevention plan | nc
        coping sk, coping skls | coping skills | n
        sk | skills | n
        comm, comms | communication | n
        bndries, bounds | boundaries | n
        relx, relax'n | relaxation | n
        interv | intervention | n
        assmt | assessment | n
        eval | evaluation | n
        freq | frequency | n
        prog | progress | n
        fx, fxn, func'g | functioning | nt
        improvt, imprvmt | improvement | n
        adls | activities of daily living | n
        mse | mental status | nt
        d/o | disorder | n
        rtc | return |
        rec'd | received |
        wnl | within normal limits |
        tol | tolerance | n
        iop | intensive outpatient program | nc
        php | partial hospitalization program | nc
        mh | mental health |
        ins | insurance | n
        auth | authorization | n
        """

    static let medicine = """
        med | medication | n
        meds | medications | n
        med mgmt | medication management | n
        mgmt | management | n
        ssri, ssris | SSRI | n
        benzos | benzodiazepines | n
        etoh, alc | alcohol | n
        thc, mj | cannabis | n
        zoloft | Zoloft | n
        sertraline | sertraline | n
        lexapro | Lexapro | n
        escitalopram | escitalopram | n
        prozac | Prozac | n
        fluoxetine | fluoxetine | n
        wellbutrin | Wellbutrin | n
        bupropion | bupropion | n
        effexor | Effexor | n
        cymbalta | Cymbalta | n
        buspar | BuSpar | n
        lamictal | Lamictal | n
        lithium | lithium | n
        seroquel | Seroquel | n
        abilify | Abilify | n
        adderall | Adderall | n
        vyvanse | Vyvanse | n
        xanax | Xanax | n
        klonopin | Klonopin | n
        ativan | Ativan | n
        trazodone | trazodone | n
        hydroxyzine | hydroxyzine | n
        prazosin | prazosin | n
        bid | twice daily |
        tid | three times daily |
        qd | once daily |
        qhs | at bedtime |
        prn | as needed |
        """

    static let relations = """
        w/, c̄ | with |
        w/o, wo/ | without |
        w/in | within |
        w/drawn | withdrawn |
        b/c, bc, cuz | because |
        b/t, btwn, b/w | between |
        d/t | due to |
        r/t, rel to | related to |
        c/w | consistent with |
        s/p | following |
        re:, re | regarding |
        abt | about |
        @ | at |
        & | and |
        vs, vs. | versus |
        approx, ~, ≈ | about |
        incl | including |
        esp | especially |
        prev | previously |
        prev'ly, previsly | previously |
        wrt, w/r/t | regarding |
        max | maximum | w
        min | minimal | w
        fdbk | feedback | n
        avg | average |
        ∆, Δ | change | n
        ∆'d, Δ'd | changed |
        ea | each |
        incl'd | included |
        intro'd, introd | introduced |
        pract, prac | practice |
        recd | received |
        req'd | required |
        sched | schedule |
        sched'd, schd, schd'd | scheduled |
        resched, resched'd | rescheduled |
        cxl'd, cxld, canc'd, cx'd | cancelled |
        n/s, no-show'd | no-show | n
        usu | usually |
        occ | occasional |
        poss'ly | possibly |
        adv'd | advised |
        rec'd | received |
        recs | recommendations | n
        appr | appropriate |
        diffs | difficulties | n
        educ | education | n
        grp | group | n
        indiv | individual |
        interpers | interpersonal |
        mgr | manager | n
        mtg | meeting | nc
        mtgs | meetings | n
        conv, convo | conversation | nc
        convos, convs | conversations | n
        appl, appln | application | n
        univ, uni | university | n
        dept | department | n
        employmt | employment | n
        gov't, govt | government | n
        ques, qs | questions | n
        thx | thanks | n
        tx'd | treated |
        dx'd | diagnosed |
        rx'd | prescribed |
        accomp'd | accompanied |
        acc'd | accompanied |
        unacc | unaccompanied |
        sympt, sympts, symps | symptoms | nt
        strat, strats | strategies | n
        techs | techniques | n
        tech | technique | n
        behavs, bxs | behaviors | n
        behav exp, bx exp | behavioral experiment | nc
        behavioral experiment | behavioral experiment | nc
        behavioural experiment | behavioural experiment | nc
        mild-mod | mild to moderate |
        mod-sev, mod-severe | moderate to severe |
        d/w | discuss with |
        conflx | conflict | n
        concs | concerns | n
        incons | inconsistent |
        indep | independent |
        w/u | work-up | n
        wt | weight | nt
        ht | height | n
        cont | continue |
        cont'd | continued |
        cont's, conts | continues |
        f/u, fu | follow up |
        r/o | rule out |
        rpts, reps | reports |
        rpt | report |
        rptd, rpt'd | reported |
        sts, st's | states |
        endrs | endorses |
        c/o | complains of |
        disc, disc'd, discd | discussed |
        rev'd, revd, rvwd | reviewed |
        id'd, ided | identified |
        prac'd, pract'd | practiced |
        expl'd | explored |
        enc'd, encd | encouraged |
        incr, incr'd | increased |
        decr, dec'd | decreased |
        mod | moderate |
        sig | significant |
        diff sleeping | difficulty sleeping | n
        diff concentrating | difficulty concentrating | n
        diff falling | difficulty falling | n
        diff staying | difficulty staying | n
        diff w/, diff with | difficulty with | n
        poss | possible |
        rels, rlshps | relationships | n
        hosp | hospital | n
        hosp'd | hospitalized |
        info | information | n
        ppl | people | n
        prob | problem | n
        probs | problems | n
        thru | through |
        tho | though |
        neg | negative |
        pos | positive |
        neg for | negative for |
        pos for | positive for |
        approp | appropriate |
        cooperat, coop | cooperative |
        dysreg | dysregulated |
        constr | constricted |
        a&o, a/o | alert and oriented |
        """

    static let time = """
        wk | week | n
        wks | weeks | n
        wkly | weekly |
        mo | month | nl
        mos | months | n
        yr | year | n
        yrs | years | n
        hr | hour | nl
        wknd | weekend | n
        wknds | weekends | n
        hrs | hours | n
        mins | minutes | n
        biwkly | biweekly |
        nite | night | n
        yest | yesterday |
        tmrw, tmw | tomorrow |
        mon | Monday | nl
        sched. | schedule |
        ystd, yday | yesterday |
        tonite | tonight |
        wkday, wkdays | weekdays | n
        Feb | February | nC
        Aug | August | nC
        Sept | September | nC
        Oct | October | nC
        Nov | November | nC
        Dec | December | nC
        Sat | Saturday | nC
        Sun | Sunday | nC
        saturday | Saturday | n
        sunday | Sunday | n
        monday | Monday | n
        tuesday | Tuesday | n
        wednesday | Wednesday | n
        thursday | Thursday | n
        friday | Friday | n
        tue, tues | Tuesday | n
        wed, weds | Wednesday | n
        thu, thur, thurs | Thursday | n
        fri | Friday | n
        nxt | next |
        """

    /// Each has two common meanings in this work; guessing would put a fact into the record.
    static let ambiguous = """
        ms | MS | U?
        pt | PT | U?
        ba | BA | U?
        od | OD | U?
        pa | PA | U?
        mi | MI | U?
        sa | SA | U?
        ed | ED | U?
        bpd | BPD | U?
        bp | BP | U?
        pd | PD | U?
        ld | LD | U?
        ad | AD | U?
        ip | IP | U?
        er | ER | U?
        cpt | CPT | U?
        so | SO | U?
        ca | CA | U?
        sob | SOB | U?
        pe | PE | U?
        ra | RA | U?
        phq | PHQ | ?
        d/c, dc'd, d/c'd | D/C | ?
        w/d | W/D | ?
        i/s | I/S | ?
        2/2 | 2/2 | ?
        diff | diff | ?
        app | app | ?
        temp | temp | ?
        loc | LOC | U?
        rel | rel | ?
        sev | sev | ?
        a/a | A/A | ?
        """
}
