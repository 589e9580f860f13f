import Documents
import Foundation
import Testing

/// `test_fhir.py` has the kept bundles validated by another implementation of R4.
@Suite struct `A signed document in FHIR` {
    @Test(arguments: [
        "arrows", "treatment-plan", "letter.attendance", "letter.preauthorization", "hostile",
    ])
    func `is as it was kept`(name: String) throws {
        let bytes = try FHIRSample.bytes(of: ExportSample.named(name))
        try Golden.expect(String(decoding: bytes, as: UTF8.self), matches: "\(name).fhir.json")
    }

    @Test(arguments: ExportSample.all)
    func `is the same bytes each time`(_ sample: ExportSample) throws {
        #expect(
            try FHIRSample.bytes(of: sample.document) == FHIRSample.bytes(of: sample.document))
    }

    /// Elements that hold codes, names of files and of records, and nothing of a person's.
    private static let constants: Set<String> = [
        "resourceType", "fullUrl", "reference", "system", "status", "docStatus", "intent", "mode",
        "lifecycleStatus", "targetFormat", "sigFormat", "contentType", "language", "comparator",
    ]

    private static func folded(_ text: some StringProtocol) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test(arguments: ExportSample.all)
    func `tells nothing that its text does not`(_ sample: ExportSample) throws {
        let document = sample.document
        let text = Self.folded(document.text)
        let bundle = try ReadBundle(FHIRSample.bytes(of: document))
        let ownBytes = [
            Array(document.text.utf8), Array((document.statement + "\n").utf8), document.signature,
            try FHIRSample.pdf.render(document),
        ].map { Data($0).base64EncodedString() }
        for found in ReadBundle.texts(in: bundle.object)
        where !Self.constants.contains(found.name) {
            let (name, value) = (found.name, found.text)
            switch name {
            case "type" where value == "document": continue
            case "div":
                let words = value.replacing(/<[^>]*>/, with: " ")
                    .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
                    .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
                    .replacing("&amp;", with: "&")
                for line in words.split(separator: "\n").map(Self.folded) where !line.isEmpty {
                    #expect(text.contains(line), "\(line)")
                }
            case "data": #expect(ownBytes.contains(value))
            case "value" where value.hasPrefix("urn:uuid:"): continue
            case "title" where found.outer == "attachment":
                #expect(["document.txt", "document.pdf", "document.signed.txt"].contains(value))
            case "code" where document.note.letter != nil:
                #expect(Self.codesOfLetters.contains(value), "\(value)")
            case "code": #expect(Self.codes.contains(value) || text.contains(value.lowercased()))
            case _ where Self.isTime(value): #expect(Self.tells(document, value), "\(value)")
            default: #expect(text.contains(Self.folded(value)), "\(name): \(value)")
            }
        }
    }

    /// All that a letter's codes say: that it is a letter, who wrote it, and how to keep it.
    private static let codesOfLetters: Set<String> = [
        "51851-4", "57133-1", "N", "R", "42CFRPart2", "author", "assembler",
        "1.2.840.10065.1.12.1.1",
    ]

    private static let codes: Set<String> = codesOfLetters.union([
        "34904-3", "11506-3", "78306-8", "78263-1", "18776-5", "61150-9", "61149-1", "51848-0",
        "61146-7", "62387-6", "PSY", "AMB", "VR", "HH", "MR", "active", "inactive", "confirmed",
        "provisional", "encounter-diagnosis", "70274-6", "44261-6", "appends",
    ])

    private static func isTime(_ text: String) -> Bool {
        text.prefixMatch(of: /\d{4}-\d\d-\d\d(T|$)/) != nil
    }

    /// A day or an instant that the text has, as it is read aloud; or what the plan's weeks make.
    private static func tells(_ document: SignedDocument, _ value: String) -> Bool {
        guard let day = Day(iso: String(value.prefix(10))) else { return false }
        let words = folded(document.text)
        if document.note.kind == "treatment-plan", value == "2027-02-08" {
            return words.contains("within 12 weeks")
        }
        return words.contains(folded(day.spoken))
    }

    @Test func `of a letter of attendance knows neither diagnosis nor date of birth`() throws {
        let document = try ExportSample.named("letter.attendance")
        let bundle = try ReadBundle(FHIRSample.bytes(of: document))
        let types = Set(bundle.resources.compactMap { $0["resourceType"] as? String })
        #expect(
            types == [
                "Composition", "Patient", "Practitioner", "Organization", "DocumentReference",
                "Provenance",
            ])
        let patient = try #require(bundle.resources("Patient").first)
        #expect(Set(patient.keys) == ["resourceType", "name"])
    }

    /// A letter's header is kept for lists and is not printed: whatever it should come to hold.
    @Test func `leaves out a line of a letter's header that is not printed`() throws {
        let letter = try ExportSample.named("letter.attendance")
        let planted = """
            "header" : [
                {
                  "label" : "Diagnosis",
                  "text" : "F41.1"
                },
                {
                  "label" : "Date of birth",
                  "text" : "May 1, 1991"
                },
                {
                  "label" : "Place of service",
                  "text" : "11 Office"
                },
            """
        let json = letter.json.replacing("\"header\" : [", with: planted)
        #expect(json != letter.json)
        let hex = { (text: String) in
            SigningTests.hash(Array(text.utf8)).map { String(format: "%02x", $0) }.joined()
        }
        let stored = [
            "text": letter.text, "json": json, "signature": "00",
            "statement": letter.statement.replacing(hex(letter.json), with: hex(json)),
        ]
        let document = try SignedDocument.reopened(
            JSON.bytes(stored), hash: SigningTests.hash, verify: { _, _ in true })
        #expect(document.note.header.count == letter.note.header.count + 3)
        let bundle = try ReadBundle(FHIRSample.bytes(of: document))
        #expect(bundle.resources("Condition").isEmpty && bundle.resources("Encounter").isEmpty)
        #expect(bundle.resources("Patient").first?["birthDate"] == nil)
    }

    @Test func `has the signed bytes and the signature`() throws {
        let document = try ExportSample.named("arrows")
        let bundle = try ReadBundle(FHIRSample.bytes(of: document))
        let data = ReadBundle.texts(in: bundle.resources("DocumentReference"))
            .filter { $0.name == "data" }.map(\.text)
        #expect(data.contains(Data(document.text.utf8).base64EncodedString()))
        #expect(data.contains(Data((document.statement + "\n").utf8).base64EncodedString()))
        let signed = ReadBundle.texts(in: bundle.resources("Provenance"))
            .filter { $0.name == "data" }.map(\.text)
        #expect(signed == [Data(document.signature).base64EncodedString()])
    }

    @Test func `of a note has its session, of a plan its goals`() throws {
        let note = try ReadBundle(FHIRSample.bytes(of: ExportSample.named("arrows")))
        let period = try #require(
            note.resources("Encounter").first?["period"] as? [String: String])
        #expect(
            period == ["start": "2026-11-16T14:05:00-05:00", "end": "2026-11-16T14:58:00-05:00"])
        #expect(note.resources("Condition").count == 1)
        let plan = try ReadBundle(FHIRSample.bytes(of: ExportSample.named("treatment-plan")))
        let goals = plan.resources("Goal")
        #expect(goals.count == 4)
        #expect(goals.compactMap { $0["target"] }.count == 2)
        #expect(plan.resources("CarePlan").count == 1)
    }
}

