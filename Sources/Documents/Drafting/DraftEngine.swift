package import Wording

/// Writes a draft from what a consent admits, and from nothing else.
package protocol DraftEngine: Sendable {
    /// Kept in the document and in the audit trail.
    var name: String { get }
    func draft(_ kind: DocumentKind, from source: ScopedSource) throws(DraftError) -> Draft
}

/// Why there is no draft.
package enum DraftError: UserFacing, Equatable {
    case nothingToDraft
    case engineFailed(engine: String)

    package var code: String {
        switch self {
        case .nothingToDraft: "draft.nothing"
        case .engineFailed: "draft.engine-failed"
        }
    }

    package var problem: String {
        switch self {
        case .nothingToDraft: "There is nothing in the jotting to draft from."
        case .engineFailed(let engine): "The writing aid “\(engine)” gave no usable draft."
        }
    }

    package var nextStep: String {
        switch self {
        case .nothingToDraft: "Fill in at least one field of the jotting."
        case .engineFailed: "Draft again with the built-in engine."
        }
    }

    package var exitCode: ExitCode { .failed }
}
