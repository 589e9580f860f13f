extension Diagnoses {
    /// Reads a line that was typed or kept. Commas, semicolons, blanks and brackets part words;
    /// a date belongs to the code before it: `since` a day, `until` a day, a day `to` a day.
    package init(_ text: String) throws(DiagnosesError) {
        guard text.utf8.count <= 8000 else { throw .tooMany }
        let words = text.replacing("–", with: " to ").replacing("?", with: " ? ")
            .split { $0.isWhitespace || ",;()".contains($0) }
        var found: [Reading] = []
        for word in words {
            let place = found.count
            if let mark = Mark(rawValue: word.lowercased()) {
                guard place > 0, found[place - 1].take(mark) else { throw .notADate(place: place) }
            } else if word.first?.isNumber ?? false {
                guard place > 0, let day = try? Answer.date(String(word), ""),
                    found[place - 1].take(day)
                else { throw .notADate(place: max(place, 1)) }
            } else {
                let code = word.uppercased()
                guard DiagnosisCodes.isFormed(code) else { throw .notACode(place: place + 1) }
                found.append(Reading(code: code))
            }
        }
        if let open = found.firstIndex(where: { $0.expects != nil }) {
            throw .notADate(place: open + 1)
        }
        try self.init(
            found.map {
                Diagnosis(
                    code: $0.code, isProvisional: $0.isProvisional, since: $0.since,
                    until: $0.until)
            })
    }

    /// What stands between a code and its dates.
    private enum Mark: String {
        case since, from, until, through, to
        case hyphen = "-"
        case provisional = "?"
    }

    /// A diagnosis as far as it has been read.
    private struct Reading {
        let code: String
        var isProvisional = false
        var since: Day?
        var until: Day?
        /// The side that the next date must be of.
        var expects: Side?

        enum Side { case since, until }

        /// False if the mark makes no sense here.
        mutating func take(_ mark: Mark) -> Bool {
            guard expects == nil else { return false }
            switch mark {
            case .provisional:
                defer { isProvisional = true }
                return !isProvisional
            case .since, .from:
                expects = .since
                return since == nil && until == nil
            case .until, .through, .to, .hyphen:
                expects = .until
                return until == nil
            }
        }

        /// False if there is no room for another date. A lone date is that of the beginning.
        mutating func take(_ day: Day) -> Bool {
            switch expects {
            case .until: until = day
            case .since: since = day
            case nil:
                guard since == nil, until == nil else { return false }
                since = day
            }
            expects = nil
            return true
        }
    }
}
