extension Lexicon {
    /// Scales and manuals keep the names they are printed under.
    static let instruments = """
        phq-9, phq9 | PHQ-9 | n
        phq-2, phq2 | PHQ-2 | n
        phq-a, phqa | PHQ-A | n
        phq-15, phq15 | PHQ-15 | n
        gad-7, gad7 | GAD-7 | n
        gad-2, gad2 | GAD-2 | n
        bdi | BDI | n
        bdi-ii, bdi-2 | BDI-II | n
        bai | BAI | nU
        ham-d, hamd, hdrs | HAM-D | n
        ham-a, hama | HAM-A | n
        madrs | MADRS | n
        dass-21, dass21 | DASS-21 | n
        epds | EPDS | n
        mdq | MDQ | n
        ymrs | YMRS | n
        pcl-5, pcl5 | PCL-5 | n
        caps-5, caps5 | CAPS-5 | n
        ies-r | Impact of Event Scale–Revised | n
        ace-q | Adverse Childhood Experiences questionnaire | n
        ybocs, y-bocs | Y-BOCS | n
        cy-bocs, cybocs | CY-BOCS | n
        lsas | LSAS | n
        pswq | PSWQ | n
        psqi | PSQI | n
        audit-c | AUDIT-C | n
        dast-10, dast10 | DAST-10 | n
        ciwa | Clinical Institute Withdrawal Assessment for Alcohol | n
        asrs | ASRS | n
        basc | BASC | n
        wisc | WISC | n
        mmpi | MMPI | n
        mmse | MMSE | n
        moca | MoCA | n
        oq-45, oq45 | OQ-45 | n
        gaf | GAF | nU
        dsm-5, dsm5 | DSM-5 | n
        dsm-5-tr, dsm5tr, dsm-v-tr | DSM-5-TR | n
        icd-10, icd10 | ICD-10 | n
        """

    /// Payers, places, offices and papers.
    static let services = """
        bcbs | Blue Cross Blue Shield | n
        uhc | UnitedHealthcare | n
        mcaid, m'caid | Medicaid | n
        mcare, m'care | Medicare | n
        tricare | Tricare | n
        eap | employee assistance program | ncU
        hmo | health maintenance organization | ncU
        ppo | preferred provider organization | ncU
        eob | explanation of benefits | nU
        oon | out-of-network |
        pmt, pymt | payment | nc
        re-auth | reauthorization | n
        sl scale, slid scale, sliding sc | sliding scale | n
        med nec, med necessity | medical necessity | n
        inpt, in-pt, inpat | inpatient |
        outpt, o/p, out-pt, outpat | outpatient |
        resi tx, resid tx | residential treatment | n
        hosp'n, hospn, hospitaliz'n | hospitalization | nc
        icu | intensive care unit | nc
        teleh, tele-health, t-health, telehlth | telehealth | n
        telepsych | telepsychiatry | n
        f2f, ftf, f-t-f | face-to-face |
        cps | Child Protective Services | nU
        aps report | Adult Protective Services report | nc
        dcfs | Department of Children and Family Services | n
        ssdi | Social Security Disability Insurance | n
        fmla | FMLA | n
        iep | individualized education program | ncU
        sp ed | special education | n
        hipaa | HIPAA | n
        phi | protected health information | nU
        ehr | electronic health record | nc
        emr | electronic medical record | nc
        pdmp | prescription drug monitoring program | n
        dui | DUI | ncU
        lgbt | LGBT |
        lgbtq | LGBTQ |
        lgbtq+ | LGBTQ+ |
        dob | date of birth | nU
        ssn | Social Security number | nU
        """
}
