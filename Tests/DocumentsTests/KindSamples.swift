import Documents
import Testing

/// Invented cases for the kinds that are no everyday progress note.
struct KindSample: CustomTestStringConvertible, Sendable {
    let kind: String
    var session: [String: String] = [:]
    let jotting: String

    var testDescription: String { kind }

    func documentKind() throws -> DocumentKind { try #require(Sample.library.kind(kind)) }

    var isOfSession: Bool { !session.isEmpty }

    var client: Entries {
        Entries([
            "name": "Mira Example", "born": "1990-04-23", "called": "client", "pronouns": "she",
            "diagnosis": "F41.1",
        ])
    }

    func source() throws -> ScopedSource {
        let kind = try documentKind()
        let jotting = try kind.form.read(Array(jotting.utf8))
        guard isOfSession else {
            let results = [
                try Measured.result("gad-7", 15, on: "2026-03-02"),
                try Measured.result("gad-7", 5, on: "2026-11-09"),
            ]
            return Consent.ownFile.admits(
                Source(
                    file: kind, library: Sample.library, client: client, jotting: jotting,
                    record: TreatmentRecord(
                        sessions: ["2026-03-02", "2026-03-09", "2026-11-09"].map {
                            .init(day: Paper.day($0), isVouchedFor: true)
                        }, results: results),
                    on: Paper.day("2026-11-16"), instruments: Measured.library))
        }
        var held = Entries([
            "date": "2026-11-16", "start": "14:05", "stop": "14:58", "participants": "client",
            "place": "11",
        ])
        for (field, text) in session { held[field] = text.isEmpty ? nil : text }
        return Consent.ownFile.admits(
            Source(
                client: client, session: held, jotting: jotting, kind: kind,
                library: Sample.library))
    }

    func review(_ change: (String) -> String = { $0 }) throws -> Review {
        let sample = KindSample(kind: kind, session: session, jotting: change(jotting))
        let source = try sample.source()
        let draft = try BuiltInEngine(instruments: Measured.library)
            .draft(documentKind(), from: source)
        var review = try draft.reviewed(
            against: source, kind: documentKind(), at: SigningTests.moment("2026-11-16", "16:30"))
        for id in review.undecided { try review.decide(.accepted, on: id) }
        return review
    }

    func signed() throws -> SignedDocument {
        try review().signed(
            by: SigningTests.signer, document: SigningTests.document(),
            at: SigningTests.moment("2026-11-16", "16:30"), hash: SigningTests.hash,
            sign: { SigningTests.hash(Array($0.utf8)) })
    }
}

extension KindSample {
    private static let mentalStatus = """
        appearance: neat, stated age
        psychomotor: restless
        attitude: coop
        speech: normal rate, soft
        mood: worn out
        affect: restricted, congruent
        thought process: linear, goal-directed
        thought content: none
        perception: none
        orientation: person, place, time, situation
        attention: distractible
        memory: na
        insight: good
        judgment: good
        impulse control: good
        cognition: na
        """

