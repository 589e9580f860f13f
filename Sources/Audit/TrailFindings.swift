package import Wording

/// What a trail's report comes to, in words for whoever was handed it.
package struct TrailFindings: Equatable, Sendable {
    /// 0, 5 for damage, 6 for an older copy or a fork.
    package let exitCode: ExitCode
    /// The verdict first, then what must be explained, then what this does not prove.
    package let sentences: [String]

    package init(_ report: TrailReport) {
        let witnesses = report.witnesses.findings
        let isDamaged = !report.damage.isEmpty || witnesses.contains { $0.verdict == .unjudged }
        let contradicting = witnesses.map(\.verdict).filter(\.contradicts)
        exitCode = isDamaged ? .doesNotVerify : contradicting.isEmpty ? .done : .olderCopy
        sentences =
            [Self.verdict(isDamaged: isDamaged, contradicting, size: report.size)]
            + report.damage.map(Self.words) + witnesses.compactMap { Self.words($0, report) }
            + Self.sessions(report) + Self.clock(report) + Self.beginning(report)
            // One who knows better has told already.
            + (exitCode == .done ? [Self.end] : [])
    }

    private static func verdict(
        isDamaged: Bool, _ contradicting: [WitnessVerdict], size: UInt64
    ) -> String {
        if isDamaged { return "THE TRAIL DOES NOT HOLD." }
        if contradicting.contains(.forked) {
            return "THE TRAIL IS NOT THE ONE THAT WAS SEEN EARLIER."
        }
        if !contradicting.isEmpty { return "THE TRAIL IS SHORTER THAN ONE THAT WAS SEEN." }
        return
            "The trail holds: every entry up to number \(size - 1) is the one that was signed, and none of them is missing."
    }

    private static func words(_ damage: TrailDamage) -> String {
        let last = damage.entries.upperBound - 1
        let which =
            damage.entries.lowerBound == last
            ? "Entry \(last)" : "Entries \(damage.entries.lowerBound) to \(last)"
        return "\(which): \(damage.kind.problem)"
    }

    private static func words(_ finding: WitnessFinding, _ report: TrailReport) -> String? {
        let size = finding.checkpoint.size
        switch finding.verdict {
        case .firstSight: return nil
        case .consistent:
            return "It goes on from the checkpoint over \(size) entries that was seen earlier."
        case .shorter(let missing):
            return
                "The checkpoint over \(size) entries that was seen is \(missing) longer: the trail was cut, or is an older copy. If it was written before that checkpoint was made, it is shorter by right; ask for one that was written since."
        case .forked:
            return
                "It went another way: the checkpoint over \(size) entries that was seen earlier is of other entries; both are of the same key. \(common(report.witnesses.commonSize))"
        case .unjudged:
            return
                "Whether it goes on from the checkpoint over \(size) entries can't be told for the damage."
        }
    }

    private static func common(_ size: UInt64) -> String {
        size == 0
            ? "Where they parted is not known."
            : "The first \(size) entries are known to be common."
    }

    private static func sessions(_ report: TrailReport) -> [String] {
        report.sessions.breaks.map { "Entry \($0.entry): \($0.kind.words)" }
    }

    private static func clock(_ report: TrailReport) -> [String] {
        guard !report.clockWentBack.isEmpty else { return [] }
        let numbers = report.clockWentBack.map(String.init).joined(separator: ", ")
        return ["The time goes back at entry \(numbers)."]
    }

    private static func beginning(_ report: TrailReport) -> [String] {
        report.sessions.isBound || report.sessions.breaks.contains { $0.kind == .introduced }
            ? []
            : [
                "The first session's key is not the one that the vault's id was made of: the whole trail may have been written anew by whoever knows the passphrase."
            ]
    }

    private static let end =
        "Whether entries were cut off behind the last one, only a checkpoint that was made later can tell."
}

extension WitnessVerdict {
    /// Whether the present trail is not the one that was seen.
    package var contradicts: Bool {
        switch self {
        case .shorter, .forked: true
        case .firstSight, .consistent, .unjudged: false
        }
    }

    /// The verdict as programs read it.
    package var word: String {
        switch self {
        case .firstSight: "first-sight"
        case .consistent: "consistent"
        case .shorter: "shorter"
        case .forked: "forked"
        case .unjudged: "unjudged"
        }
    }
}

extension SessionBreak.Kind {
    /// For whoever has to ask or to explain.
    package var words: String {
        switch self {
        case .introduced:
            "From here on each session signs with a key of its own; what lies before could be signed again by whoever knows the passphrase."
        case .restored: "A backup was restored, and the trail goes on from it; ask what was lost."
        case .unannounced:
            "The trail goes on under a key that the session before did not announce; ask why. The vault was opened on another computer, or someone who knows the passphrase wrote what follows anew."
        }
    }
}
