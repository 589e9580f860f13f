import Documents
import Testing

@Suite struct ProseTests {
    @Test(arguments: [
        (
            "ct rpts ↑ anx, slp 4-5h, denies SI/HI",
            "Client reports increased anxiety and sleep of 4–5 hours; denies suicidal and homicidal ideation."
        ),
        (
            "Slept 4h. Anx up.",
            "Client reports that she slept 4 hours, and also reports increased anxiety."
        ),
        ("no SI/HI", "Client reports no suicidal or homicidal ideation."),
        (
            "mood low, denies SI, HI, AVH",
            "Client reports low mood; denies suicidal ideation, homicidal ideation, and auditory and visual hallucinations."
        ),
        ("denies SI, insomnia", "Client denies suicidal ideation, insomnia."),
        (
            "denies SI, slp 4h",
            "Client denies suicidal ideation. She also reports sleep of 4 hours."
        ),
        ("panic attack x3", "Client reports 3 panic attacks."),
        ("w/d at 2/10, meds x3/wk", "Client reports W/D at 2/10 and medications 3 times per week."),
        ("not sleeping", "Client reports not sleeping."),
        ("hasn't been eating", "Client reports that she hasn't been eating."),
        ("Jonas called, asked for money", "Client reports that Jonas called, asked for money."),
        (
            "She is sleeping well, and she has more energy.",
            "She is sleeping well, and she has more energy."
        ),
        ("ct says \"I can't w/ this anx\"", "Client says “I can't w/ this anx”."),
        ("anx 8->5", "Client reports a change in anxiety from 8 to 5."),
        (
            "drinking ↑ to 3 beers/night",
            "Client reports an increase in drinking to 3 beers per night."
        ),
    ])
    func `what is jotted as reported reads as prose`(jotted: String, prose: String) throws {
        #expect(try Sample.prose("reported", jotted) == prose)
    }

    @Test(arguments: [
        (
            "mood anx, affect flat, not psychotic",
            "Mood was anxious and affect flat. Client was not psychotic."
        ),
        ("no psychosis noted", "No psychosis was noted."),
        ("tearful when discussing mom", "Client was tearful when discussing mother."),
        ("A&Ox4", "Client was alert and oriented ×4."),
    ])
    func `what the therapist saw stays hers`(jotted: String, prose: String) throws {
        let drafted = try Sample.prose("observed", jotted)
        #expect(drafted == prose)
        #expect(!drafted.contains("report"))
    }

    @Test(arguments: [
        ("she", "denies", "Client reports low mood. She worries about money."),
        ("they", "deny", "Client reports low mood. They worry about money."),
    ])
    func `verbs agree with pronouns`(pronouns: String, denies: String, prose: String) throws {
        #expect(
            try Sample.prose("reported", "mood low. ct worries about money", pronouns: pronouns)
                == prose)
        #expect(
            try Sample.prose("reported", "mood low. Slept 2h. denies SI", pronouns: pronouns)
                .contains("\(denies) suicidal ideation"))
    }

    @Test(arguments: [
        (
            "PHQ-9 14 (was 18)",
            "The PHQ-9 score was 14, in the moderate range, down 4 points from 18."
        ),
        ("PCL5 41", "The PCL-5 score was 41."),
        ("GAD-7: 15", "The GAD-7 score was 15, in the severe range."),
        ("PHQ-9 18→14", "The PHQ-9 score was 14, in the moderate range, down 4 points from 18."),
        ("PHQ 14 (was 18)", "The PHQ score was 14, down 4 points from 18."),
        ("PHQ-9 40", "Recorded score: PHQ-9 40."),
    ])
    func `scores are banded, never guessed`(jotted: String, prose: String) throws {
        #expect(try Sample.prose("measure", jotted) == prose)
    }
}

