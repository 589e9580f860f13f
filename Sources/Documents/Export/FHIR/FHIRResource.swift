/// A resource in a bundle, named by a UUID that follows from a record's id: the same export of the
/// same record is the same bytes.
struct FHIRResource {
    let name: FHIRName
    let type: String
    let elements: [String: FHIRValue]

    init(_ name: FHIRName, _ type: String, _ elements: [String: FHIRValue?]) {
        self.name = name
        self.type = type
        self.elements = elements.compactMapValues(\.self)
    }

    var reference: FHIRValue { name.reference }

    /// As an entry of a bundle.
    var entry: FHIRValue {
        let named = elements.merging(["resourceType": .string(type)]) { $1 }
        return ["fullUrl": .string(name.urn), "resource": .object(named)]
    }
}

/// A `urn:uuid:` name.
///
/// RFC 9562 version 8: the record's sixteen random bytes, into the fifth and sixth of which the
/// part's number is mixed by exclusive or, with the bits of version and variant set.
struct FHIRName: Equatable {
    let urn: String

    /// What of a record a resource is. A record can have up to 256 conditions and goals.
    enum Part: UInt8 {
        case record, bundle, composition, file, patient, practitioner, organization, encounter
        case provenance, plan, condition, goal
    }

    init(_ record: RecordID, _ part: Part, number: Int = 0) {
        var bytes = record.bytes
        bytes[4] ^= part.rawValue
        bytes[5] ^= UInt8(truncatingIfNeeded: number)
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let hex = Array(Hex.text(bytes))
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(hex[$0]) }
        urn = "urn:uuid:" + groups.joined(separator: "-")
    }

    var reference: FHIRValue { ["reference": .string(urn)] }
}

/// A bundle as the bytes of its file.
enum FHIRBundle {
    static func bytes(
        _ type: String, of record: RecordID, at moment: Moment, labels: FHIRValue,
        _ resources: [FHIRResource]
    ) throws -> [UInt8] {
        let bundle: FHIRValue = [
            "resourceType": "Bundle", "meta": ["security": labels],
            "identifier": [
                "system": "urn:ietf:rfc:3986", "value": .string(FHIRName(record, .bundle).urn),
            ],
            "type": .string(type), "timestamp": .instant(moment),
            "entry": .list(resources.map(\.entry)),
        ]
        return try JSON.readable(bundle) + [UInt8(ascii: "\n")]
    }
}
