package import Wording

/// What she taught the vault: `;breath` for words she writes often, and which of its meanings a short
/// form such as MS has in her practice.
package struct OwnPhrases: Codable, Equatable, Sendable {
    /// By name, without the semicolon.
    package private(set) var phrases: [String: String] = [:]
    /// By short form, as it is typed.
    package private(set) var meanings: [String: String] = [:]

    package init() {}

    package static let longestName = 20

    package mutating func set(phrase name: String, to text: String) throws(PhraseError) {
        guard (1...Self.longestName).contains(name.count),
            name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        else { throw .badName }
        phrases[name.lowercased()] = try Self.taken(text)
    }

    package mutating func set(meaning of: String, to text: String) throws(PhraseError) {
        meanings[of] = try Self.taken(text)
    }

    /// What is written out stands in documents, where nothing may hide.
    private static func taken(_ text: String) throws(PhraseError) -> String {
        let written = text.trimmingBlanks()
        guard !written.isEmpty else { throw .noText }
        guard written.unicodeScalars.allSatisfy({ $0 == "\n" || !$0.isHidden }) else {
            throw .hiddenCharacter
        }
        return written
    }

    /// A phrase, with or without its semicolon, or a short form.
    package mutating func remove(_ name: String) throws(PhraseError) {
        let phrase = (name.hasPrefix(";") ? String(name.dropFirst()) : name).lowercased()
        guard
            phrases.removeValue(forKey: phrase) != nil
                || meanings.removeValue(forKey: name.uppercased()) != nil
                || meanings.removeValue(forKey: name) != nil
        else { throw .unknown }
    }

    /// The text with her phrases and meanings written out. What stands between quotation marks is
    /// somebody's own words and stays.
    package func expanded(_ text: String) -> String {
        guard !phrases.isEmpty || !meanings.isEmpty else { return text }
        var written = ""
        var rest = text[...]
        var isQuoted = false
        while let sign = rest.first {
            if "\"“”".contains(sign) { isQuoted = sign == "“" || (sign == "\"" && !isQuoted) }
            let begins = written.last.map { $0.isWhitespace || "(/,".contains($0) } ?? true
            let isPhrase = sign == ";"
            let word = (isPhrase ? rest.dropFirst() : rest)
                .prefix { $0.isLetter || $0.isNumber || $0 == "-" }
            if begins, !isQuoted, !word.isEmpty,
                let long = isPhrase ? phrases[word.lowercased()] : meanings[String(word)]
            {
                written += long
                rest = rest.dropFirst(word.count + (isPhrase ? 1 : 0))
            } else {
                let kept = begins && !isPhrase && !word.isEmpty ? word.count : 1
                written += rest.prefix(kept)
                rest = rest.dropFirst(kept)
            }
        }
        return written
    }

    /// The same for every field of a form that holds her own words.
    package func expanded(_ jotting: Entries, of form: Form) -> Entries {
        var jotting = jotting
        for field in form.fields where [.text, .lines].contains(field.input) {
            if let text = jotting[field.id] { jotting[field.id] = expanded(text) }
        }
        return jotting
    }

    /// The short forms in a jotting that can mean more than one thing, each once.
    package static func unclear(in jotting: Entries, for kind: DocumentKind) -> [String] {
        var found: [String] = []
        for field in kind.form.fields where [.text, .lines].contains(field.input) {
            guard let text = jotting[field.id], let voice = kind.pattern(of: field.id)?.voice,
                voice != .quote, voice != .words
            else { continue }
            for form in Expansion(tellsWork: voice == .therapistDid).ambiguous(in: text)
            where !found.contains(form) { found.append(form) }
        }
        return found
    }
}

package enum PhraseError: UserFacing, Equatable {
    case badName
    case noText
    case hiddenCharacter
    case unknown

    package var code: String {
        switch self {
        case .badName: "phrase.bad-name"
        case .noText: "phrase.no-text"
        case .hiddenCharacter: "phrase.hidden-character"
        case .unknown: "phrase.unknown"
        }
    }

    package var problem: String {
        switch self {
        case .badName: "A phrase can't have this name."
        case .noText: "A phrase without a text stands for nothing."
        case .hiddenCharacter: "The words hold an invisible control character."
        case .unknown: "There is no phrase of this name."
        }
    }

    package var nextStep: String {
        switch self {
        case .badName: "Take up to 20 letters, digits and hyphens."
        case .noText: "Write what it stands for."
        case .hiddenCharacter: "Type them again."
        case .unknown: "Look at those there are with `vault phrase list`."
        }
    }

    package var exitCode: ExitCode { .failed }
}
