package import Audit
package import Documents

/// What the trail does not tell and the vault does, as it stood when the report was made.
///
/// Nothing here names a client or holds a word of a record. What is nil is reported as unknown.
package struct ReportFacts: Sendable {
    /// The practice, the clinician with credentials and licence: a line each.
    package var practice: [String]
    /// The program with its version.
    package var program: String
    package var habits: ActivityHabits
    /// Days within which the acts are to be looked through again.
    package var reviewEveryDays: Int
    /// Hours after a session within which its note counts as signed in time.
    package var lateAfterHours: Int
    /// Which document another one amends, by the amendment's id.
    package var amends: [[UInt8]: [UInt8]] = [:]
    /// When the session that a document is about ended, in UTC milliseconds, by the document's id.
    package var sessionEnds: [[UInt8]: UInt64]?
    /// Minutes without a command, and hours in any case, after which the vault locks.
    package var locks: (minutes: Int, hours: Int)?
    /// What opens the vault.
    package var waysIn: [WayIn]?
    package var retention: Retention?
    /// By the request's id.
    package var requests: [[UInt8]: Request]?
    package var psychotherapyNotes: Int?

    package init(
        practice: [String], program: String, habits: ActivityHabits, reviewEveryDays: Int,
        lateAfterHours: Int
    ) {
        self.practice = practice
        self.program = program
        self.habits = habits
        self.reviewEveryDays = reviewEveryDays
        self.lateAfterHours = lateAfterHours
    }

    /// A passphrase, a recovery sheet or an executor's shares.
    package struct WayIn: Equatable, Sendable {
        package var kind: String
        /// Nil where an old vault did not note it.
        package var since: Day?

        package init(kind: String, since: Day?) {
            self.kind = kind
            self.since = since
        }
    }

    /// How many clients' records are in which state.
    package struct Retention: Equatable, Sendable {
        package var due: Int
        package var held: Int
        package var open: Int
        package var kept: Int
        package var unknown: Int

        package init(due: Int, held: Int, open: Int, kept: Int, unknown: Int) {
            self.due = due
            self.held = held
            self.open = open
            self.kept = kept
            self.unknown = unknown
        }
    }

    /// A client's request and its clock.
    package struct Request: Equatable, Sendable {
        package var kind: String
        package var received: Day
        /// Nil where the law names no day.
        package var due: Day?
        package var answered: Day?

        package init(kind: String, received: Day, due: Day?, answered: Day?) {
            self.kind = kind
            self.received = received
            self.due = due
            self.answered = answered
        }
    }
}
