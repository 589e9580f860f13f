extension Lexicon {
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
        celexa | Celexa | n
        citalopram, citalop | citalopram | n
        fluox | fluoxetine | n
        paxil | Paxil | n
        paroxetine, parox | paroxetine | n
        luvox | Luvox | n
        fluvoxamine, fluvox | fluvoxamine | n
        trintellix | Trintellix | n
        viibryd | Viibryd | n
        venlafaxine, venlafax, venla | venlafaxine | n
        pristiq | Pristiq | n
        desvenlafaxine, desvenla | desvenlafaxine | n
        duloxetine, dulox | duloxetine | n
        buprop | bupropion | n
        wellb, wellbut | Wellbutrin | n
        remeron | Remeron | n
        mirtazapine, mirtaz | mirtazapine | n
        traz, trazo | trazodone | n
        auvelity | Auvelity | n
        spravato | Spravato | n
        ketamine, ketam | ketamine | n
        elavil | Elavil | n
        clomipramine, clomip | clomipramine | n
        buspirone, buspir | buspirone | n
        vistaril | Vistaril | n
        atarax | Atarax | n
        propranolol, propran | propranolol | n
        alprazolam, alpraz | alprazolam | n
        clonazepam, clonaz | clonazepam | n
        kpin, k-pin, klonipin, klonop | Klonopin | n
        lorazepam, loraz | lorazepam | n
        valium | Valium | n
        benzo, bzd | benzodiazepine | nc
        bzds, bzos | benzodiazepines | n
        ambien | Ambien | n
        zolpidem, zolp | zolpidem | n
        lunesta | Lunesta | n
        melaton, melat | melatonin | n
        risperdal | Risperdal | n
        risperidone, risperid, risp | risperidone | n
        zyprexa | Zyprexa | n
        olanzapine, olanz | olanzapine | n
        quetiapine, quet | quetiapine | n
        aripiprazole, aripip | aripiprazole | n
        geodon | Geodon | n
        latuda | Latuda | n
        vraylar | Vraylar | n
        rexulti | Rexulti | n
        caplyta | Caplyta | n
        invega | Invega | n
        haldol | Haldol | n
        clozapine, clozap | clozapine | n
        clozaril | Clozaril | n
        lamotrigine, lamotrig, ltg | lamotrigine | n
        depakote | Depakote | n
        vpa | valproic acid | nU
        tegretol | Tegretol | n
        carbamazepine, cbz | carbamazepine | n
        trileptal | Trileptal | n
        oxcarbazepine, oxcarb | oxcarbazepine | n
        topamax | Topamax | n
        gabapentin, gabap, gaba-p | gabapentin | n
        neurontin | Neurontin | n
        lith, li2co3 | lithium | n
        methylphenidate | methylphenidate | n
        ritalin | Ritalin | n
        concerta | Concerta | n
        focalin | Focalin | n
        lisdexamfetamine, lisdex | lisdexamfetamine | n
        strattera | Strattera | n
        atomoxetine, atomox | atomoxetine | n
        qelbree | Qelbree | n
        intuniv | Intuniv | n
        guanfacine, guanf | guanfacine | n
        naltrexone, naltrex | naltrexone | n
        vivitrol | Vivitrol | n
        suboxone, subox | Suboxone | n
        buprenorphine, bupe | buprenorphine | n
        antabuse | Antabuse | n
        narcan | Narcan | n
        chantix | Chantix | n
        snri, snris | SNRI | n
        tca | tricyclic antidepressant | ncU
        maoi | monoamine oxidase inhibitor | nc
        antidep, antidepr, anti-dep | antidepressant | n
        antideps, antideprs, anti-deps | antidepressants | n
        antipsych, anti-psych | antipsychotic | n
        lai | long-acting injectable | ncU
        nrt | nicotine replacement therapy | n
        med ck, med chk | medication check | nc
        s/e's, s/es, side eff, side effs, side fx | side effects | n
        nkda | no known drug allergies |
        otc | over-the-counter |
        qid | four times daily |
        qam | every morning |
        qpm | every evening |
        qod | every other day |
        qwk, q wk, q week | every week |
        q2wk, q2wks, q2w | every 2 weeks |
        qmo, q month, qmonth | every month |
        qnoc, q noc, qnight, qnite | every night |
        noc, nocs | night | nl
        htn | hypertension | n
        hld | hyperlipidemia | n
        t2dm, dm2, dmii, t2d | type 2 diabetes | n
        t1dm, dm1, t1d | type 1 diabetes | n
        gerd | gastroesophageal reflux disease | n
        ibs | irritable bowel syndrome | nU
        copd | chronic obstructive pulmonary disease | n
        osa | obstructive sleep apnea | nU
        cpap | CPAP | n
        pcos | polycystic ovary syndrome | n
        tbi | traumatic brain injury | ncU
        fibro, fibromy | fibromyalgia | n
        mva | motor vehicle accident | nc
        bmi | body mass index | nU
        uds | urine drug screen | ncU
        utox, u-tox | urine toxicology | n
        ekg, ecg | electrocardiogram | n
        eeg | electroencephalogram | n
        mri | MRI | n
        szs | seizures | n
        surg | surgery | n
        ivf | in vitro fertilization | n
        iud | intrauterine device | ncU
        lmp | last menstrual period | nU
        sti | sexually transmitted infection | ncU
        hpi | history of present illness | nU
        pmh | past medical history | nU
        chr pain, chronic pn | chronic pain | nt
        lbp | low back pain | nt
        ect | electroconvulsive therapy | n
        rtms | repetitive transcranial magnetic stimulation | n
        tms | transcranial magnetic stimulation | nU
        hrt | hormone replacement therapy | nU
        gaht | gender-affirming hormone therapy | n
        psych testing | psychological testing | n
        """
}