    static let all: [KindSample] = [
        KindSample(
            kind: "progress-note.intake", session: ["type": "intake", "code": "90791"],
            jotting: """
                referral: PCP, for worry and poor sleep
                complaint: I can't switch my head off
                history: worry most of the day for 2 yrs, worse since promotion in March 2026; slp 5h; muscle tension; avoids phone calls
                psychiatric: 6 sessions of counseling in 2019, helped some; no hospitalizations; no attempts
                substances: 2 glasses of wine/wk, no drugs, 3 coffees/day
                medical: migraine, no meds, last physical June 2026
                family: mother w/ anx; raised by both parents, one younger brother
                development: not assessed because nothing in the history pointed to it
                trauma: not assessed: ct asked to wait until next session
                social: lives w/ partner, rents, no legal matters
                work: team lead at a library, missed 3 days in October
                culture: speaks English and Polish, goes to church on holidays
                strengths: humor, partner, choir
                functioning: avoids calls at work, 3 days missed in October; cancels plans w/ friends
                criteria: sx c/w GAD; depression considered, PHQ-9 below cutoff
                case formulation: Worry keeps her from calls, and every avoided call confirms that calls are dangerous.
                level: outpatient weekly; no safety concern asks for more
                goal: I want to pick up the phone without planning it for a day
                consents: consent to treatment and notice of privacy practices signed today
                m: GAD-7 15, PHQ-9 8
                \(mentalStatus)
                si: no
                hi: no
                sh: no
                risk: risk low
                p: weekly CBT, start worry log
                next: 11/23 2pm
                """),
        KindSample(
            kind: "progress-note.group", session: ["type": "group", "code": "90853"],
            jotting: """
                topic: wise mind, from the DBT skills manual
                members: 6
                leaders: the writer and a co-leader
                did: led mindfulness exercise; taught wise mind w/ examples from the week
                participation: attentive, shared one example about an argument at work, gave feedback to another member
                reported: anx ↓ this wk, slp 6h
                o: mood calm, affect full range
                r: practiced skill in session w/o prompts
                a: GAD sx improving
                progress: improved
                nec: anx impairs work, needs skills practice w/ others
                si: no
                hi: no
                sh: no
                risk: risk low, at baseline
                p: cont group weekly, diary card daily
                next: 11/23 6pm
                """),
        KindSample(
            kind: "progress-note.family",
            session: ["type": "couple", "code": "90847", "participants": "client, partner"],
            jotting: """
                focus: the pursue and withdraw pattern in arguments about money
                treats: the arguments set off the worry that keeps the client awake
                stances:
                    Client wants to talk at once
                    Partner wants an hour to cool down first
                secrets: what one tells alone is not kept from the other
                reported: 2 arguments this wk, both about rent; slp 5h after them
                hw: both kept the time-out rule once
                o: mood tense, affect congruent, both spoke calmly
                did: EFT cycle mapping; reframed withdrawal as fear of making it worse
                r: both named own part in the cycle
                a: less blame than last session
                progress: improved
                nec: conflict maintains anx and insomnia
                si: no
                hi: no
                sh: no
                risk: risk low, no IPV reported by either when asked alone
                p: time-out rule daily, next step is asking for closeness directly
                next: 11/23 2pm
                """),
        KindSample(
            kind: "progress-note.crisis", session: ["type": "crisis", "code": "90839"],
            jotting: """
                precipitant: loss of job this morning
                reported: mood hopeless, hasn't eaten today, slp 2h
                quote: I don't see a way on
                collateral: sister says the client called her twice last night
                \(mentalStatus)
                did: de-escalation; safety planning w/ sister in the room; means counseling re: tablets at home
                r: calmer by end, agreed to each step of the plan
                a: acute stress reaction on top of GAD
                si: passive
                hi: no
                sh: no
                risk-detail: thoughts of not waking up since last night, no method, no plan, no intent
                risk: risk moderate, above baseline, C-SSRS screener
                pf: sister, choir, wish to see the spring
                action: safety plan w/ sister; tablets handed to sister
                disposition: home with her sister, who stays overnight
                p: daily phone check-ins, session moved to Wed
                follow-up: phone call on 2026-11-17 at 9:00, session on 2026-11-18
                """),
        KindSample(
            kind: "contact-note.phone",
            jotting: """
                date: 2026-11-16
                start: 9:10
                stop: 9:22
                who: Client called
                content: panic attack at the bus stop this morning, used breathing, got to work late
                risk: no SI reported when asked
                action: reviewed breathing and next exposure step; ct keeps Monday's session
                """),
        KindSample(
            kind: "contact-note.collateral",
            jotting: """
                date: 2026-11-16
                start: 10:00
                stop: 10:15
                who: Dr. Sampleby, prescriber
                consent: authorization A2 of October 1, 2026
                told: dose unchanged since September, next visit in December
                disclosed: attendance and the GAD-7 trend
                action: agreed to speak again after the December visit
                """),
        KindSample(
            kind: "contact-note.missed",
            session: ["type": "individual", "missed": "no-show"],
            jotting: """
                missed: no-show
                outreach: called at 2:20, left a neutral voicemail; sent the agreed text message
                risk: no known risk that calls for a welfare check
                plan: call again tomorrow, offer a time on Thursday
                """),
        KindSample(
            kind: "summary.discharge",
            jotting: """
                reason: goals met
                reason-detail: Ending was planned over three sessions.
                start-diagnosis: F41.1 generalized anxiety disorder
                presented: daily worry, 5 hours of sleep, avoidance of phone calls
                treatment: CBT with exposure to phone calls, worry log, sleep hygiene
                outcomes:
                    Answer 5 of 5 calls without delay: met in October.
                    GAD-7 below 8: met, 5 on the last measure.
                medications: none
                relapse: Warning signs are planned calls and sleep below 6 hours. She then takes up the worry log and one call a day.
                referrals: none
                return: A call or a message is enough; there is no waiting list for former clients.
                records: Records are kept for 7 years, and a copy can be asked for at any time.
                si: no
                hi: no
                sh: no
                risk: risk low, at baseline
                """),
        KindSample(
            kind: "summary.safety-plan",
            jotting: """
                date: 2026-11-16
                warning-signs:
                    Lying awake after 3 a.m.
                    Not answering my sister
                coping:
                    Walk around the pond
                    Sing one song out loud
                distraction:
                    Choir on Tuesdays
                    The library cafe
                helpers:
                    My sister, 555-0100
                    Ana from choir, 555-0101
                professionals:
                    988 by call or text
                    Robin Specimen, 555-0102
                    Emergency department, Sample Hospital
                means:
                    My sister keeps the tablets until we decide otherwise.
                reasons:
                    I want to see the spring.
                agreed: Client agrees with each step and has a copy; her sister has one too.
                """),
    ]
}

@Suite struct `A kind beside the progress notes` {
    @Test func `has a sample`() {
        let everyday = `A note format`.formats
        let kinds = Sample.library.kinds.filter {
            [.progressNote, .contactNote, .summary].contains($0.family)
                && !everyday.contains($0.id)
        }
        #expect(kinds.map(\.id).sorted() == KindSample.all.map(\.kind).sorted())
    }

