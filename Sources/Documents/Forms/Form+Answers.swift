extension Form {
    /// The stored form of one answer: a choice by its id, a date as 2026-11-16, a time as 14:05.
    package func accept(_ answer: String, for field: Field) throws(EntryError) -> String {
        let text = answer.trimmingBlanks()
        guard !text.isEmpty else { throw .empty(label: field.label) }
        guard text.utf8.count <= Form.largestJotting else { throw .tooLong(label: field.label) }
        guard text.unicodeScalars.allSatisfy({ $0 == "\n" || !$0.isHidden }) else {
            throw .hiddenCharacter(label: field.label)
        }
        switch field.input {
        case .text, .lines, .quote: return text
        case .choice(let choices): return try Answer.choice(text, of: choices, field.label)
        case .choices(let choices):
            var chosen: Set<String> = []
            for part in text.split(whereSeparator: { ",;\n".contains($0) })
            where !part.trimmingBlanks().isEmpty {
                chosen.insert(try Answer.choice(part.trimmingBlanks(), of: choices, field.label))
            }
            guard !chosen.isEmpty else { throw .empty(label: field.label) }
            return choices.map(\.id).filter(chosen.contains).joined(separator: ", ")
        case .date: return try Answer.date(text, field.label).iso
        case .time:
            guard let time = Answer.time(text) else { throw .notATime(label: field.label) }
            return time.text
        case .number:
            let digits = text.split(separator: ".", omittingEmptySubsequences: false)
            guard digits.count <= 2, text.count <= 12,
                digits.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } })
            else { throw .notANumber(label: field.label) }
            return text
        case .schedule:
            guard let schedule = MeasureSchedule(typed: text) else {
                throw .notASchedule(label: field.label)
            }
            return schedule.text
        case .code(.icd10cm):
            do throws(DiagnosesError) {
                let line = try Diagnoses(text)
                if let diagnoses { try line.checked(against: diagnoses) }
                return line.text
            } catch {
                throw .diagnoses(label: field.label, error)
            }
        case .code(let system):
            guard let code = Answer.code(text, system) else {
                throw .notACode(label: field.label)
            }
            return code
        }
    }
}

/// How typed answers become stored ones.
enum Answer {
    /// By id, label or alias; by number in the list; or by the first letters of one choice.
    static func choice(
        _ text: String, of choices: [Field.Choice], _ label: String
    ) throws(EntryError) -> String {
        let wanted = Form.folded(text)
        let names = { (choice: Field.Choice) in
            ([choice.id, choice.label] + choice.aliases).map(Form.folded)
        }
        if let exact = choices.first(where: { names($0).contains(wanted) }) { return exact.id }
        if let number = Int(text), number >= 1, number <= choices.count {
            return choices[number - 1].id
        }
        let begun = choices.filter {
            names($0).contains { !wanted.isEmpty && $0.hasPrefix(wanted) }
        }
        if begun.count == 1, let only = begun.first { return only.id }
        guard begun.isEmpty else {
            throw .severalChoices(label: label, choices: begun.map(\.label))
        }
        throw .noSuchChoice(label: label, choices: choices.map(\.label))
    }

    /// 2026-11-16, 11/16/2026, Nov 16 2026, November 16, 2026, 16 Nov 2026.
    static func date(_ text: String, _ label: String) throws(EntryError) -> Day {
        if let day = Day(iso: text) { return day }
        let parts = text.split { "-/., ".contains($0) }.map(String.init)
        guard parts.count == 3, text.first?.isLetter == true || text.first?.isNumber == true else {
            throw .notADate(label: label)
        }
        let months = parts.map(monthNumber)
        let numbers = parts.map { $0.count <= 4 && $0.allSatisfy(\.isASCII) ? Int($0) : nil }
        let order: (year: Int, month: Int?, day: Int?)
        if months[0] != nil {
            order = (2, months[0], numbers[1])
        } else if months[1] != nil {
            order = (2, months[1], numbers[0])
        } else if parts[0].count == 4 {
            order = (0, numbers[1], numbers[2])
        } else {
            order = (2, numbers[0], numbers[1])
        }
        guard let year = numbers[order.year], let month = order.month, let day = order.day else {
            throw .notADate(label: label)
        }
        guard parts[order.year].count == 4 else { throw .yearNeedsFourDigits(label: label) }
        guard let found = Day(year: year, month: month, day: day) else {
            throw .notADate(label: label)
        }
        return found
    }

    /// 14:05, 2:05 pm, 2pm, 2p, 1405.
    static func time(_ text: String) -> ClockTime? {
        var rest = text.lowercased().filter { !$0.isWhitespace && $0 != "." }
        var half: Character?
        for ending in ["am", "pm", "a", "p"] where half == nil && rest.hasSuffix(ending) {
            half = ending.first
            rest.removeLast(ending.count)
        }
        guard rest.allSatisfy({ ($0.isASCII && $0.isNumber) || $0 == ":" }) else { return nil }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        let digits: (String, String)
        switch (parts.count, rest.count) {
        case (2, _) where parts[1].count == 2: digits = (String(parts[0]), String(parts[1]))
        case (1, 1...2) where half != nil: digits = (rest, "00")
        case (1, 3...4): digits = (String(rest.dropLast(2)), String(rest.suffix(2)))
        default: return nil
        }
        guard digits.0.count <= 2, var hour = Int(digits.0), let minute = Int(digits.1) else {
            return nil
        }
        if let half {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (half == "p" ? 12 : 0)
        }
        return ClockTime(hour: hour, minute: minute)
    }

    /// A code in capitals, or nil if it hasn't the form its system asks for.
    static func code(_ text: String, _ system: CodeSystem) -> String? {
        let code = text.uppercased()
        let isFormed =
            switch system {
            case .service: isServiceCode(code)
            case .npi: isProviderIdentifier(code)
            case .icd10cm: DiagnosisCodes.isFormed(code)
            }
        return isFormed ? code : nil
    }

    private static func isServiceCode(_ code: String) -> Bool {
        let signs = Array(code)
        return signs.count == 5 && signs.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter) }
            && signs[1...3].allSatisfy(\.isNumber)
    }

    /// Ten digits that, behind 80840, end in the check digit of ISO/IEC 7812 (Luhn).
    private static func isProviderIdentifier(_ code: String) -> Bool {
        let digits = code.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
        guard code.count == 10, digits.count == 10 else { return false }
        let sum = digits.reversed().enumerated().reduce(24) { sum, digit in
            let doubled = digit.element * 2
            return sum
                + (digit.offset.isMultiple(of: 2) ? digit.element : doubled / 10 + doubled % 10)
        }
        return sum.isMultiple(of: 10)
    }

    private static func monthNumber(_ word: String) -> Int? {
        let wanted = word.lowercased()
        guard wanted.count >= 3 else { return nil }
        return Day.monthNames.firstIndex { $0.lowercased().hasPrefix(wanted) }.map { $0 + 1 }
    }
}
