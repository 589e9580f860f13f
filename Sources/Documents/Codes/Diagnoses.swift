/// A client's diagnoses over time, in the order she gave them: the first is the one treated first.
///
/// They are kept as one line that she can type and read:
/// `F41.1, F33.1 since 2026-01-05, F43.21 2025-02-01 to 2025-09-30, F10.20?`. Both days belong to
/// the time of a diagnosis; without them it is open on that side. `?` marks a provisional one.
package struct Diagnoses: Equatable, Sendable {
    package let all: [Diagnosis]

    package struct Diagnosis: Equatable, Sendable {
        package let code: String
        package let isProvisional: Bool
        package let since: Day?
        package let until: Day?

        package func isActive(on day: Day) -> Bool {
            (since.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
        }

        fileprivate func overlaps(_ other: Diagnosis) -> Bool {
            let beginsInTime = { (one: Day?, end: Day?) in
                guard let one, let end else { return true }
                return one <= end
            }
            return beginsInTime(since, other.until) && beginsInTime(other.since, until)
        }

        fileprivate var text: String {
            let name = code + (isProvisional ? "?" : "")
            return switch (since, until) {
            case (nil, nil): name
            case (let since?, nil): "\(name) since \(since.iso)"
            case (nil, let until?): "\(name) until \(until.iso)"
            case (let since?, let until?): "\(name) \(since.iso) to \(until.iso)"
            }
        }
    }

    /// More than anyone has; a line is short.
    static let most = 40

    init(_ found: [Diagnosis]) throws(DiagnosesError) {
        guard !found.isEmpty else { throw .empty }
        guard found.count <= Diagnoses.most else { throw .tooMany }
        for (index, diagnosis) in found.enumerated() {
            if let since = diagnosis.since, let until = diagnosis.until, until < since {
                throw .endsBeforeItBegins(place: index + 1)
            }
            if let earlier = found[..<index].firstIndex(where: {
                $0 != diagnosis && $0.code == diagnosis.code && $0.overlaps(diagnosis)
            }) {
                throw .overlaps(place: index + 1, earlier: earlier + 1)
            }
        }
        all = found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The same line in the one form in which it is kept.
    package var text: String { all.map(\.text).joined(separator: ", ") }

    package func active(on day: Day) -> [Diagnosis] { all.filter { $0.isActive(on: day) } }

    /// A kept line as a document of that day tells it; nil if none was active.
    static func shown(_ line: String, on day: Day) -> String? {
        guard let active = try? Diagnoses(line).active(on: day) else { return line }
        let codes = active.map { $0.isProvisional ? "\($0.code) (provisional)" : $0.code }
        return codes.isEmpty ? nil : codes.joined(separator: ", ")
    }

    /// Demands that each code is a complete one of this release. A diagnosis that had ended before
    /// the release began keeps its code, which may have been right in its time.
    package func checked(against codes: DiagnosisCodes) throws(DiagnosesError) {
        for (index, diagnosis) in all.enumerated()
        where (diagnosis.until ?? codes.effectiveFrom) >= codes.effectiveFrom {
            switch codes.verdict(on: diagnosis.code) {
            case .valid, .notCovered: continue
            case .category(_, let leaves):
                throw .needsMoreDigits(place: index + 1, leaves: leaves.prefix(6).map(\.code))
            case .unknown(let nearest):
                throw .unknown(
                    place: index + 1, release: codes.release, nearest: nearest.map(\.code))
            }
        }
    }
}
