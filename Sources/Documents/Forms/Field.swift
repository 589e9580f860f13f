/// One thing the therapist fills in, in a form file: what it is called, how it is asked, what fits.
package struct Field: Codable, Equatable, Sendable {
    package let id: String
    package let label: String
    /// What the prompt says when it is asked for on its own.
    package let question: String
    package let hint: String?
    package let aliases: [String]
    package let input: Input
    package let required: Required
    /// When the prompt asks for it without being told that it is needed.
    package let asked: Asked
    /// Whether the text of the client's last session may be taken over, on request. Never for risk,
    /// and never for what the client said or how the client was.
    package let carries: Bool
    /// What it tells about the client, for documents that leave. A field of which nobody said it
    /// leaves in none.
    package let tells: Telling?

    /// What kind of answer fits.
    package enum Input: Equatable, Sendable {
        case text
        /// Several texts, one a line.
        case lines
        /// The client's own words: never changed.
        case quote
        case choice([Choice])
        /// Any number of a closed list, stored as ids with a comma and a blank between.
        case choices([Choice])
        case date
        case time
        case code(CodeSystem)
        case number
        /// Measures and how often; see ``MeasureSchedule``.
        case schedule
    }

    package enum Required: Equatable, Sendable {
        case always
        case never
        /// Only when another field of the form holds one of these values.
        case whenField(id: String, is: [String])
    }

    package enum Asked: Equatable, Sendable {
        case always
        /// Only when a rule finds that it is missing.
        case never
        /// Only when one of these other fields holds one of these values.
        case whenAny([Condition])
    }

    /// Another field of the form, and the values of it that matter.
    package struct Condition: Codable, Equatable, Sendable {
        package let field: String
        package let `is`: [String]

        func holds(in entries: Entries) -> Bool {
            entries.list(field).contains(where: `is`.contains)
        }
    }

    /// Whether the prompt should ask for it, given what is filled in already.
    package func isAsked(given entries: Entries) -> Bool {
        if case .whenField = required { return isRequired(given: entries) }
        return switch asked {
        case .always: true
        case .never: false
        case .whenAny(let conditions): conditions.contains { $0.holds(in: entries) }
        }
    }

    /// Whether it has to be filled in, given what is filled in already.
    func isRequired(given entries: Entries) -> Bool {
        switch required {
        case .always: true
        case .never: false
        case .whenField(let id, let values):
            Condition(field: id, is: values).holds(in: entries)
        }
    }

    /// Everything that this field makes depend on other fields.
    var conditions: [Condition] {
        var all: [Condition] = []
        if case .whenField(let id, let values) = required {
            all.append(Condition(field: id, is: values))
        }
        if case .whenAny(let conditions) = asked { all += conditions }
        return all
    }

    /// One answer of a closed list.
    package struct Choice: Codable, Equatable, Sendable {
        package let id: String
        package let label: String
        package let aliases: [String]

        package init(id: String, label: String, aliases: [String] = []) {
            self.id = id
            self.label = label
            self.aliases = aliases
        }

        private enum CodingKeys: String, CodingKey { case id, label, aliases }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            id = try container.decode(String.self, forKey: .id)
            label = try container.decode(String.self, forKey: .label)
            aliases = try container.decodeIfPresent([String].self, forKey: .aliases) ?? []
        }
    }

    package init(
        id: String, label: String, question: String, hint: String? = nil, aliases: [String] = [],
        input: Input = .text, required: Required = .never, asked: Asked = .always,
        carries: Bool = false, tells: Telling? = nil
    ) {
        self.id = id
        self.label = label
        self.question = question
        self.hint = hint
        self.aliases = aliases
        self.input = input
        self.required = required
        self.asked = asked
        self.carries = carries
        self.tells = tells
    }

    package var choices: [Choice] {
        switch input {
        case .choice(let choices), .choices(let choices): choices
        default: []
        }
    }

    /// A stored value as a person reads it: a choice by its label, a date in words.
    package func shown(_ value: String) -> String {
        switch input {
        case .choice(let choices): choices.first { $0.id == value }?.label ?? value
        case .choices(let choices):
            Entries.list(value).map { id in choices.first { $0.id == id }?.label ?? id }
                .joined(separator: ", ")
        case .date: Day(iso: value)?.spoken ?? value
        case .time: ClockTime(value)?.spoken ?? value
        case .text, .lines, .quote, .code, .number, .schedule: value
        }
    }
}

