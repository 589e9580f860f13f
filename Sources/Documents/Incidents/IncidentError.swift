package import Wording

/// Why an incident could not be noted like this.
package enum IncidentError: AnswerRefusal, Equatable {
    case closed
    case notDecided
    case factorsMissing
    case noticesMissing
    case discoveredBefore
    case beforeDiscovery(label: String)

    package var label: String? {
        switch self {
        case .discoveredBefore: "Happened on"
        case .beforeDiscovery(let label): label
        case .closed, .notDecided, .factorsMissing, .noticesMissing: nil
        }
    }

    package var code: String {
        switch self {
        case .closed: "incident.closed"
        case .notDecided: "incident.not-decided"
        case .factorsMissing: "incident.factors-missing"
        case .noticesMissing: "incident.notices-missing"
        case .discoveredBefore: "incident.discovered-before"
        case .beforeDiscovery: "incident.before-discovery"
        }
    }

    package var problem: String {
        switch self {
        case .closed: "This incident is closed."
        case .notDecided: "This incident is not decided yet, and the law presumes a breach."
        case .factorsMissing:
            "A low probability has to be shown with all four factors, and one is not answered."
        case .noticesMissing: "Somebody who has to be told of this breach is not told yet."
        case .discoveredBefore: "The day it happened lies after the day it was discovered."
        case .beforeDiscovery(let label):
            "The day of “\(label)” lies before the day it was discovered."
        }
    }

    package var nextStep: String {
        switch self {
        case .closed: "Correct it with `vault incident edit`, if something in it is wrong."
        case .notDecided: "Run `vault incident assess` first."
        case .factorsMissing: "Answer the four questions with `vault incident assess`."
        case .noticesMissing: "Write down with `vault incident edit` when each was told."
        case .discoveredBefore, .beforeDiscovery: "Correct the date."
        }
    }

    package var exitCode: ExitCode {
        switch self {
        case .closed, .notDecided, .factorsMissing, .noticesMissing: .refused
        case .discoveredBefore, .beforeDiscovery: .failed
        }
    }
}
