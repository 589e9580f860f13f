/// What may be used for a document, and so what an engine may see.
///
/// A note for the therapist's own file leaves nobody's hands and may rest on everything. A document
/// for somebody else rests on what a consent on file, or another basis in law, lets that one see.
package struct Consent: Codable, Equatable, Sendable {
    let scope: Scope

    enum Scope: Equatable, Sendable {
        case ownFile
        case disclosure(Disclosure, Consents.Permission)
    }

    /// For a document that stays in the therapist's own file.
    package static let ownFile = Consent(scope: .ownFile)

    /// For a document that leaves; nil where it may not.
    package static func to(
        _ disclosure: Disclosure, under permission: Consents.Permission
    ) -> Consent? {
        if case .refused = permission { return nil }
        return Consent(scope: .disclosure(disclosure, permission))
    }

    /// To whom and what, for a document that leaves.
    package var disclosure: Disclosure? {
        guard case .disclosure(let disclosure, _) = scope else { return nil }
        return disclosure
    }

    package var permission: Consents.Permission? {
        guard case .disclosure(_, let permission) = scope else { return nil }
        return permission
    }

    /// What may be told, for a document that leaves.
    var items: Set<DisclosureItem>? { disclosure?.items }

    func admits(_ entry: SourceEntry) -> Bool {
        guard let items else { return true }
        return switch entry.tells {
        case .nothing: true
        case .item(let item): items.contains(item)
        case nil: false
        }
    }
}

/// `own-file`, or what is disclosed and why it may be.
extension Consent.Scope: Codable {
    private enum CodingKeys: String, CodingKey { case disclosure, permission }

    init(from decoder: any Decoder) throws {
        if let word = try? decoder.singleValueContainer().decode(String.self) {
            guard word == "own-file" else {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: "no such scope"))
            }
            self = .ownFile
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self = .disclosure(
            try container.decode(Disclosure.self, forKey: .disclosure),
            try container.decode(Consents.Permission.self, forKey: .permission))
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .ownFile:
            var container = encoder.singleValueContainer()
            try container.encode("own-file")
        case .disclosure(let disclosure, let permission):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(disclosure, forKey: .disclosure)
            try container.encode(permission, forKey: .permission)
        }
    }
}