    @Test(arguments: KindSample.all)
    func `is printed as it was kept`(_ sample: KindSample) throws {
        #expect(try sample.review().blocking.map(\.message) == [])
        let document = try sample.signed()
        #expect(document.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        try Golden.expect(document.text, matches: "\(sample.kind).txt")
    }

    @Test(arguments: KindSample.all)
    func `tells every field that is filled in, once`(_ sample: KindSample) throws {
        let kind = try sample.documentKind()
        let told = kind.sections.flatMap(\.paragraphs).joined()
        #expect(Set(told).count == told.count)
        let header: Set = ["date", "start", "stop"]
        #expect(Set(told).isSuperset(of: Set(kind.form.fields.map(\.id)).subtracting(header)))
    }

    @Test(arguments: [
        (
            "progress-note.intake", "trauma: not assessed: ct asked to wait until next session",
            "trauma: not assessed", "reasonGiven"
        ),
        ("progress-note.intake", "attitude: coop", "attitude: coop, na", "reasonGiven"),
        ("progress-note.group", "members: 6", "members: 1", "groupMembers"),
        (
            "contact-note.missed",
            "outreach: called at 2:20, left a neutral voicemail; "
                + "sent the agreed text message", "", "missedSession"
        ),
        (
            "progress-note.crisis", "disposition: home with her sister, who stays overnight", "",
            "requiredElements"
        ),
    ])
    func `is held up`(_ kind: String, good: String, bad: String, by rule: String) throws {
        let sample = try #require(KindSample.all.first { $0.kind == kind })
        #expect(sample.jotting.contains(good))
        let findings = try sample.review { $0.replacing(good, with: bad) }.blocking
        #expect(findings.contains { $0.rule == rule }, "\(findings)")
    }

    @Test(arguments: [
        (
            "progress-note.crisis", "phone call on 2026-11-17 at 9:00, session on 2026-11-18",
            "session on 2026-11-23", "crisisFollowUp"
        ),
        (
            "progress-note.crisis", "phone call on 2026-11-17 at 9:00, session on 2026-11-18",
            "by phone", "crisisFollowUp"
        ),
        ("progress-note.group", "GAD sx improving", "resistant to the skill", "stigmatizing"),
    ])
    func `is advised`(_ kind: String, good: String, bad: String, by rule: String) throws {
        let sample = try #require(KindSample.all.first { $0.kind == kind })
        #expect(try !sample.review().findings.contains { $0.rule == rule })
        let findings = try sample.review { $0.replacing(good, with: bad) }.findings
        #expect(findings.contains { $0.rule == rule && $0.weight == .advises }, "\(findings)")
    }

    @Test func `a code for family therapy says who was there`() throws {
        var sample = try #require(KindSample.all.first { $0.kind == "progress-note.family" })
        sample.session["participants"] = "partner"
        #expect(try sample.review().blocking.map(\.rule) == ["familyAttendance"])
        sample.session["code"] = "90846"
        #expect(try sample.review().blocking.isEmpty)
        sample.session["participants"] = "client, partner"
        #expect(try sample.review().blocking.map(\.rule) == ["familyAttendance"])
    }

    @Test func `another member of a group is not named`() throws {
        let sample = try #require(KindSample.all.first { $0.kind == "progress-note.group" })
        let others = Beside(otherClients: ["Jonas Placeholder", "J.P."])
        #expect(try sample.review().beside(others).blocking.isEmpty)
        for named in ["Jonas", "Placeholder's sister", "J.P."] {
            let review = try sample.review { $0.replacing("another member", with: named) }
            #expect(review.blocking.isEmpty)
            #expect(review.beside(others).blocking.map(\.rule) == ["groupMembers"], "\(named)")
        }
    }

    @Test func `a note that repeats the last one is pointed out`() throws {
        let sample = try #require(KindSample.all.first { $0.kind == "progress-note.group" })
        let last = Beside(lastNotes: [try sample.signed().note])
        #expect(try sample.review().beside(last).findings.contains { $0.rule == "clone" })
        let changed = try sample.review { jotting in
            jotting.replacing("anx ↓ this wk, slp 6h", with: "anx ↑ this wk, slp 4h")
                .replacing("led mindfulness exercise; taught", with: "chain analysis; reviewed")
                .replacing("practiced skill in session w/o prompts", with: "needed 2 prompts")
                .replacing("attentive, shared one example about an argument at work", with: "quiet")
                .replacing("GAD sx improving", with: "GAD sx ↑ since exams")
                .replacing("mood calm, affect full range", with: "mood low, affect flat")
                .replacing("wise mind, from the DBT skills manual", with: "interpersonal skills")
                .replacing("cont group weekly, diary card daily", with: "weekly group, DEAR MAN")
        }
        #expect(!changed.beside(last).findings.contains { $0.rule == "clone" })
    }
}
