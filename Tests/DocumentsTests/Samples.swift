import Documents
import Schema
import Testing

/// An invented session jotted down by an invented therapist, each with habits of its own.
struct Sample: CustomTestStringConvertible, Sendable {
    let name: String
    var pronouns = "she"
    var called = "client"
    var format = "progress-note.soap"
    let jotting: String

    var testDescription: String { name }

    static let library: KindLibrary = {
        do { return try library(of: Kinds.all) } catch { fatalError("\(error)") }
    }()

    static let instruments = Measured.library

    /// The tables of the program, with these forms and kinds.
    static func library(
        of files: [(name: String, bytes: [UInt8])],
        blocks: [(name: String, bytes: [UInt8])] = Kinds.blocks
    ) throws(KindError) -> KindLibrary {
        try KindLibrary(
            files: files, blocks: blocks, diagnoses: CodeSample.diagnoses,
            services: CodeSample.services,
            rulebook: CodeSample.rulebook)
    }

    static var kind: DocumentKind {
        guard let kind = library.kind("progress-note.soap") else { fatalError("no such kind") }
        return kind
    }

    var client: Entries {
        var client = Entries([
            "name": "Mira Example", "born": "1990-04-23", "called": called, "diagnosis": "F41.1",
        ])
        client["pronouns"] = pronouns
        return client
    }

    var session: Entries {
        Entries([
            "date": "2026-11-16", "start": "14:05", "stop": "14:58", "type": "individual",
            "participants": "client", "place": "11", "code": "90837",
        ])
    }

    func kind() throws -> DocumentKind { try #require(Sample.library.kind(format)) }

    func source() throws -> ScopedSource {
        let kind = try kind()
        let jotting = try kind.form.read(Array(jotting.utf8))
        return Consent.ownFile.admits(
            Source(
                client: client, session: session, jotting: jotting, kind: kind,
                library: Sample.library))
    }

    func draft() throws -> Draft {
        try BuiltInEngine(instruments: Sample.instruments).draft(kind(), from: source())
    }

    /// A draft of a single field.
    static func draft(_ field: String, _ text: String, pronouns: String = "she") throws -> Draft {
        try Sample(name: field, pronouns: pronouns, jotting: "\(field): \(text)").draft()
    }

    /// What a single field becomes.
    static func prose(_ field: String, _ text: String, pronouns: String = "she") throws -> String {
        try draft(field, text, pronouns: pronouns).sentences.map(\.text).joined(separator: " ")
    }
}
