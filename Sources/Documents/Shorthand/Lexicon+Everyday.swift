extension Lexicon {
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
        rltnshp, relshp, r'ship, rlshp, relnshp | relationship | nc
        assoc w/, assoc with | associated with |
        in re | in regard to |
        i/s/o | in the setting of |
        inst of | instead of |
        sec to | secondary to |
        1° | primary |
        2° | secondary |
        ∴ | therefore |
        ∵ | because |
        ≠ | is not the same as |
        ♀ | female |
        ♂ | male |
        b/n, betw | between |
        regardg, rgding | regarding |
        comp to | compared to |
        poss d/t | possibly due to |
        prob d/t | probably due to |
        s̄ | without |
        p̄ | after |
        ā | before |
        bcz, bcs, b/cause, becuz | because |
        w/out, wout, withot | without |
        alot | a lot |
        thruout | throughout |
        til, 'til | until |
        smth, sthg, smthg | something |
        bday, b-day | birthday | nc
        tgiving, t-giving, thxgiving, t'giving | Thanksgiving | n
        asap | as soon as possible |
        fyi | for your information |
        aka | also known as |
        prolly, probly, prob'ly | probably |
        def'ly, defly, defntly | definitely |
        diff't, diffrnt | different |
        freqly, freq'ly | frequently |
        occ'ly, occas'ly | occasionally |
        signif, signif't | significant |
        signif'ly, sig'ly, sigly | significantly |
        add'l, addtl, addl | additional |
        nec, necess | necessary |
        impt, imprt, impt't | important |
        mult | multiple |
        w/drawal, w/drwl, w'drawal | withdrawal | nt
        bkgd, bkgrd, bkgrnd | background | n
        bkfst, brkfst, bfast | breakfast | n
        wkend, wk-end | weekend | n
        mrng, morng | morning | n
        tday, tdy | today |
        tmrrw, tomoro, tmro | tomorrow |
        appmt, apptmt | appointment | nc
        hmwk, hmwrk | homework | n
        assgmt, asgmt, asgnmt, assnmt | assignment | nc
        qn, qstn | question | nc
        qstns, q's | questions | n
        thot, thght | thought | nc
        feelgs, flngs, feelngs | feelings | n
        experce, exper'ce | experience | n
        envir, environ, envirmt | environment | n
        oppty, opp'ty | opportunity | nc
        managmt, manag't, mngmt | management | n
        treatmt, trtmt | treatment | n
        diffclty, diff'ty, difclty | difficulty | n
        schl | school | n
        elem sch, elem school | elementary school | n
        grad sch, grad schl | graduate school | n
        transp, transpo, transport'n | transportation | n
        addr'd, adrsd | addressed |
        attd, att'd | attended |
        partic'd, particip'd | participated |
        assg'd, asgn'd, asgnd | assigned |
        norm'd, normzd, normal'd | normalized |
        valid'd, val'd, valdtd | validated |
        proc'd, procsd, process'd | processed |
        demo'd, demonstr'd | demonstrated |
        encour'd, encrgd | encouraged |
        expr'd, expressd | expressed |
        util'd, utilzd | utilized |
        admin'd, adminstd | administered |
        recomm'd, recmd'd | recommended |
        term'd | terminated |
        disch'd | discharged |
        eval'd, evald | evaluated |
        doc'd, docu'd | documented |
        verb'd, verbzd, verbaliz'd | verbalized |
        ack'd, ackd, acknowl'd | acknowledged |
        chng | change | n
        lvm, l/vm, lm on vm | left a voicemail |
        txt msg | text message | nc
        msg, mssg | message | nc
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
        mnth | month | n
        mnths, mths | months | n
        mnthly, mthly | monthly |
        biwk, bi-wkly | biweekly |
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
        aa | AA | U?
        bd | BD | U?
        bm | BM | U?
        cc | CC | U?
        cd | CD | U?
        cm | CM | U?
        cp | CP | U?
        dd | DD | U?
        dm | DM | U?
        ds | DS | U?
        dt | DT | U?
        fh | FH | U?
        ft | FT | U?
        hv | HV | U?
        ic | IC | U?
        iv | IV | U?
        na | NA | U?
        nd | ND | U?
        np | NP | U?
        nt | NT | U?
        oc | OC | U?
        op | OP | U?
        ot | OT | U?
        pc | PC | U?
        pn | PN | U?
        po | PO | U?
        pp | PP | U?
        rd | RD | U?
        rn | RN | U?
        rp | RP | U?
        rt | RT | U?
        sl | SL | U?
        sp | SP | U?
        ss | SS | U?
        sw | SW | U?
        tb | TB | U?
        td | TD | U?
        ua | UA | U?
        va | VA | U?
        aps | APS | U?
        asd | ASD | U?
        asi | ASI | U?
        cah | CAH | U?
        cft | CFT | U?
        dod | DOD | U?
        dpd | DPD | U?
        dts | DTS | U?
        eft | EFT | U?
        ema | EMA | U?
        eod | EOD | U?
        hcp | HCP | U?
        hs | HS | U?
        ied | IED | U?
        ipt | IPT | U?
        los | LOS | U?
        mil | MIL | U?
        pma | PMA | U?
        poa | POA | U?
        poc | POC | U?
        ppd | PPD | U?
        psi | PSI | U?
        rls | RLS | U?
        sil | SIL | U?
        srs | SRS | U?
        sz | SZ | U?
        psych | psych | ?
        tele | tele | ?
        res | res | ?
        inc | inc | ?
        exp | exp | ?
        int | int | ?
        ext | ext | ?
        resp | resp | ?
        conf | conf | ?
        compl | compl | ?
        dist | dist | ?
        est | est | ?
        func | func | ?
        pers | pers | ?
        pres | pres | ?
        reg | reg | ?
        rem | rem | ?
        req | req | ?
        ret | ret | ?
        soc | soc | ?
        stim | stim | ?
        susp | susp | ?
        trig | trig | ?
        vol | vol | ?
        cx | cx | ?
        mx | mx | ?
        cxl | cxl | ?
        pts | pts | ?
        neuro | neuro | ?
        expld | expld | ?
        compl'd | compl'd | ?
        recc'd | recc'd | ?
        reccd | reccd | ?
        distr'd | distr'd | ?
        dissoc | dissoc | ?
        paran | paran | ?
        schiz | schiz | ?
        trich | trich | ?
        adj | adj | ?
        att | att | ?
        cogn | cogn | ?
        somat | somat | ?
        sch | sch | ?
        disp | disp | ?
        emot | emot | ?
        w/i | W/I | ?
        w/e | W/E | ?
        s/w | S/W | ?
        s/o | S/O | ?
        p/i | P/I | ?
        o/e | O/E | ?
        n/c | N/C | ?
        n/v | N/V | ?
        s/s | S/S | ?
        r/s | R/S | ?
        s/e | S/E | ?
        s/t | S/T | ?
        f/b | F/B | ?
        t/c | T/C | ?
        h/s | H/S | ?
        i/p | I/P | ?
        med hx | med hx | ?
        """
}
