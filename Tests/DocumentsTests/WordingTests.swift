import Documents
import Testing

/// One fragment and what a clinician would write for it, field by field.
@Suite struct WordingTests {
    @Test(arguments: [
        ("low", "Risk is low."),
        ("low, unchanged", "Risk is low (unchanged)."),
        ("low, no hx of attempts", "Risk is low. There is no history of attempts."),
        ("moderate, chronic baseline", "Risk is moderate (chronic baseline)."),
        ("moderate, improved vs last session", "Risk is moderate (improved versus last session)."),
        ("acute risk low", "Acute risk is low."),
    ])
    func `it is the risk that is low`(jotted: String, prose: String) throws {
        #expect(try Sample.prose("risk", jotted) == prose)
    }

    @Test(arguments: [
        ("clinician was ill", "This entry was written late because the clinician was ill."),
        ("power outage", "This entry was written late because of a power outage."),
        ("sick", "This entry was written late (reason given: sick)."),
    ])
    func `a reason is a reason`(jotted: String, prose: String) throws {
        #expect(try Sample.prose("late", jotted) == prose)
    }

    @Test(arguments: [
        (
            "activity log; call prescriber re dose",
            "The plan includes an activity log and calling prescriber regarding dose."
        ),
        ("2 bus rides, daily recording", "The plan includes 2 bus rides and daily recording."),
        (
            "continue activity log; add 2 evening walks",
            "The plan is to continue the activity log and add 2 evening walks."
        ),
        (
            "listen to recording daily; in vivo: 1 bus ride",
            "The plan includes listening to the recording daily and 1 bus ride (in vivo)."
        ),
        (
            "behavioral experiment: speak once in team mtg",
            "The plan includes a behavioral experiment (speak once in team meeting)."
        ),
        ("drink log; voice diary", "The plan includes drink log and voice diary."),
        ("same", "The plan is the same."),
        ("not drinking until Friday", "The plan includes not drinking until Friday."),
    ])
    func `the plan keeps her order`(jotted: String, prose: String) throws {
        #expect(try Sample.prose("plan", jotted) == prose)
    }

    @Test(arguments: [
        ("rode bus x1", "Client reports that she rode the bus once."),
        ("nightmares x1 since last session", "Client reports 1 nightmare since last session."),
        ("bullied at school", "Client reports being bullied at school."),
        ("SI-, HI-", "Client reports no suicidal ideation and no homicidal ideation."),
        ("-SI/-HI", "Client reports no suicidal ideation or homicidal ideation."),
        (
            "denies drug use, gambling and violence",
            "Client denies drug use, gambling and violence."
        ),
        (
            "daughter reports forgetting meds, repeating questions",
            "Daughter reports forgetting medications, repeating questions."
        ),
        (
            "nausea first 3 days, resolved",
            "Client reports nausea first 3 days (resolved)."
        ),
        ("poor slp, 3-4h", "Client reports poor sleep (3–4 hours)."),
        ("voices not commanding", "Client reports voices not commanding."),
        ("1. mood better 2. no SI", "Client reports better mood and no suicidal ideation."),
        (
            "MISSED WORK X2. NO SI.",
            "Client reports that she missed work twice, and also reports no suicidal ideation."
        ),
        ("Dana denied any plan to leave.", "Dana denied any plan to leave."),
        (
            "Client reported that Tom, her ex-husband, has filed for custody of their son.",
            "Client reported that Tom, her ex-husband, has filed for custody of their son."
        ),
    ])
    func `who did and said what is kept`(jotted: String, prose: String) throws {
        #expect(try Sample.prose("reported", jotted) == prose)
    }

    @Test(arguments: [
        (
            "homework", "activity log completed 4 of 7 days",
            "The activity log was completed on 4 of 7 days."
        ),
        (
            "homework", "thought records 5 of 7 days",
            "Regarding homework, client reports thought records on 5 of 7 days."
        ),
        ("action", "safety plan reviewed", "The safety plan was reviewed."),
        ("action", "sent to ER", "Client was sent to ER."),
        (
            "assessment", "worry maintained by avoidance of meetings",
            "Worry is maintained by avoidance of meetings."
        ),
        (
            "assessment", "PTSD sx decreasing w/ exposure",
            "PTSD symptoms are decreasing with exposure."
        ),
        ("assessment", "r/o PTSD", "PTSD is to be ruled out."),
        ("response", "SUDS 80 to 45", "SUDS went from 80 to 45."),
        ("response", "habituated in session", "Client habituated in session."),
        ("response", "good", "Response was good."),
        (
            "did", "PE imaginal exposure 25 min",
            "Interventions included PE imaginal exposure for 25 minutes."
        ),
        (
            "did", "PE imaginal exposure, second hot spot, 30 min",
            "Interventions included PE imaginal exposure (second hot spot) for 30 minutes."
        ),
        (
            "did", "ERP: touched door x5",
            "Interventions included exposure and response prevention (touched door 5 times)."
        ),
        ("did", "relapse prevention plan updated", "The relapse prevention plan was updated."),
        ("observed", "wife tearful", "Wife was tearful."),
        (
            "protective", "wife, dog, wants to graduate",
            "Protective factors include wife and dog. Client wants to graduate."
        ),
    ])
    func `fragments become sentences`(field: String, jotted: String, prose: String) throws {
        #expect(try Sample.prose(field, jotted) == prose)
    }

    /// Whatever stands in a list after a denial is never told as present.
    @Test(arguments: [
        "drug use, gambling and violence", "bingeing, purging", "alcohol, drugs or gambling",
        "SI, HI or self-harm", "panic, low mood, or anhedonia", "SI, plan or intent",
        "AVH, manic or hypomanic symptoms", "feeling sad, hopeless or guilty",
        "panic, dissociation and flashbacks", "HI, racing thoughts, and cravings",
    ])
    func `a denied list stays denied`(list: String) throws {
        for verb in ["denies", "denied", "ct denies"] {
            let draft = try Sample.draft("reported", "mood low; \(verb) \(list)")
            let last = list.split(separator: " ").last.map(String.init) ?? ""
            for sentence in draft.sentences where sentence.text.contains(last) {
                let place = try #require(sentence.text.firstRange(of: last))
                #expect(sentence.text[..<place.lowerBound].contains("den"), "\(sentence.text)")
            }
        }
    }
}
