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
        voice | voice | nt
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
}
