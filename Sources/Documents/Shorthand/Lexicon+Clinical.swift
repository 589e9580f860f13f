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
        sibs | siblings | n
        gson, g-son | grandson | n
        g-dtr, gdaughter | granddaughter | n
        gkids, g-kids | grandchildren | n
        mgm | maternal grandmother | n
        mgf | maternal grandfather | n
        pgm | paternal grandmother | n
        pgf | paternal grandfather | n
        dtr, daugh | daughter | n
        dtrs | daughters | n
        chldrn | children | n
        m-in-law, mom-in-law | mother-in-law | n
        f-in-law, dad-in-law | father-in-law | n
        bro-in-law | brother-in-law | n
        sis-in-law | sister-in-law | n
        fil | father-in-law | nU
        dil | daughter-in-law | nU
        ex-h | ex-husband | n
        ex-bf, exbf | ex-boyfriend | n
        ex-gf, exgf | ex-girlfriend | n
        ex-ptnr, ex-prtnr | ex-partner | n
        ptnr, prtnr | partner | n
        bff | best friend | n
        frnd | friend | n
        frnds | friends | n
        rmmt, rmmte, roomie | roommate | n
        nghbr, neighb | neighbor | n
        stepbro | stepbrother | n
        stepsis | stepsister | n
        half-bro | half brother | n
        half-sis | half sister | n
        bio mom, biomom | biological mother | n
        bio dad, biodad | biological father | n
        f-o-o | family of origin | n
        mbr | member | nc
        mbrs | members | n
        clnt | client | n
        adol, adolesc | adolescent | nc
        stdnt, stdt | student | nc
        tchr | teacher | n
        tchrs | teachers | n
        cnslr, couns'r | counselor | n
        soc wkr, soc wrkr, soc worker | social worker | n
        casewkr, casewrkr | caseworker | n
        supvr, supvsr, suprvsr | supervisor | n
        emplr, emp'r | employer | n
        cowkr, cowrkr, co-wkr | coworker | n
        atty | attorney | n
        prob officer, prob ofcr | probation officer | n
        nok | next of kin | nU
        psych np, pmhnp | psychiatric nurse practitioner | n
        aprn | advanced practice registered nurse | nc
        lpn | licensed practical nurse | nc
        lcsw | licensed clinical social worker | nc
        lmsw | licensed master social worker | nc
        lmft | licensed marriage and family therapist | nc
        lmhc | licensed mental health counselor | nc
        bcba | board certified behavior analyst | nc
        ob-gyn, obgyn, ob/gyn | OB-GYN | n
        pediatr, peds md | pediatrician | n
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
        gen anx, gen anxiety | generalized anxiety | nt
        soc anx, soc anxiety | social anxiety | nt
        sep anx, sep anxiety | separation anxiety | nt
        perf anx | performance anxiety | nt
        anx/dep, dep/anx, dep & anx | anxiety and depression | nt
        dep mood, depr mood | depressed mood | nt
        dep'd, deprd, depr'd | depressed |
        dep sx, dep sxs, depr sx | depressive symptoms | nt
        wd sx, w/d sx, w/d sxs | withdrawal symptoms | nt
        irritbl | irritable |
        conc diff, conc diffs, conc difficulties | difficulty concentrating | n
        sleep dist, slp dist, sleep disturb | sleep disturbance | nt
        slp diff | sleep difficulty | n
        hypersom | hypersomnia | nt
        nm's, nmares, ntmrs | nightmares | n
        nmare, ntmr | nightmare | nc
        fb's, flashbks, flshbks | flashbacks | n
        flashbk, flshbk | flashback | nc
        intrus thoughts, intrus thts, intr thts, intr thoughts | intrusive thoughts | n
        intrus mems, intrus memories | intrusive memories | n
        auto thts, auto thoughts | automatic thoughts | n
        self-est | self-esteem | nt
        self-conf | self-confidence | nt
        self-crit | self-criticism | nt
        self-comp | self-compassion | nt
        avoid bx, avoidant bx, avoid behav | avoidance behavior | nt
        anhed, anhedon | anhedonia | nt
        catast, catastroph | catastrophizing | nt
        b&w thinking, b/w thinking | black-and-white thinking | nt
        aon thinking | all-or-nothing thinking | nt
        dissoc'n | dissociation | nt
        dissoc'd | dissociated |
        depers, depers'n | depersonalization | nt
        dereal, dereal'n | derealization | nt
        dp/dr, dpdr | depersonalization and derealization | nt
        hypervig, hypervigil | hypervigilance | nt
        hyperar, hyperarous | hyperarousal | nt
        emo numb, emo numbing, emot numbing | emotional numbing | nt
        emo dysreg, emot dysreg, emo dysregulation | emotional dysregulation | nt
        psychomot agit | psychomotor agitation | nt
        fatig | fatigue | nt
        appet, apptt | appetite | nt
        b/p cycle | binge and purge | n
        body img, bdy img | body image | nt
        gender dysph, gend dysphoria, gend dysph | gender dysphoria | nt
        somatic c/o, somatic complts | somatic complaints | n
        gi upset, gi distress | gastrointestinal distress | nt
        palps, palpit | palpitations | n
        h/as, hdaches, hdchs | headaches | n
        migs | migraines | n
        subst misuse | substance misuse | nt
        subst use, substnc use | substance use | nt
        oc sx, o/c sx | obsessive-compulsive symptoms | nt
        ttm | trichotillomania | nt
        stressrs, strsrs, strssrs | stressors | n
        stressr, strsr, strssr | stressor | nc
        trigrs, trggrs | triggers | n
        bereavmt, bereav | bereavement | nt
        attachmt, attchmt, attach't | attachment | nt
        imposter synd, impostor synd | impostor syndrome | nt
        people-pleasg, ppl-pleasing, ppl pleasing | people-pleasing | nt
        exec dysfx, exec dysfn, exec dysf | executive dysfunction | nt
        exec fx, exec fxn, exec fxng, exec func | executive functioning | nt
        stm | short-term memory | nU
        ltm | long-term memory | nU
        c-ptsd, cptsd | complex PTSD | n
        adhd | ADHD | n
        ocd | OCD | n
        ocpd | obsessive-compulsive personality disorder | nU
        npd | narcissistic personality disorder | nU
        aspd | antisocial personality disorder | nU
        avpd | avoidant personality disorder | n
        stpd | schizotypal personality disorder | n
        bp1, bp-1, bpi d/o, bipolar 1 | bipolar I disorder | n
        bp2, bp-2, bpii, bipolar 2 | bipolar II disorder | n
        soc anx d/o | social anxiety disorder | n
        adj d/o, adjust d/o, adjmt d/o | adjustment disorder | n
        pmdd | premenstrual dysphoric disorder | n
        dmdd | disruptive mood dysregulation disorder | n
        arfid | avoidant/restrictive food intake disorder | n
        osfed | other specified feeding or eating disorder | n
        bdd | body dysmorphic disorder | nU
        mdd-r | major depressive disorder, recurrent | n
        schizoaff, sz-aff | schizoaffective disorder | n
        aud | alcohol use disorder | nU
        oud | opioid use disorder | nU
        spmi | serious and persistent mental illness | n
        nad | no acute distress | U
        aaox3, aao x3, caox3 | alert and oriented ×3 |
        aaox4, aao x4, caox4 | alert and oriented ×4 |
        euthym, euthymc | euthymic |
        dysphor, dysphorc | dysphoric |
        tearf, tearfl, trfl | tearful |
        restr affect, restrict affect | restricted affect | nt
        mood-cong, mood cong, mood-congr, mood congr | mood-congruent |
        mood-incong, mood incongr, mood incong | mood-incongruent |
        congr | congruent |
        incong, incongr | incongruent |
        dishev, dishvld | disheveled |
        uncoop, un-coop | uncooperative |
        engd | engaged |
        withdrn, wdrn, withdr'n | withdrawn |
        pressd speech, press speech, pressured sp | pressured speech | nt
        spont speech | spontaneous speech | nt
        nml | normal |
        l/l, lin/log, linear/logical | linear and logical |
        goal-dir, goal dir, goal-dir'd | goal-directed |
        l/l/gd, l/gd | linear, logical, and goal-directed |
        circumst, circumstl, circ'l | circumstantial |
        loose assoc, loose assocs | loose associations | n
        foi | flight of ideas | nU
        hallucs, halluc, hall'ns | hallucinations | nr
        aud halluc, aud hallucs, aud hall | auditory hallucinations | nr
        vis halluc, vis hallucs, vis hall | visual hallucinations | nr
        cmd ah | command auditory hallucinations | nr
        preocc, preocc'd | preoccupied |
        ins/judg, insight/jdgmt | insight and judgment | nt
        judg, jdgmnt | judgment | nt
        suic att, suicide att, suic attempt | suicide attempt | ncr
        si/hi/psychosis | suicidal ideation, homicidal ideation, and psychosis | nr
        si/hi/a/vh, si/hi/ah/vh | suicidal ideation, homicidal ideation, and auditory or visual hallucinations | nr
        dto | danger to others | nrU
        dts/dto | danger to self or others | nr
        rfs, risk factrs | risk factors | n
        prot factors, protect factors, prot factrs | protective factors | n
        hyg/groom, hyg/grooming, grooming/hyg | hygiene and grooming | nt
        hyg | hygiene | nt
        psychomot | psychomotor |
        unrem, unremark | unremarkable |
        overwhelmd, overwh, ovrwhlmd, o/w'd | overwhelmed |
        frustr'd, frustd | frustrated |
        help-seekg | help-seeking |
        dysfxnl, dysfx'l | dysfunctional |
        dysfx, dysfxn | dysfunction | nt
        maladap, maladapt, maladptv | maladaptive |
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
        cbt-i, cbti | CBT for insomnia | n
        tf-cbt, tfcbt | trauma-focused CBT | n
        cbtp, cbt-p | CBT for psychosis | n
        mbct | mindfulness-based cognitive therapy | n
        mbsr | mindfulness-based stress reduction | n
        mbrp | mindfulness-based relapse prevention | n
        rebt | rational emotive behavior therapy | n
        exrp, ex/rp | exposure and response prevention | n
        itx, indiv tx, ind tx, indiv ther, ind ther | individual therapy | n
        gtx, grp tx, grp ther | group therapy | n
        ftx, fam tx, fam ther | family therapy | n
        cpls tx, cpls ther, couples tx | couples therapy | n
        psychotx, psychother | psychotherapy | n
        psychodyn | psychodynamic |
        trauma-foc, trauma-focsd | trauma-focused |
        client-ctrd, ct-centered, ct-ctrd | client-centered |
        ebp | evidence-based practice | nc
        bio-psycho-soc, biopsychosoc, bps assmt | biopsychosocial assessment | nc
        psychosoc | psychosocial |
        soc hx | social history | n
        med'l hx | medical history | n
        psych hx | psychiatric history | n
        pphx, past psych hx | past psychiatric history | n
        pmhx, past med hx | past medical history | n
        dev hx, developmtl hx | developmental history | n
        subst hx, sub use hx, substance hx | substance use history | n
        ddx, diff dx, d/dx | differential diagnosis | n
        prov dx, provis dx | provisional diagnosis | n
        dxs | diagnoses | n
        txs | treatments | n
        case concept, case formul | case conceptualization | n
        thought challg, tht challenging, tht challg | thought challenging | n
        wksht, wkst, wrksht | worksheet | nc
        wkshts, wksts, wrkshts | worksheets | n
        hndout | handout | nc
        imag exp, imaginal exp | imaginal exposure | n
        interocept exp, intero exp | interoceptive exposure | n
        bi-lat stim, bilat stim | bilateral stimulation | n
        grndg, grndng, groundg | grounding | n
        mindf med, mindful med | mindfulness meditation | n
        mindflnss, mindfulnss, mndflnss | mindfulness | n
        em reg, emot reg, emotion reg | emotion regulation | n
        chain anlys | chain analysis | n
        soc skills, soc sk, soc skls | social skills | n
        prob solv, prob-solv, prob-solving, p-solving | problem-solving | n
        assert skills, assert tr, assertv tr, assertvnss tr | assertiveness training | n
        bndry, bndary, boundry | boundary | nc
        stim ctrl, stim control | stimulus control | n
        ther alliance, th alliance, tx alliance, ther rel | therapeutic alliance | n
        countertrans, ctrtrans, c-transference | countertransference | n
        rpp | relapse prevention plan | nc
        term'n, terminat'n | termination | n
        tx freq | frequency of treatment | n
        ctm | continue to monitor |
        f/up, flwup, flup, fllw-up | follow-up | n
        coord of care, c-o-c, care coord | coordination of care | n
        inf consent, inform consent | informed consent | n
        rel of info, r-o-i | release of information | nc
        roi | release of information | ncU
        therap, therap'c | therapeutic |
        """
}
