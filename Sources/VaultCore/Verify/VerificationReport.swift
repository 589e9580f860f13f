package import Audit
package import Wording

/// Everything a verification found, in one run.
package struct VerificationReport: Equatable, Sendable {
    /// One thing that is not as it was written.
    package struct Damage: Equatable, Sendable, Codable {
        package enum Kind: String, Sendable, Codable {
            /// Bytes, rows or entries are not the ones that were written.
            case changed
            /// Something newer was there before.
            case rolledBack = "rolled back"
            /// Two copies went different ways.
            case fork
        }

        package var kind: Kind
        /// Where, in words without names: "audit entry 12", "row 7 (revision 2 of one record)".
        package var place: String

        package init(_ kind: Kind, _ place: String) {
            self.kind = kind
            self.place = place
        }
    }

    package var damages: [Damage] = []
    package var entries = 0
    package var revisions = 0
    package var readable = 0
    package var witnesses = 0
    package var root = ""
    /// The entries of exports and backups that were begun and never ended; no damage.
    package var unended: [UInt64] = []
    /// Where the trail goes on under a session key that was not announced; to be explained.
    package var breaks: [SessionBreak] = []

    package init() {}

    package var exitCode: ExitCode {
        if damages.contains(where: { $0.kind == .changed }) { return .doesNotVerify }
        return damages.isEmpty ? .done : .olderCopy
    }

    mutating func note(_ kind: Damage.Kind, _ place: String) {
        damages.append(Damage(kind, place))
    }
}
