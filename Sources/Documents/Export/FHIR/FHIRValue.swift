#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A part of a FHIR resource: JSON without nulls and without empty texts, lists and objects, none of
/// which R4 allows.
enum FHIRValue: Equatable, Sendable {
    case string(String)
    case number(Double)
    case flag(Bool)
    case list([FHIRValue])
    case object([String: FHIRValue])

    /// A text as R4 takes it, nil if nothing is left: no control characters but line breaks.
    static func text(_ text: String?) -> FHIRValue? {
        let lines = (text ?? "").visibleLines
        return lines.isEmpty ? nil : .string(lines.joined(separator: "\n"))
    }

    /// Nil if it has no elements.
    static func some(_ values: [FHIRValue?]) -> FHIRValue? {
        let values = values.compactMap(\.self)
        return values.isEmpty ? nil : .list(values)
    }

    /// A narrative of these blocks. It is the author's text, of which elements are only a part.
    static func narrative(_ blocks: [PageParts.Block]) -> FHIRValue {
        [
            "status": "additional",
            "div": .string(
                "<div xmlns=\"http://www.w3.org/1999/xhtml\">\(Markup.text(of: blocks))</div>"),
        ]
    }

    /// A filled-in form under its labels; nil if there is no such form, or nothing in it.
    static func narrative(_ entries: Entries, _ forms: [Form], _ form: String) -> FHIRValue? {
        guard let form = forms.first(where: { $0.id == form }) else { return nil }
        let lines = form.fields.compactMap { field in
            entries[field.id].map { Note.HeaderLine(label: field.label, text: field.shown($0)) }
        }
        return lines.isEmpty ? nil : narrative([.table(lines)])
    }

    static func base64(_ bytes: [UInt8]) -> FHIRValue {
        .string(Data(bytes).base64EncodedString())
    }

    /// The members of a list.
    var all: [FHIRValue] {
        guard case .list(let values) = self else { return [] }
        return values
    }

    static func day(_ day: Day?) -> FHIRValue? { day.map { .string($0.iso) } }

    static func instant(_ moment: Moment) -> FHIRValue { .string(moment.iso) }
}

extension FHIRValue: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .string(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        case .list(let values): try container.encode(values)
        case .object(let elements): try container.encode(elements)
        }
    }
}

extension FHIRValue: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral text: String) { self = .string(text) }

    init(booleanLiteral flag: Bool) { self = .flag(flag) }

    init(arrayLiteral values: FHIRValue...) { self = .list(values) }

    /// Elements without a value are not there.
    init(dictionaryLiteral elements: (String, FHIRValue?)...) {
        var object: [String: FHIRValue] = [:]
        for (name, value) in elements { object[name] = value }
        self = .object(object)
    }
}
