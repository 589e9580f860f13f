/// Small facts that lists and reminders need of a record, kept in its header so that they never
/// open a body. Sealed like the rest of it; the words are part of the file format.
package enum RecordFact: String, Sendable, CaseIterable {
    /// When a session starts and stops on the wall clock, such as `14:05`.
    case start
    case stop
    /// A session's service code.
    case code
    /// A session that did not take place, and why: `cancelled`, `no-show`.
    case missed
    /// The calendar's appointment that a session came from, as a digest.
    case appointment
    /// The day a client was discharged.
    case closed
    /// The day a legal hold was put on a client's record.
    case held
    /// The day a treatment plan must be reviewed.
    case planDue = "plan-due"
    /// An instrument and how often it is due, such as `phq-9 14`.
    case measureEvery = "measure-every"
    /// What kind of consent, document or attachment it is.
    case kind
    /// How a consent stands by itself: `signed`, `revoked`, `defective`…
    case standing
    /// The day a consent ends.
    case until
    /// An instrument's id, its total, and whether an item asks for the risk block.
    case instrument
    case score
    case flagged
    /// The highest number of each type that went with a destroyed client, such as `C3 S12`.
    case destroyed
    /// An attachment's size in bytes.
    case size
}

/// The facts of one record, in the order of their words.
///
/// A short array rather than a dictionary: a list holds tens of thousands of these.
package struct RecordFacts: Equatable, Sendable, ExpressibleByDictionaryLiteral {
    package private(set) var all: [(fact: RecordFact, text: String)] = []

    package init(dictionaryLiteral pairs: (RecordFact, String)...) {
        for (fact, text) in pairs { self[fact] = text }
    }

    init(capacity: Int) { all.reserveCapacity(capacity) }

    package var count: Int { all.count }

    /// Setting nil or an empty text takes the fact away.
    package subscript(fact: RecordFact) -> String? {
        get { all.first { $0.fact == fact }?.text }
        set {
            all.removeAll { $0.fact == fact }
            guard let newValue, !newValue.isEmpty else { return }
            let place = all.firstIndex { $0.fact.rawValue > fact.rawValue } ?? all.endIndex
            all.insert((fact, newValue), at: place)
        }
    }

    /// The next fact of a reader that gives them in order.
    mutating func append(_ fact: RecordFact, _ text: String) { all.append((fact, text)) }

    package static func == (left: RecordFacts, right: RecordFacts) -> Bool {
        left.all.elementsEqual(right.all) { $0.fact == $1.fact && $0.text == $1.text }
    }
}
