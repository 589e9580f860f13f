/// What a text tells about the client, when it is to leave the practice.
package enum Telling: Hashable, Sendable {
    /// It is about the practice, the recipient or the letter itself.
    case nothing
    case item(DisclosureItem)
}

/// In files a single word: the item, or `nothing`.
extension Telling: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let word = try container.decode(String.self)
        if word == "nothing" {
            self = .nothing
        } else if let item = DisclosureItem(rawValue: word) {
            self = .item(item)
        } else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no such sort of information")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .nothing: try container.encode("nothing")
        case .item(let item): try container.encode(item.rawValue)
        }
    }
}
