/// A stretch between full stops, semicolons or lines, and the clauses its commas make.
struct Statement: Equatable, Sendable {
    var pieces: [Piece]

    /// Cuts a text into statements. A line that breaks within a sentence does not end it.
    static func statements(of pieces: [Piece]) -> [Statement] {
        var statements: [Statement] = []
        var current: [Piece] = []
        var depth = 0
        for (index, piece) in pieces.enumerated() {
            if piece.isMark("(") { depth += 1 }
            if piece.isMark(")") { depth = max(0, depth - 1) }
            let after = index + 1 < pieces.count ? pieces[index + 1] : nil
            let isPoint = [".", "!", "?"].contains(piece.text) && piece.kind == .mark
            let ends =
                depth == 0 && (isPoint || piece.isMark(";"))
                || piece.kind == .lineBreak && !continues(current, after)
            if ends {
                // A note asks, where she asked; it never exclaims.
                if isPoint, piece.text == "?" { current.append(piece) }
                statements.append(Statement(pieces: current))
                current = []
                depth = 0
            } else if piece.kind != .lineBreak {
                current.append(piece)
            }
            // A quotation that ends a sentence ends the statement.
            if piece.kind == .quoted, piece.text.last.map({ ".!?".contains($0) }) ?? false,
                after?.text.first?.isUppercase ?? false
            {
                statements.append(Statement(pieces: current))
                current = []
            }
        }
        statements.append(Statement(pieces: current))
        return statements.compactMap { statement in
            let trimmed = statement.trimmed
            return trimmed.pieces.contains { $0.kind != .mark } ? trimmed : nil
        }
    }

    private static func continues(_ before: [Piece], _ after: Piece?) -> Bool {
        guard let last = before.last, let after, after.kind == .word,
            after.text.first?.isLowercase ?? false
        else { return false }
        let open =
            last.isPreposition || last.isDeterminer || last.isMark(",")
            || WordClass.auxiliaries.contains(last.word)
            || ["and", "or", "but", "with"].contains(last.word)
        return open || (before.range.count >= 50 && before.count >= 8)
    }

    private var trimmed: Statement {
        let outer: (Piece) -> Bool = { piece in
            piece.kind == .mark && ["–", ",", ":", "."].contains(piece.text)
        }
        let kept = pieces.drop(while: outer).reversed().drop(while: outer).reversed()
        return Statement(pieces: Array(kept))
    }

    /// A sentence that was written out, to be left alone but for its abbreviations.
    var isProse: Bool {
        guard let first = pieces.first, first.kind == .word,
            !pieces.contains(where: \.isArrow)
        else { return false }
        let starters = [
            "the", "her", "his", "their", "my", "this", "therapist", "writer", "clinician", "both",
        ]
        let begins =
            WordClass.pronouns.contains(first.word) || starters.contains(first.word)
            || Client.isNoun(first.text) || (first.text.first?.isUppercase ?? false)
        let verb = pieces.prefix(6).dropFirst().firstIndex { piece in
            WordClass.auxiliaries.contains(piece.word)
                || piece.verb.map {
                    $0.form == .past
                        || ($0.form == .third && !Verb.rather.contains($0.base))
                } ?? false
        }
        let function = pieces.filter {
            $0.isDeterminer || $0.isPreposition || $0.isConjunction
                || WordClass.auxiliaries.contains($0.word) || WordClass.pronouns.contains($0.word)
        }
        let abbreviated = pieces.filter {
            !$0.marks.isEmpty && $0.range.count < $0.text.utf8.count / 2
        }
        let commas = pieces.indices.filter { pieces[$0].isMark(",") }
        let joined = commas.contains { index in
            pieces.indices.contains(index + 1)
                && (pieces[index + 1].isConjunction || pieces[index + 1].isPreposition)
        }
        let isNamed =
            WordClass.pronouns.contains(first.word) || starters.contains(first.word)
            || first.isName || Client.isNoun(first.text)
        let isFull =
            isNamed && first.text.first?.isUppercase ?? false && verb != nil && abbreviated.isEmpty
        if isFull, first.isName || Client.isNoun(first.text) || commas.isEmpty,
            (verb ?? 9) <= 2, commas.isEmpty || function.count * 4 >= pieces.count
        {
            return true
        }
        if isFull, function.count * 3 >= pieces.count { return true }
        guard commas.isEmpty || joined else { return false }
        if begins, verb != nil, joined, first.text.first?.isUppercase ?? false,
            WordClass.pronouns.contains(first.word)
        {
            return true
        }
        return begins && verb != nil && function.count >= 3 && abbreviated.count <= pieces.count / 5
    }

