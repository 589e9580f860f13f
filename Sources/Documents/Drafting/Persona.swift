/// How a note speaks of the client: “client” or “patient”, then she, he, they or other pronouns.
struct Persona: Equatable, Sendable {
    let noun: String
    let they: String
    let their: String
    /// “they report”, but “she reports”.
    let isPlural: Bool

    /// With a name, it is a letter that speaks of the client by name.
    init(called: String?, pronouns: String?, name: String? = nil) {
        noun = name ?? called ?? "client"
        let parts = (pronouns ?? "they").lowercased()
            .split { $0 == "/" || $0 == "," || $0.isWhitespace }.map(String.init)
        switch parts.first {
        case "she": (they, their, isPlural) = ("she", "her", false)
        case "he": (they, their, isPlural) = ("he", "his", false)
        case "they", nil: (they, their, isPlural) = ("they", "their", true)
        case .some(let first):
            // ze/zir/zirs: the third form is the possessive; without it the noun serves.
            (they, their, isPlural) =
                (first, parts.count > 2 ? parts[2] : "the \(called ?? "client")'s", false)
        }
    }
}

/// What has been said so far in a section, so that sentences begin differently.
struct Narrator {
    let persona: Persona
    private(set) var openings: [String] = []
    /// Somebody else is named in the last sentence, so that a pronoun could be theirs.
    private var othersNamed = false

    init(persona: Persona) { self.persona = persona }

    var isFirst: Bool { openings.isEmpty }

    /// Something was told as the client's own report, or of what the client did.
    var clientHeard: Bool {
        let noun = Narrator.beginning(persona.noun)
        return openings.contains { opening in
            (opening.hasPrefix(noun) || opening.hasPrefix(persona.they + " "))
                && !opening.hasSuffix(" was")
        }
    }

    /// The noun in a section's first sentence about the client, then the pronoun.
    var subject: Subject {
        let noun = Narrator.beginning(persona.noun)
        let named = openings.contains { $0.hasPrefix(noun) }
        // After “Therapist …”, “she” could be either.
        let last = openings.last ?? ""
        let isOwn = last.hasPrefix(noun) || last.hasPrefix(persona.they + " ")
        let unclear =
            last.contains("therapist") || (!isOwn && (persona.isPlural || othersNamed))
        return named && !unclear
            ? Subject(text: persona.they, isPlural: persona.isPlural)
            : Subject(text: persona.noun, isPlural: false)
    }

    /// The first of these openings that doesn't begin like the sentence before.
    func choose(_ candidates: [String]) -> String {
        let last = openings.last ?? ""
        return candidates.first { Narrator.beginning($0) != last } ?? candidates.first ?? ""
    }

    /// Fixed wording with the client named: “{client} {has} made progress”.
    func filled(_ wording: String) -> String {
        wording.replacing("{client}", with: subject.text)
            .replacing("{has}", with: subject.agree("has"))
            .replacing("{was}", with: subject.agree("was"))
            .replacing("{they}", with: persona.they)
            .replacing("{their}", with: persona.their)
    }

    /// What fixed wording may ask for.
    static let words: Set<String> = ["client", "has", "was", "they", "their"]

    mutating func say(_ text: String) {
        openings.append(Narrator.beginning(text))
        othersNamed = text.utf8.split { !Narrator.isOfWord($0) }
            .contains { WordClass.kin.contains(String(Substring($0)).lowercased()) }
    }

    private static func beginning(_ text: String) -> String {
        text.utf8.split(maxSplits: 2) { " \n\t.,;:".utf8.contains($0) }.prefix(2)
            .map { String(Substring($0)).lowercased() }.joined(separator: " ")
    }

    /// A letter of ASCII, or part of any other one.
    private static func isOfWord(_ byte: UInt8) -> Bool {
        (65...90).contains(byte) || (97...122).contains(byte) || byte >= 0x80
    }
}

/// The subject of one sentence.
struct Subject: Equatable, Sendable {
    let text: String
    let isPlural: Bool

    /// A verb given as “reports”, made to agree: she reports, they report.
    func agree(_ verb: String) -> String {
        let pairs = [
            "is": "are", "has": "have", "does": "do", "was": "were", "isn't": "aren't",
            "hasn't": "haven't", "doesn't": "don't", "wasn't": "weren't",
        ]
        if verb.hasPrefix("no longer ") { return "no longer " + agree(String(verb.dropFirst(10))) }
        let words = verb.split(separator: " ", maxSplits: 1).map(String.init)
        if words.count == 2, WordClass.adverbs.contains(words[0].lowercased()) {
            return words[0] + " " + agree(words[1])
        }
        if isPlural { return pairs[verb] ?? Verb.reading(verb)?.agreeing(plural: true) ?? verb }
        if let singular = pairs.first(where: { $0.value == verb })?.key { return singular }
        return Verb.reading(verb)?.agreeing(plural: false) ?? verb
    }
}

/// A sentence before it has an id.
struct Told: Equatable, Sendable {
    var text: String
    var ranges: [Range<Int>]
}