@Suite struct `A client's record in FHIR` {
    @Test func `is as it was kept`() throws {
        let text = String(decoding: try FHIRSample.bundle(), as: UTF8.self)
        try Golden.expect(text, matches: "client.fhir.json")
        #expect(try FHIRSample.bundle() == Array(text.utf8))
    }

    @Test func `has everything that is on file`() throws {
        let bundle = try ReadBundle(FHIRSample.bundle())
        let counts = [
            "Patient": 1, "Practitioner": 1, "Organization": 1, "Condition": 3, "Encounter": 3,
            "Observation": 5, "Consent": 10, "AuditEvent": 2, "Composition": 3,
            "DocumentReference": 3, "Provenance": 3, "CarePlan": 1, "Goal": 4,
        ]
        for (type, count) in counts { #expect(bundle.resources(type).count == count, "\(type)") }
        #expect(bundle.resources.count == counts.values.reduce(0, +))
    }

    @Test func `names each resource once`() throws {
        let bundle = try ReadBundle(FHIRSample.bundle())
        let entries = try #require(bundle.object["entry"] as? [[String: Any]])
        let names = entries.compactMap { $0["fullUrl"] as? String }
        #expect(names.count == entries.count && Set(names).count == names.count)
        let form = /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        for name in names { #expect(name.wholeMatch(of: form) != nil, "\(name)") }
    }

    @Test func `tells how things stand on the day it is made`() throws {
        let bundle = try ReadBundle(FHIRSample.bundle())
        let status = { (type: String) in
            bundle.resources(type).compactMap { $0["status"] as? String }
        }
        #expect(status("Encounter") == ["finished", "cancelled", "planned"])
        #expect(
            status("Consent") == [
                "active", "inactive", "active", "active", "active", "active", "active", "rejected",
                "active", "active",
            ])
        let clinical = bundle.resources("Condition").flatMap { condition in
            ReadBundle.texts(in: condition["clinicalStatus"] ?? "").filter { $0.name == "code" }
        }
        #expect(clinical.map(\.text) == ["active", "inactive", "active"])
    }

    @Test func `of a part 2 record carries its label`() throws {
        let record = try FHIRSample.record()
        var client = record.client.entries
        client["part-2"] = "yes"
        let part2 = FHIRRecord(
            practice: record.practice, client: .init(record: .numbered(2), entries: client),
            sessions: [], measures: [], consents: [], disclosures: [], documents: [])
        func labels(_ record: FHIRRecord) throws -> [String] {
            let bytes = try record.bundle(
                at: SigningTests.moment("2026-11-21", "08:00"), instruments: Measured.library,
                forms: [])
            let meta = try ReadBundle(bytes).object["meta"]
            return ReadBundle.texts(in: meta ?? "").filter { $0.name == "code" }.map(\.text)
        }
        #expect(try labels(part2) == ["R", "PSY", "42CFRPart2"])
        #expect(try labels(record) == ["R", "PSY"])
    }

    /// The practice's form changes; who signed does not.
    @Test func `names who signed as the signature does`() throws {
        let record = try FHIRSample.record()
        var practice = record.practice.entries
        practice["credentials"] = "PhD"
        let changed = FHIRRecord(
            practice: .init(record: .numbered(1), entries: practice), client: record.client,
            sessions: [], measures: [], consents: [], disclosures: [],
            documents: record.documents)
        let bundle = try ReadBundle(
            changed.bundle(
                at: SigningTests.moment("2026-11-21", "08:00"), instruments: Measured.library,
                forms: []))
        let suffixes = bundle.resources("Practitioner").flatMap { ReadBundle.texts(in: $0) }
            .filter { $0.name == "suffix" }.map(\.text)
        #expect(suffixes == ["PhD", "LMFT", "LMFT", "LMFT"])
        let authors = bundle.resources("Composition").flatMap { composition in
            ReadBundle.texts(in: composition["author"] ?? "").map(\.text)
        }
        let entries = try #require(bundle.object["entry"] as? [[String: Any]])
        let own = entries.filter { entry in
            ReadBundle.texts(in: entry).contains { $0.name == "suffix" && $0.text == "LMFT" }
        }.compactMap { $0["fullUrl"] as? String }
        #expect(authors.count == 3 && Set(authors) == Set(own))
    }

    @Test func `loses nothing of what was filled in`() throws {
        let text = String(decoding: try FHIRSample.bundle(), as: UTF8.self)
        let record = try FHIRSample.record()
        let filled =
            FHIRSample.client.all.map(\.text)
            + record.consents.flatMap { $0.entries.all }.filter {
                ["phone", "request", "recipient", "version"].contains($0.field)
            }.map(\.text)
        for words in filled where Day(iso: words) == nil && words != "no" {
            #expect(text.contains(words.replacing("'", with: "&#39;")), "\(words)")
        }
    }
}