@Suite struct DraftPropertyTests {
    /// A denial stays with its symptom, whatever word denies it.
    @Test(arguments: ["denies", "no", "not", "without", "w/o", "neg for", "never"])
    func `denials keep their negation`(negation: String) throws {
        let symptoms = [
            "SI", "HI", "AVH", "anx", "insomnia", "panic attacks", "cravings", "nightmares",
            "psychosis", "SI/HI",
        ]
        for symptom in symptoms {
            for (field, before, after) in [
                ("reported", "mood low, ", ""), ("reported", "", ", slp 4h"), ("observed", "", ""),
                ("assessment", "", "; improving"),
            ] {
                let prose = try Sample.prose(field, before + negation + " " + symptom + after)
                    .lowercased()
                let spelled =
                    [
                        "si": "suicidal", "hi": "homicidal", "avh": "hallucinations",
                        "anx": "anxiety", "si/hi": "suicidal",
                    ][symptom.lowercased()] ?? symptom
                let parts = prose.split { ".;".contains($0) }
                let part = parts.first { $0.contains(spelled) }
                let words = ["denies", "deny", "no ", "not ", "without", "never"]
                #expect(
                    part.map { part in
                        words.contains { word in
                            part.range(of: word, before: spelled)
                        }
                    } ?? false,
                    "\(negation) \(symptom) → \(prose)")
                #expect(after.isEmpty || !prose.contains("no sleep"))
            }
        }
    }

    @Test(arguments: Sample.all)
    func `every byte she wrote is told by a sentence`(sample: Sample) throws {
        let source = try sample.source()
        let spans = try sample.draft().sentences.flatMap(\.restsOn)
        for entry in source.entries where entry.id.hasPrefix("jotting/") {
            var told = Set<Int>()
            for span in spans where span.entry == entry.id { told.formUnion(span.start..<span.end) }
            let bytes = Array(entry.text.utf8)
            let separators = Set(" \n.,;:-!?\"–—“”".utf8)
            let left = bytes.indices.filter {
                !told.contains($0) && !separators.contains(bytes[$0])
            }
            let words = String(decoding: left.map { bytes[$0] }, as: UTF8.self)
            #expect(
                ["", "and", "but", "andand"].contains(words), "\(sample.name) \(entry.id): \(words)"
            )
        }
    }

    @Test(arguments: Sample.all)
    func `numbers and names are kept`(sample: Sample) throws {
        let draft = try sample.draft()
        let prose = draft.sentences.map(\.text).joined(separator: " ")
        for entry in try sample.source().entries where entry.id.hasPrefix("jotting/") {
            guard !["progress", "si", "hi", "self-harm"].contains(entry.id.dropFirst(8)) else {
                continue
            }
            // The numbers of a list are not what it says.
            let text = entry.text.replacing(#/(^|\s)[1-9][.)]\s/#, with: " ")
            for number in text.split(whereSeparator: { !$0.isNumber })
            where !entry.text.contains("2026") {
                let spelled = ["1": "once", "2": "twice"][String(number)] ?? String(number)
                #expect(prose.contains(number) || prose.contains(spelled), "\(number)")
            }
        }
        for name in ["Ana", "Jonas", "Zoloft", "Lexapro", "Tylenol", "HALT", "DEAR MAN", "STOP"]
        where sample.jotting.contains(name) {
            #expect(prose.contains(name))
        }
    }

    @Test(arguments: Sample.all)
    func `sentences are whole and begin differently`(sample: Sample) throws {
        for section in try sample.draft().sections {
            var last = ""
            for sentence in section.sentences {
                #expect(".!?”".contains(sentence.text.last ?? " "), "\(sentence.text)")
                #expect(!sentence.text.contains("  ") && !sentence.text.contains(" ,"))
                let beginning = sentence.text.split(separator: " ").prefix(2).joined(separator: " ")
                #expect(beginning != last, "\(sentence.text)")
                last = beginning
            }
        }
    }

    @Test(arguments: Sample.all)
    func `no shorthand is left`(sample: Sample) throws {
        let prose = try sample.draft().sentences.filter { !$0.text.contains("“") }.map(\.text)
            .joined(separator: " ")
        for word in [
            "w/", "w/o", "r/t", "d/t", "abt", "slp", "anx", "rpts", "ct", "pt", "tx", "wk", "hrs",
            "↑", "↓", "→", "f/u", "c/o", "h/o", "sx", "hw",
        ] {
            #expect(
                !prose.split(whereSeparator: { " ,.;()".contains($0) }).contains { $0 == word },
                "\(word)")
        }
    }
}

extension StringProtocol {
    /// Whether a word stands somewhere before another.
    fileprivate func range(of word: String, before other: String) -> Bool {
        guard let place = self.firstRange(of: other) else { return false }
        return self[..<place.lowerBound].contains(word)
    }
}