/// Where the codes of a code field come from.
package enum CodeSystem: String, Codable, Sendable {
    /// Diagnoses over time, in one line; see ``Diagnoses``.
    case icd10cm = "icd-10-cm"
    /// The five characters of a service code; one fits in a field.
    case service
    /// A National Provider Identifier: ten digits, the last a check digit (45 CFR 162.406).
    case npi
}

extension Field {
    private enum CodingKeys: String, CodingKey {
        case id, label, question, hint, aliases, input, choices, codes, required, asked, carries
        case tells
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        label = try container.decode(String.self, forKey: .label)
        question = try container.decode(String.self, forKey: .question)
        hint = try container.decodeIfPresent(String.self, forKey: .hint)
        aliases = try container.decodeIfPresent([String].self, forKey: .aliases) ?? []
        let input = try container.decodeIfPresent(String.self, forKey: .input) ?? "text"
        switch input {
        case "text": self.input = .text
        case "lines": self.input = .lines
        case "quote": self.input = .quote
        case "choice": self.input = .choice(try container.decode([Choice].self, forKey: .choices))
        case "choices":
            self.input = .choices(try container.decode([Choice].self, forKey: .choices))
        case "date": self.input = .date
        case "time": self.input = .time
        case "number": self.input = .number
        case "schedule": self.input = .schedule
        case "code": self.input = .code(try container.decode(CodeSystem.self, forKey: .codes))
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .input, in: container, debugDescription: "no such input")
        }
        if let word = try? container.decodeIfPresent(String.self, forKey: .required) {
            guard word == "always" || word == "never" else {
                throw DecodingError.dataCorruptedError(
                    forKey: .required, in: container, debugDescription: "always or never")
            }
            required = word == "always" ? .always : .never
        } else if let when = try container.decodeIfPresent(Condition.self, forKey: .required) {
            required = .whenField(id: when.field, is: when.is)
        } else {
            required = .never
        }
        if let word = try? container.decodeIfPresent(String.self, forKey: .asked) {
            guard word == "never" else {
                throw DecodingError.dataCorruptedError(
                    forKey: .asked, in: container, debugDescription: "never, or conditions")
            }
            asked = .never
        } else if let conditions = try container.decodeIfPresent([Condition].self, forKey: .asked) {
            asked = .whenAny(conditions)
        } else {
            asked = .always
        }
        carries = try container.decodeIfPresent(Bool.self, forKey: .carries) ?? false
        tells = try container.decodeIfPresent(Telling.self, forKey: .tells)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(label, forKey: .label)
        try container.encode(question, forKey: .question)
        try container.encodeIfPresent(hint, forKey: .hint)
        try container.encode(aliases, forKey: .aliases)
        switch input {
        case .text: try container.encode("text", forKey: .input)
        case .lines: try container.encode("lines", forKey: .input)
        case .quote: try container.encode("quote", forKey: .input)
        case .date: try container.encode("date", forKey: .input)
        case .time: try container.encode("time", forKey: .input)
        case .number: try container.encode("number", forKey: .input)
        case .schedule: try container.encode("schedule", forKey: .input)
        case .choice(let choices):
            try container.encode("choice", forKey: .input)
            try container.encode(choices, forKey: .choices)
        case .choices(let choices):
            try container.encode("choices", forKey: .input)
            try container.encode(choices, forKey: .choices)
        case .code(let system):
            try container.encode("code", forKey: .input)
            try container.encode(system, forKey: .codes)
        }
        switch required {
        case .always: try container.encode("always", forKey: .required)
        case .never: try container.encode("never", forKey: .required)
        case .whenField(let id, let values):
            try container.encode(Condition(field: id, is: values), forKey: .required)
        }
        switch asked {
        case .always: break
        case .never: try container.encode("never", forKey: .asked)
        case .whenAny(let conditions): try container.encode(conditions, forKey: .asked)
        }
        if carries { try container.encode(true, forKey: .carries) }
        try container.encodeIfPresent(tells, forKey: .tells)
    }
}
