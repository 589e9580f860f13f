import Documents
import Foundation
import Testing

/// What the words of a letter give away: sentences that were written for process notes, not for this
/// list of words, planted into letters whose consent does not cover them.
@Suite struct `A planted sentence` {
    static let items: [ExcludedContent: DisclosureItem] = [
        .medication: .medications, .modality: .treatmentType, .frequency: .frequency,
        .testResult: .testResults, .diagnosis: .diagnosis, .functionalStatus: .functionalLimits,
        .treatmentPlan: .plan, .symptoms: .symptoms, .prognosis: .prognosis, .progress: .progress,
    ]

    /// Every sentence with every letter that may not tell it.
    static let planted = ProcessSentences.excluded.flatMap { kind, texts in
        texts.split(separator: "\n").map { (item: items[kind], text: String($0)) }
    }

    /// What she could type into such letters, without telling more than they allow.
    static let clean: [(type: String, text: String)] = [
        ("attendance", "She was at my office from 2:00 to 3:00 in the afternoon."),
        ("attendance", "Please excuse the absence on these days."),
        ("attendance", "The office is at 1 Sample Street in Springfield."),
        ("attendance", "Appointments are made by telephone."),
        ("attendance", "Please put this letter into the confidential file."),
        ("attendance", "A copy was handed to Mira Example."),
        ("attendance", "This letter replaces the one of November 2, 2026."),
        ("attendance", "I confirm these dates from my calendar."),
        ("employer", "I recommend a desk near the window."),
        ("employer", "I recommend that meetings are announced a day before."),
        ("employer", "She has difficulty speaking in front of the whole team."),
        ("employer", "She cannot work at night."),
        ("employer", "The limits are reviewed on March 1, 2027."),
        ("employer", "Please answer by December 4, 2026."),
        ("employer", "A phased return, with four hours a day at first, would help."),
        ("employer", "Written instructions make up for the difficulty with spoken ones."),
        ("school", "I recommend time and a half in written exams."),
        ("school", "A seat near the door is recommended."),
        ("school", "She has trouble finishing timed tasks."),
        ("school", "Please send your answer to my office."),
        ("school", "The accommodations are asked for until July 2027."),
        ("leave", "She is unable to work from November 16 to December 18, 2026."),
        ("leave", "She cannot answer calls of customers."),
        ("leave", "The form of the leave office is enclosed."),
        ("court", "The order of November 2, 2026 is on file."),
        ("court", "She attended the sessions named above."),
        ("court", "I answer paragraphs 1 to 3 of the order."),
        ("attorney", "I can't answer without a signed authorization."),
        ("attorney", "Please name the documents that you ask for."),
        ("attorney", "My fee schedule is sent on request."),
        ("family", "I will call on Monday morning."),
        ("family", "Please bring the form to the next meeting."),
        ("family", "You can write to me at the address above."),
        ("termination", "You can ask for a copy of your file at any time."),
        ("termination", "I wish you all the best."),
        ("termination", "The clinic on Sample Street takes calls on weekdays."),
        ("copy", "The copy has 14 pages."),
        ("copy", "Please check that it is complete."),
        ("animal", "The lease forbids dogs."),
        ("animal", "She has difficulty leaving the apartment alone."),
    ]

    private func allowed(_ type: String) throws -> Set<DisclosureItem> {
        let kind = try #require(Sample.library.kind("letter.\(type)"))
        return Set(try #require(kind.discloses).allowed)
    }

    private func isBlocked(_ text: String, _ allowed: Set<DisclosureItem>) -> Bool {
        DisclosureWords.hits(in: text, known: ["Mira Example", "Springfield"])
            .contains { !$0.items.contains(where: allowed.contains) }
    }

    @Test func `is blocked wherever it is out of scope, and others hardly ever`() throws {
        var missed: [String] = []
        var count = 0
        for (item, text) in Self.planted {
            guard let item else { continue }
            for sample in LetterSample.all {
                let allowed = try allowed(sample.type)
                guard !allowed.contains(item) else { continue }
                count += 1
                if !isBlocked(text, allowed) { missed.append("\(sample.type) \(item): \(text)") }
            }
        }
        let stopped = try Self.clean.filter { isBlocked($0.text, try allowed($0.type)) }
        print(
            "    planted: \(count), missed \(missed.count); clean: \(Self.clean.count), "
                + "stopped \(stopped.count)")
        #expect(count >= 200)
        #expect(missed.count * 100 <= count, "\(missed.joined(separator: "\n"))")
        #expect(stopped.count * 10 <= Self.clean.count, "\(stopped.map(\.text))")
    }

    /// Sentences that a clinician wrote for letters without knowing the words that are looked for.
    private struct Letters: Decodable {
        let planted: [Planted]
        let clean: [Clean]

        struct Planted: Decodable {
            let letter: String
            let allowed: [DisclosureItem]
            let text: String
            let item: DisclosureItem
        }

        struct Clean: Decodable {
            let letter: String
            let allowed: [DisclosureItem]
            let text: String
        }
    }

    /// Whom these letters are about and go to: a letter knows these names.
    private static let names = [
        [
            "Alaric Sampleton", "Drinkwater", "Crystal Hope", "Beerbohm-Sample", "Ida Mockingham",
            "Rowan Fictus", "Joy Payne-Example", "Imogen", "Theo Makebelieve",
            "Sunny Weatherby-Fake", "Caleb Nonesuch", "Grace Templeton-Void", "Bettina Falsetto",
            "Ezra Nilsample", "Verity Paperwaite", "Dorothea Unreal", "Gideon Placeholm",
            "Sister Bay Middle School", "Mother Lode Road",
        ],
        ["Orla Testwell", "Ms. Sampleton"],
        ["Nell Fabrick", "Mr. Inkwell"],
    ]

    @Test(arguments: [1, 2, 3])
    func `is blocked in letters that somebody else wrote`(_ set: Int) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Planted/letters-\(set).json")
        let letters = try JSONDecoder().decode(Letters.self, from: Data(contentsOf: file))
        let isStopped = { (text: String, allowed: [DisclosureItem]) in
            DisclosureWords.hits(in: text, known: Self.names[set - 1])
                .contains { !$0.items.contains(where: allowed.contains) }
        }
        let missed = letters.planted.filter { !isStopped($0.text, $0.allowed) }
        let narrow = letters.planted.filter { PlainWords.suffice(for: Set($0.allowed)) }
        let strange = { (text: String) in
            !PlainWords.strangers(in: text, known: Self.names[set - 1]).isEmpty
        }
        let plain = letters.clean.filter { PlainWords.suffice(for: Set($0.allowed)) }
        print(
            "    of letters of dates alone (\(set)): \(narrow.count), pointed out by their words "
                + "\(narrow.count { strange($0.text) }); clean: \(plain.count), pointed out "
                + "\(plain.count { strange($0.text) })")
        #expect(narrow.count { strange($0.text) } * 10 >= narrow.count * 8)
        let stopped = letters.clean.filter { isStopped($0.text, $0.allowed) }
        print(
            "    written elsewhere (\(set)): \(letters.planted.count), missed \(missed.count); "
                + "clean: \(letters.clean.count), stopped \(stopped.count)")
        #expect(
            missed.count * 100 <= letters.planted.count,
            "\(missed.map { "\($0.item.rawValue): \($0.text)" }.joined(separator: "\n"))")
        #expect(
            stopped.count * 10 <= letters.clean.count,
            "\(stopped.map { "\($0.allowed.map(\.rawValue)): \($0.text)" }.joined(separator: "\n"))"
        )
    }
}
