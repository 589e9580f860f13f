/// A document kind that the therapist wrote, as a JSON file like those of the program: it takes the
/// place of the kind with its id, or adds one.
package struct OwnKind: Equatable, Sendable {
    package let id: String
    package let text: String

    package static let mostBytes = 256 << 10

    /// Reads the file on its own; whether it fits the forms and rules is told by the library.
    package init(_ bytes: [UInt8]) throws(KindError) {
        guard bytes.count <= Self.mostBytes, let text = String(validating: bytes, as: UTF8.self)
        else { throw .ownTooLarge }
        self.text = text
        do {
            id = try JSON.value(KindFile.self, from: bytes).id
        } catch {
            throw .own(line: Self.line(of: error, in: text), detail: Self.words(for: error))
        }
        guard !id.isEmpty, id.count <= 60,
            id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) }),
            !["client", "session", "practice", "disclosure"].contains(id)
        else {
            throw .own(
                line: Self.line(of: "\"id\"", in: text),
                detail: "an id is letters, digits, hyphens and points")
        }
    }

    /// A fault that the library found, with the line it is about.
    package func located(_ error: KindError) -> KindError {
        guard case .inconsistent(_, let detail, let about) = error else { return error }
        return .own(line: Self.line(of: about.map { "\"\($0)\"" } ?? "", in: text), detail: detail)
    }

    // MARK: - Lines

    /// The line of the first such stretch; 1 where there is none.
    private static func line(of stretch: String, in text: String) -> Int {
        guard !stretch.isEmpty, let found = text.firstRange(of: stretch) else { return 1 }
        return 1 + text[..<found.lowerBound].count { $0.isNewline }
    }

    private static func line(of error: any Error, in text: String) -> Int {
        guard let error = error as? DecodingError else { return 1 }
        let places = JSONPlaces(of: text)
        switch error {
        case .dataCorrupted(let context) where context.codingPath.isEmpty:
            return places.line(at: places.fault ?? 0)
        case .dataCorrupted(let context), .keyNotFound(_, let context),
            .typeMismatch(_, let context), .valueNotFound(_, let context):
            let path = context.codingPath.map { key in
                key.intValue.map { String($0) } ?? key.stringValue
            }
            return places.line(at: places.values[path] ?? 0)
        @unknown default: return 1
        }
    }

    private static func words(for error: any Error) -> String {
        guard let error = error as? DecodingError else { return "it can't be read" }
        return switch error {
        case .keyNotFound(let key, _): "“\(key.stringValue)” is missing here"
        case .typeMismatch: "there is a value of the wrong sort here"
        case .valueNotFound: "a value is missing here"
        case .dataCorrupted(let context):
            context.codingPath.isEmpty ? "it can't be read from here on" : "there is no such word"
        @unknown default: "it can't be read"
        }
    }
}
