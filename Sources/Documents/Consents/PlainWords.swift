/// The words of a letter that tells no more than dates: what it takes to speak of appointments, papers,
/// telephones and courts. Where a consent covers nothing else, a word that is not among them could tell
/// anything, and is pointed out.
package enum PlainWords {
    /// Whether a letter under these items is one that needs no other words.
    package static func suffice(for items: Set<DisclosureItem>) -> Bool {
        items.isSubset(of: [.identity, .factOfTreatment, .attendanceDates, .startEndDates])
    }

    /// The words that are not among them, each once. Names that the letter bears anyway, numbers, and
    /// names of months and days are no strangers.
    package static func strangers(in text: String, known: [String] = []) -> [String] {
        let names = Set(known.flatMap { words(of: $0).map(folded) })
        var found: [String] = []
        for word in words(of: text) {
            let plain = folded(word)
            guard !plain.isEmpty, !plain.contains(where: \.isNumber), !names.contains(plain),
                !all.contains(plain), !isForm(plain), !found.contains(plain)
            else { continue }
            found.append(plain)
        }
        return found
    }

    private static func words(of text: String) -> [String] {
        text.split { $0.isWhitespace || "()[]“”\"/—–:;!?,-".contains($0) }.map(String.init)
    }

    private static func folded(_ word: String) -> String {
        var word = word.lowercased().replacing("’", with: "'")
        while let last = word.last, ".'".contains(last) { word.removeLast() }
        while word.first == "'" { word.removeFirst() }
        if word.hasSuffix("'s") { word.removeLast(2) }
        return word
    }

    /// A plain word with an ending.
    private static func isForm(_ word: String) -> Bool {
        for ending in ["s", "es", "d", "ed", "ing", "ly", "'ll", "'d", "'ve", "'re"]
        where word.hasSuffix(ending) {
            let base = String(word.dropLast(ending.count))
            if all.contains(base) || all.contains(base + "e") { return true }
            if ending == "es" || ending == "ed", word.dropLast(ending.count).last == "i",
                all.contains(String(base.dropLast()) + "y")
            {
                return true
            }
        }
        return false
    }

    private static let all = Set(
        """
        a an the this that these those it its itself i me my mine myself we us our you your yours yourself he him
        his she her hers they them their one ones someone anyone everyone nobody who whom whose which what when
        where why how whether if then than as at by for from in into of off on onto out over to up down under upon
        with within without about above after again against along among around before below between beyond both
        but during each either else every except few first further here however last late later least less lest
        long many more most much neither never next no nor not nothing now once only or other otherwise own per
        same several since so some soon still such there therefore though through throughout thus till together
        too toward until very via was were while will would yes yet also although always and any anything another
        am are aren't be been being can can't cannot could did didn't do does doesn't doing don't done had has
        have having i'd i'll i'm i've is isn't it's let may might must shall should that's there's weren't wasn't
        won't wouldn't you'd you'll you've all alone already back early even ever far forward good great half high
        just kind large left like likewise low made main near need new old open part past quite rather ready real
        right short side simple single small sure true well whole wrong yours better best

        zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty thirty forty fifty sixty hundred second third fourth fifth half quarter
        once twice number amount none dozen
        january february march april may june july august september october november december jan feb mar apr jun
        jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday weekday weekend
        today tomorrow yesterday morning noon afternoon evening night day date week month year hour minute time
        o'clock am pm a.m p.m calendar schedule begin began begun end ended start finish arrive arrival leave
        left came come go went gone return stay remain

        dear mr mrs ms mx miss dr madam sir sincerely regards respectfully yours thank thanks kindly please
        welcome hope wish glad happy pleased sorry gladly grateful appreciate regret patience courtesy
        hello faithfully truly best

        appointment appoint meeting visit session attend attendance present absent absence keep kept book rebook
        reschedule cancel excuse miss confirm confirmation certify verify state statement note letter copy page
        paper form file record document enclose enclosure attach exhibit send sent deliver mail post email e
        fax phone telephone call voicemail message address line street road avenue lane suite floor building
        office practice room desk front door reception staff portal website online video secure envelope stamp
        sign signature signed date original duplicate print printed write written wrote writing read reading
        answer question reply respond response contact reach available availability weekday hour open close closed
        ask request require requirement allow allowance permit permission permitted authorize authorise authorization
        authorisation consent release disclose disclosure confidential confidentiality private privacy law legal
        rule policy right rights purpose reason limit limited scope extent cover name person people party
        individual whom recipient sender signer undersigned owner holder member employee employer employment
        student school university college course class exam company organization agency department division board
        bureau court clerk judge order subpoena case docket hearing counsel attorney lawyer firm office matter
        evidence testimony testify witness declaration declare oath perjury penalty knowledge belief opinion
        evaluator evaluation expert forensic role capacity treating clinician provider professional licensed
        license licence registered registration custodian curriculum vitae fee schedule charge cost payable
        information detail content item list listed name number reference identity identify identification
        proof correct correction error accurate complete inaccurate incorrect missing replace replacement update
        earlier previous prior former following follow followed above below given stated named mentioned shown
        show include included including exclude add added addition additional separate separately together
        receive receipt obtain get got give gave take took taken bring brought hold held put set make made use
        used using provide provided provision offer offered help assist serve service support know known
        understand understood believe see saw seen look find found tell told say said saying speak spoke spoken
        talk discuss mean meant meaning explain explanation decide decision choose chose chosen choice agree
        agreed agreement change changed move moved moving travel way distance drive parking park bus train
        change plan prepare prepared preparation process processing handle handled handling store stored keep
        safe safely destroy destroyed return retain retained retention archive year period valid validity expire
        expires expiry expiration run runs revoke revoked revocation withdraw withdrawn effective effect apply
        applies application accept acceptance decline refuse unable able possible impossible necessary need needed
        want wanted wish like rather prefer welcome free freely convenience convenient notice notify inform
        informed concern concerning regarding regard respect accordance comply compliance
        anything everything something somewhere anywhere place space area county state country city town
        california illinois colorado york texas
        best direct directly forward forwarded via through copy copied circulate share shared pass passed onward
        treat treated trust responsible responsibility behalf client book leave wet seal sealed inferred infer
        arrange arranged arrangement rescheduled exact exactly approximate approximately nearly entire entirely
        full fully partial part only solely merely simply actual actually original originally personal personally
        position check authentic because away ahead carry heard privilege deny particular exist correspondence mark
        marked inquiry whoever whatever whenever proper contain blank mistake amend initial initialed unclear
        protect appear cancelled canceled chance object fresh quote consult refer referred borrow doctor
        medium electronic electronically paper post recorded tracking deliver delivery courier hand handed
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
