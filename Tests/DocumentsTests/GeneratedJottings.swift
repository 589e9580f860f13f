import Documents
import Testing

/// Thousands of jottings put together from parts of which it is known what they say: whatever the
/// order, nothing is lost, nothing is added, nothing denied is told as being so, and who said it stays.
@Suite struct `A generated jotting` {
    /// What is typed, and what must come of it.
    struct Part {
        var typed: String
        /// Words that must stand in the draft as they are.
        var kept: [String] = []
        /// What is so, and what is denied, as it is written out.
        var affirmed: [String] = []
        var denied: [String] = []
    }

    struct Dice {
        private var state: UInt64

        init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

        mutating func roll(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }

        mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(values.count)] }

        mutating func number(_ range: ClosedRange<Int> = 3...9) -> String {
            String(range.lowerBound + roll(range.count))
        }
    }

    private static let names = ["Jonas", "Ana", "Tomek", "Ms. Placeholder", "Dr. Invented"]
    private static let drugs = ["sertraline", "Zoloft", "lorazepam", "Lexapro", "trazodone"]
    private static let symptoms = [
        ("anx", "anxiety"), ("insomnia", "insomnia"), ("fatigue", "fatigue"), ("worry", "worry"),
        ("irritability", "irritability"), ("panic", "panic"),
        ("nightmares", "nightmares"), ("appetite loss", "appetite loss"),
    ]
    private static let days = ["Monday", "Tuesday", "Friday"]

    @Sendable private static func reported(_ dice: inout Dice) -> Part {
        let (short, long) = dice.pick(symptoms)
        let name = dice.pick(names)
        let drug = dice.pick(drugs)
        let (low, high) = (dice.number(3...4), dice.number(5...9))
        switch dice.roll(19) {
        case 0: return Part(typed: "↑ \(short)", affirmed: [long])
        case 1: return Part(typed: "\(short) ↓ this wk", affirmed: [long])
        case 2: return Part(typed: "slp \(low)-\(high)h", kept: [low, high])
        case 3: return Part(typed: "slept \(low)h", kept: [low])
        case 4: return Part(typed: "\(short) \(high)/10", kept: [high, "10"], affirmed: [long])
        case 5: return Part(typed: "missed \(low) shifts", kept: [low], affirmed: ["missed"])
        case 6: return Part(typed: "argued w/ \(name)", kept: [name], affirmed: ["argued"])
        case 7: return Part(typed: "\(name) called on \(dice.pick(days))", kept: [name])
        case 8: return Part(typed: "taking \(drug) \(high)5 mg", kept: [drug, high + "5"])
        case 9:
            return Part(typed: "forgot \(drug) x\(low)", kept: [drug, low], affirmed: ["forgot"])
        case 10: return Part(typed: "\(drug) ↑ to \(high)0mg", kept: [drug, high + "0"])
        case 11: return Part(typed: "denies \(short)", denied: [long])
        case 12: return Part(typed: "no \(short)", denied: [long])
        case 13: return Part(typed: "denies SI/HI", denied: ["suicidal", "homicidal"])
        case 14: return Part(typed: "has not seen \(name)", kept: [name], denied: ["seen"])
        case 15:
            return Part(typed: "\(short) \(high)->\(low)", kept: [high, low], affirmed: [long])
        case 16: return Part(typed: "\(high) beers/night", kept: [high, "beers"])
        case 17: return Part(typed: "says \"I can't w/ this\"", kept: ["“I can't w/ this”"])
        default: return Part(typed: "\(short) since \(dice.pick(days))", affirmed: [long])
        }
    }

    @Sendable private static func observed(_ dice: inout Dice) -> Part {
        switch dice.roll(6) {
        case 0: return Part(typed: "mood anx, affect flat", affirmed: ["anxious", "flat"])
        case 1:
            let name = dice.pick(names)
            return Part(
                typed: "tearful when discussing \(name)", kept: [name], affirmed: ["tearful"])
        case 2: return Part(typed: "no psychosis", denied: ["psychosis"])
        case 3: return Part(typed: "not oriented to date", denied: ["oriented"])
        case 4: return Part(typed: "speech soft", affirmed: ["soft"])
        default: return Part(typed: "A&Ox4", kept: ["4"], affirmed: ["oriented"])
        }
    }

    @Sendable private static func did(_ dice: inout Dice) -> Part {
        let count = dice.number()
        switch dice.roll(6) {
        case 0: return Part(typed: "CBT thought record re work", kept: ["CBT"])
        case 1: return Part(typed: "reviewed \(count) steps of exposure", kept: [count])
        case 2:
            let name = dice.pick(names)
            return Part(typed: "role play w/ call to \(name)", kept: [name])
        case 3: return Part(typed: "taught box breathing", affirmed: ["box breathing"])
        case 4:
            let drug = dice.pick(drugs)
            return Part(typed: "psychoed re \(drug)", kept: [drug])
        default: return Part(typed: "exposure x\(count)", kept: [count])
        }
    }

    @Sendable private static func response(_ dice: inout Dice) -> Part {
        let count = dice.number()
        switch dice.roll(4) {
        case 0: return Part(typed: "named \(count) triggers", kept: [count], affirmed: ["named"])
        case 1: return Part(typed: "did not complete the worksheet", denied: ["complete"])
        case 2: return Part(typed: "anx \(count)/10 at end", kept: [count, "10"])
        default: return Part(typed: "engaged", affirmed: ["engaged"])
        }
    }

    @Sendable private static func plan(_ dice: inout Dice) -> Part {
        let count = dice.number()
        let name = dice.pick(names)
        switch dice.roll(5) {
        case 0: return Part(typed: "cont walks x\(count)/wk", kept: [count])
        case 1: return Part(typed: "call \(name) by Friday", kept: [name, "Friday"])
        case 2: return Part(typed: "f/u \(count) wks", kept: [count])
        case 3: return Part(typed: "no contact w/ \(name)", kept: [name], denied: ["contact"])
        default: return Part(typed: "log slp nightly")
        }
    }

    private static let fields: [(String, @Sendable (inout Dice) -> Part)] = [
        ("reported", reported), ("reported", reported), ("reported", reported),
        ("observed", observed), ("did", did), ("response", response), ("plan", plan),
    ]

    private static func jotting(_ dice: inout Dice) -> (String, [Part], String) {
        let (field, part) = dice.pick(fields)
        var parts: [Part] = []
        var typed = ""
        for _ in 0...dice.roll(4) {
            let next = part(&dice)
            // Each once: what is said twice can't be told from what was lost.
            guard !parts.contains(where: { $0.typed == next.typed }) else { continue }
            // How far a denial reaches over a comma, only she can say.
            let joint = parts.last.map { last in
                last.denied.isEmpty
                    ? dice.pick([", ", "; ", ". ", "\n"]) : dice.pick(["; ", ". ", "\n"])
            }
            typed += (joint ?? "") + next.typed
            parts.append(next)
        }
        return (field, parts, typed)
    }

    @Test(arguments: 0..<40)
    func `is told whole, and nothing else is`(seed: Int) throws {
        var dice = Dice(seed: seed)
        for _ in 0..<75 {
            let (field, parts, typed) = Self.jotting(&dice)
            let text = try Sample.prose(field, typed)
            #expect(try Sample.prose(field, typed) == text)
            let about = Comment("\(field): \(typed)\n→ \(text)")
            for word in parts.flatMap(\.kept) { #expect(Self.holds(text, word), about) }
            #expect(Self.numbers(text).isSubset(of: Self.numbers(typed)), about)
            let clauses = text.split { ".;\n".contains($0) }.map { String($0) }
            for long in parts.flatMap(\.denied)
            where !parts.contains(where: { $0.affirmed.contains(long) }) {
                let telling = clauses.filter { Self.holds($0, long) }
                #expect(!telling.isEmpty, about)
                #expect(telling.allSatisfy { Self.isDenied(long, in: $0) }, about)
            }
            for long in parts.flatMap(\.affirmed)
            where !parts.contains(where: { $0.denied.contains(long) }) {
                let telling = clauses.filter { Self.holds($0, long) }
                #expect(!telling.isEmpty, about)
                #expect(telling.allSatisfy { !Self.isNegated(long, in: $0) }, about)
            }
            Self.checkSpeaker(field, text, about)
            let strange = Self.strangeWords(text, typed)
            #expect(strange.isEmpty, "\(strange) \(about)")
        }
    }

    private static func checkSpeaker(_ field: String, _ text: String, _ about: Comment) {
        let lower = text.lowercased()
        switch field {
        case "reported": #expect(!lower.contains("therapist"), about)
        case "observed", "did", "plan": #expect(!lower.contains(" reports"), about)
        default: break
        }
    }

    private static func holds(_ text: String, _ words: String) -> Bool {
        text.lowercased().contains(words.lowercased())
    }

    private static let negations: Set<String> = [
        "no", "not", "denies", "denied", "without", "never", "hasn't", "isn't", "wasn't", "didn't",
    ]

    private static func words(before long: String, in clause: String) -> [String] {
        guard let place = clause.lowercased().firstRange(of: long.lowercased()) else { return [] }
        return clause.lowercased()[..<place.lowerBound].split { !$0.isLetter && $0 != "'" }
            .map(String.init)
    }

    private static func isDenied(_ long: String, in clause: String) -> Bool {
        !negations.isDisjoint(with: words(before: long, in: clause))
    }

    /// A denial that begins shortly before it.
    private static func isNegated(_ long: String, in clause: String) -> Bool {
        let item = clause.split(separator: ",").first { holds(String($0), long) } ?? ""
        return !negations.isDisjoint(with: words(before: long, in: String(item)).suffix(2))
    }

    private static func numbers(_ text: String) -> Set<String> {
        Set(text.split { !$0.isNumber }.map(String.init))
    }

    /// Words of the draft that come neither from what was typed nor from how sentences are built.
    private static func strangeWords(_ text: String, _ typed: String) -> [String] {
        let given = Set(typed.lowercased().split { !$0.isLetter })
        return text.lowercased().split { !$0.isLetter }.filter { word in
            !given.contains(word) && !building.contains(String(word))
                && !given.contains { $0.count > 3 && word.hasPrefix($0.dropLast()) }
        }.map(String.init)
    }

    private static let building = Set(
        """
        client therapist she her reports also describes notes adds states that and the a an of in to
        with is was were has at from up per used provided observed interventions included following
        plan includes increase increased decreased change times
        anxiety sleep hours week weeks regarding suicidal homicidal ideation anxious follow alert
        oriented logging
        """.split { $0.isWhitespace }.map(String.init))
}
