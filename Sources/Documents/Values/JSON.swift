#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The one way values become JSON here: sorted keys, so that equal values have equal bytes.
package enum JSON {
    package static func bytes(_ value: some Encodable) throws -> [UInt8] {
        try Array(encoder(pretty: false).encode(value))
    }

    /// The same with line breaks, for a person to read.
    package static func readable(_ value: some Encodable) throws -> [UInt8] {
        try Array(encoder(pretty: true).encode(value))
    }

    package static func value<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
        try JSONDecoder().decode(type, from: Data(bytes))
    }

    private static func encoder(pretty: Bool) -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
        return encoder
    }
}
