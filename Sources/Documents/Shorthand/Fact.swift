/// One thing a jotting says, taken apart far enough to be told in a sentence.
struct Fact: Equatable, Sendable {
    var shape: Shape
    /// The stretch of her text it was read from.
    var range: Range<Int>
    /// It was joined by “but”.
    var contrasts = false
    /// A comma leaves open whether what follows is denied too; her comma stays, and is pointed out.
    var hasUnclearScope = false

    enum Shape: Equatable, Sendable {
        /// “increased anxiety”: can follow “reports”.
        case noun(String)
        /// “psychosis” in “no psychosis”.
        case absence(String)
        /// “not sleeping”.
        case gerund(String)
        /// “overwhelmed by work”, an adjective about the client.
        case state(String, isFeeling: Bool)
        /// “mood” and “low”; the noun is “low mood” where that says the same.
        case topic(Topic)
        /// What is denied.
        case denial(String, past: Bool)
        /// An explicit “reports”, “endorses”, with what is said.
        case says(Verb, Complement)
        /// A verb whose subject is the client, unless another voice says otherwise.
        case predicate(Predicate)
        /// A clause with a subject of its own: “husband left”.
        case clause(String)
        /// A written sentence, to be kept.
        case sentence(String)
        /// “homework: thought record daily”.
        case labelled(String, [Fact])
    }

    struct Topic: Equatable, Sendable {
        var subject: String
        var value: String
        var noun: String?
        /// It was done once and for all: “was reviewed”, not “is low”.
        var isEvent = false

        var isPlural: Bool { Fact.isPlural(subject) }

        /// What still is so stays in the present.
        var isPast: Bool { !value.split(separator: " ").contains { $0 == "still" || $0 == "now" } }
    }

    struct Predicate: Equatable, Sendable {
        /// The verb as typed: “went”, “hasn't”.
        var verb: String
        var rest: String
        /// The client stands before it in her text.
        var namesClient = false

        var reading: Verb? { Verb.reading(verb) }

        /// “dishevelled”, known only by its ending and with nothing after it: how the client was.
        var looksLike: Bool {
            rest.isEmpty && !namesClient && reading == nil && verb.lowercased().hasSuffix("ed")
        }

        var isPast: Bool {
            if let reading { return reading.form == .past || reading.form == .participle }
            return ["didn't", "wasn't", "weren't", "couldn't", "hadn't"].contains(verb.lowercased())
        }
    }

    enum Complement: Equatable, Sendable {
        case noun(String)
        /// Anything that follows the verb as it is: “that …”, “she …”, “to …”, a quotation.
        case words(String)
    }

    /// Where states and things are told, “unlisted grief” is a thing: a verb known only by its
    /// ending is not taken for one.
    var asThing: Fact {
        guard case .predicate(let predicate) = shape, !predicate.namesClient,
            predicate.reading == nil, predicate.verb.lowercased().hasSuffix("ed"),
            !predicate.rest.isEmpty
        else { return self }
        var fact = self
        fact.shape = .noun("\(predicate.verb) \(predicate.rest)")
        return fact
    }

    static func isPlural(_ noun: String) -> Bool {
        let words = noun.split(separator: " ").map { $0.lowercased() }
        let head = words.prefix { !["of", "with", "to", "in", "for", "about", "at"].contains($0) }
        let treatments = ["therapy", "prevention", "treatment", "disorder", "work"]
        if treatments.contains(head.last ?? "") { return false }
        if head.contains("and"), !head.contains("or") { return true }
        let last = head.last ?? ""
        if ["children", "people", "feet", "kids"].contains(last) { return true }
        return last.hasSuffix("s") && !["ss", "us", "is"].contains { last.hasSuffix($0) }
            && last != "suds"
    }
}