    /// The clauses of this statement, cut at commas, dashes and before “and denies”.
    var clauses: [Clause] {
        var clauses: [Clause] = []
        var current: [Piece] = []
        var contrasts = false
        var depth = 0
        let close = { (next: Bool) in
            if !current.isEmpty { clauses.append(Clause(pieces: current, contrasts: contrasts)) }
            current = []
            contrasts = next
        }
        for (index, piece) in pieces.enumerated() {
            if piece.isMark("(") { depth += 1 }
            if piece.isMark(")") { depth = max(0, depth - 1) }
            let after = pieces[(index + 1)...]
            if depth == 0, piece.isMark(",") || piece.isMark("–") {
                if Clause.goesOn(after), !current.isEmpty {
                    if piece.isMark("–") || !Clause.isPlain(after) { current.append(piece) }
                } else {
                    close(false)
                }
            } else if depth == 0, piece.word == "but" || piece.word == "and",
                Clause.startsAnew(after) || (piece.word == "but" && !after.isEmpty),
                !(current.last?.isAdjective ?? false && after.first?.isAdjective ?? false)
            {
                close(piece.word == "but")
            } else if !(current.isEmpty && piece.isConjunction) {
                current.append(piece)
            }
        }
        close(false)
        return clauses
    }
}

struct Clause: Equatable, Sendable {
    var pieces: [Piece]
    var contrasts = false

    /// “especially at night”, “when alone”: belongs to what stands before the comma.
    static func goesOn(_ pieces: ArraySlice<Piece>) -> Bool {
        guard let first = pieces.first else { return false }
        let isAlone = pieces.dropFirst().first.map { $0.kind == .mark } ?? true
        if isAlone,
            [
                "recurrent", "moderate", "mild", "severe", "active", "inattentive", "hyperactive",
                "chronic", "acute", "mild to moderate", "moderate to severe",
            ].contains(first.word)
        {
            return true
        }
        if [
            "first", "worst", "above", "below", "which", "who", "where", "when", "while", "because",
            "since", "if", "due", "especially",
            "related", "including", "mostly", "leading to", "although", "though", "as", "per",
            "regarding", "after", "before", "during", "like", "then", "at", "in", "for", "by",
            "around",
        ].contains(first.word) {
            return true
        }
        if first.word == "not", let next = pieces.dropFirst().first, !next.isAdjective,
            !next.isGerund, next.verb == nil, !["out", "home", "there"].contains(next.word),
            !next.isAdverb, !next.isPreposition, next.isPlainWord
        {
            return true
        }
        return first.isNumber && first.isCount
    }

    static func isPlain(_ pieces: ArraySlice<Piece>) -> Bool {
        guard let first = pieces.first else { return false }
        return ["due", "related", "because", "leading to", "regarding", "per"].contains(first.word)
            || first.isCount
    }

    /// After “and”: a verb or a denial begins another fact.
    static func startsAnew(_ pieces: ArraySlice<Piece>) -> Bool {
        guard let first = pieces.first else { return false }
        if first.word == "no" || first.word == "not" { return true }
        guard let verb = first.verb else {
            return WordClass.auxiliaries.contains(first.word)
        }
        return (verb.form == .third || verb.form == .past)
            && !Verb.rather.contains(verb.base) && !first.isAdjective
    }
}

/// The words a therapist uses for the person the note is about.
enum Client {
    private static let forms: Set<String> = ["ct", "cl", "clt", "pt", "client", "patient"]

    /// PT in capitals could be physical therapy, so it is not taken for the patient.
    static func isNoun(_ written: String) -> Bool {
        written != "PT" && forms.contains(written.lowercased())
    }

    static func isPossessive(_ written: String) -> Bool {
        for ending in ["'s", "’s"] where written.hasSuffix(ending) {
            return isNoun(String(written.dropLast(2)))
        }
        return false
    }
}
