/// Numbers as shorthand writes them: 4-5h, x3/wk, 2/10, 50mg, 2p. Every digit is kept.
enum Numbers {
    struct Reading: Equatable {
        var text: String
        /// How many tokens it takes.
        var count: Int
        var isCount = false
    }

    private static let units: [String: String] = [
        "h": "hour", "hr": "hour", "hrs": "hour", "hour": "hour", "hours": "hour",
        "min": "minute", "mins": "minute", "minute": "minute", "minutes": "minute",
        "d": "day", "day": "day", "days": "day", "w": "week", "wk": "week", "wks": "week",
        "week": "week", "weeks": "week", "mo": "month", "mos": "month", "month": "month",
        "months": "month", "y": "year", "yr": "year", "yrs": "year", "year": "year",
        "years": "year", "night": "night", "nights": "night", "nite": "night", "nites": "night",
        "sec": "second", "secs": "second", "session": "session", "sessions": "session",
    ]
    private static let measures: Set = ["mg", "mcg", "ml", "g", "lb", "lbs", "kg", "oz"]
    private static let wholeDay: [String: String] = ["a": "AM", "am": "AM", "p": "PM", "pm": "PM"]

    /// Reads a number at this place; nil if it is none, or written in a way not known here.
    static func reading(_ tokens: ArraySlice<Token>) -> Reading? {
        guard let first = tokens.first, first.kind == .word else { return nil }
        let word = first.text.lowercased()
        let next = following(tokens)
        if word == "x" || word == "×", let next, next.first?.isNumber ?? false,
            var reading = read(next, after: tokens.dropFirst(), times: true)
        {
            reading.count += 1
            return reading
        }
        let marked = word.hasPrefix("x") || word.hasPrefix("×")
        let digits = marked ? String(word.dropFirst()) : word
        guard digits.first?.isNumber ?? false else { return nil }
        return read(digits, after: tokens, times: marked)
    }

    private static func following(_ tokens: ArraySlice<Token>) -> String? {
        guard let next = tokens.dropFirst().first, next.kind == .word else { return nil }
        return next.text.lowercased()
    }

    private static func read(
        _ written: String, after tokens: ArraySlice<Token>, times: Bool
    ) -> Reading? {
        var scanner = Scanner(written)
        guard let amount = scanner.amount() else { return nil }
        var times = times
        var rest = scanner.rest
        if rest == "x" || rest.hasPrefix("x/") || rest == "×"
            || (rest.hasPrefix("x") && units[String(rest.dropFirst())] != nil)
        {
            times = true
            rest = String(rest.dropFirst())
            if units[rest] != nil { rest = "/" + rest }
        }
        let parts = rest.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2 else { return nil }
        var unit = parts[0]
        var per = parts.count == 2 ? parts[1] : nil
        var count = 1
        let next = following(tokens)
        if unit.isEmpty, per == nil, let next {
            if let half = wholeDay[next], next.count == 2 {
                return Reading(text: "\(amount.text) \(half)", count: 2)
            }
            if next == "yo" || next == "y/o" {
                return Reading(text: "\(amount.text)-year-old", count: 2)
            }
            if next == "x", !times {
                return Reading(text: amount.timesOver, count: 2, isCount: true)
            }
            if let slash = next.firstIndex(of: "/"),
                units[String(next[next.index(after: slash)...])] != nil,
                units[String(next[..<slash])] != nil
            {
                unit = String(next[..<slash])
                per = String(next[next.index(after: slash)...])
                count = 2
            } else if units[next] != nil || measures.contains(next) {
                // “3x wk” is a rate, “x3 wks” a duration.
                if written.hasSuffix("x"), units[next] != nil, !next.hasSuffix("s") {
                    per = next
                } else {
                    unit = next
                }
                count = 2
            }
        }
        return phrase(amount, times: times, unit: unit, per: per, count: count)
    }

    private static func phrase(
        _ amount: Amount, times: Bool, unit: String, per: String?, count: Int
    ) -> Reading? {
        var text = amount.text
        if let per {
            guard let known = units[per] else { return nil }
            if times, unit.isEmpty {
                text = amount.timesOver
            } else if let name = units[unit] {
                text += " " + (amount.isOne ? name : name + "s")
            } else if !unit.isEmpty {
                guard measures.contains(unit) else { return nil }
                text += " " + unit
            }
            return Reading(text: "\(text) per \(known)", count: count)
        }
        if unit.isEmpty {
            guard times else { return Reading(text: text, count: count) }
            return Reading(text: amount.timesOver, count: count, isCount: true)
        }
        if let half = wholeDay[unit], !amount.isFraction {
            return Reading(text: "\(text) \(half)", count: count)
        }
        if unit == "yo" { return Reading(text: "\(text)-year-old", count: count) }
        if measures.contains(unit) { return Reading(text: "\(text) \(unit)", count: count) }
        guard let name = units[unit] else {
            return ["%", "+", "s", "st", "nd", "rd", "th"].contains(unit)
                ? Reading(text: text + unit, count: count) : nil
        }
        if amount.isFraction { text = amount.outOf }
        text += " " + (amount.isOne ? name : name + "s")
        return Reading(text: times ? "for " + text : text, count: count)
    }

    struct Amount {
        var text: String
        var isFraction = false
        var outOf = ""
        var isOne: Bool { text == "1" }

        /// How often: once, twice, 3 times.
        var timesOver: String {
            switch text {
            case "1": "once"
            case "2": "twice"
            default: "\(text) times"
            }
        }
    }

    private struct Scanner {
        private var signs: [Character]

        init(_ text: String) { signs = Array(text) }

        var rest: String { String(signs) }

        private mutating func number() -> String? {
            var taken = 0
            while taken < signs.count {
                let inner =
                    ".,:".contains(signs[taken]) && taken > 0
                    && signs.indices.contains(taken + 1) && signs[taken + 1].isNumber
                guard signs[taken].isNumber || inner else { break }
                taken += 1
            }
            guard taken > 0 else { return nil }
            defer { signs.removeFirst(taken) }
            return String(signs[..<taken])
        }

        mutating func amount() -> Amount? {
            guard let first = number() else { return nil }
            guard let joint = signs.first, signs.indices.contains(1), signs[1].isNumber else {
                return Amount(text: first)
            }
            if joint == "-" || joint == "–" {
                signs.removeFirst()
                return Amount(text: "\(first)–\(number() ?? "")")
            }
            guard joint == "/" else { return Amount(text: first) }
            signs.removeFirst()
            var parts = [first, number() ?? ""]
            if signs.first == "/", signs.indices.contains(1), signs[1].isNumber {
                signs.removeFirst()
                parts.append(number() ?? "")
            }
            return Amount(
                text: parts.joined(separator: "/"), isFraction: parts.count == 2,
                outOf: "\(parts[0]) of \(parts[1])")
        }
    }

    /// Which words after a number are units, for fractions such as 4/7 days.
    static func isUnit(_ word: String) -> Bool { units[word.lowercased()] != nil }
}
