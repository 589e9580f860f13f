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
