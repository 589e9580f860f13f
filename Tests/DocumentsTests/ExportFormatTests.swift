import Documents
import Foundation
import Testing

/// The formats a person reads, made of what was signed.
@Suite struct `An export to read` {
    private static func text(_ format: ExportFormat, _ document: SignedDocument) throws -> String {
        String(decoding: try format.render(document), as: UTF8.self)
    }

    /// Signs that only set the text are left out, and case: the text has its headings in capitals.
    private static func words(_ text: String) -> [String] {
        text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
            .filter { !$0.allSatisfy { $0 == "-" || $0 == "=" } }
    }

    private static func shown(html: String) throws -> String {
        let body = String(try #require(html.split(separator: "<body>").last))
        return [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
        ].reduce(body.replacing(/<[^>]*>/, with: " ")) { $0.replacing($1.0, with: $1.1) }
    }

    /// What a reader of CommonMark makes of it, as far as we write it; `test_fhir.py` asks one.
    private static func shown(markdown: String) -> String {
        markdown.split(separator: "\n").map { line in
            let opening = ["# ", "## ", "- "].first { line.hasPrefix($0) } ?? ""
            var shown = ""
            var letters = line.dropFirst(opening.count).unicodeScalars[...]
            while let letter = letters.popFirst() {
                if letter == "\\" {
                    if let next = letters.popFirst() { shown.unicodeScalars.append(next) }
                } else if letter != "*" {
                    shown.unicodeScalars.append(letter)
                }
            }
            return shown
        }.joined(separator: "\n")
    }

    @Test(arguments: ExportSample.all)
    func `has the words of the signed text, all of them and no others`(
        _ sample: ExportSample
    ) throws {
        let document = sample.document
        let signed = Self.words(document.text)
        #expect(try Self.words(Self.shown(html: Self.text(.html, document))) == signed)
        #expect(try Self.words(Self.shown(markdown: Self.text(.markdown, document))) == signed)
    }

    @Test(arguments: ExportSample.all)
    func `as a page loads nothing and runs nothing`(_ sample: ExportSample) throws {
        let page = try Self.text(.html, sample.document)
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
        #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"))
        let elements = Set(page.matches(of: /<\/?([A-Za-z0-9]+)/).map { String($0.output.1) })
        #expect(
            elements.isSubset(of: [
                "html", "head", "meta", "title", "style", "body", "main", "header", "footer",
                "section", "h1", "h2", "p", "table", "tbody", "tr", "th", "td", "br", "hr",
                "strong",
            ]))
        for word in ["@import", "url(", " src=x>", " href", "http://", "https://", "<script"]
        where sample.name != "hostile" {
            #expect(!page.contains(word), "\(word)")
        }
    }

    @Test(arguments: ["arrows", "late", "treatment-plan", "letter.attendance", "hostile"])
    func `is as it was kept`(name: String) throws {
        let document = try ExportSample.named(name)
        try Golden.expect(Self.text(.markdown, document), matches: "\(name).md")
        try Golden.expect(Self.text(.html, document), matches: "\(name).html")
        if name == "hostile" { try Golden.expect(document.text, matches: "hostile.txt") }
        if name == "late" { try Golden.expect(document.text, matches: "late.txt") }
    }

    @Test func `has a neutral name and a neutral title`() throws {
        #expect(ExportFormat.all.map(\.id) == ["text", "markdown", "html", "json"])
        #expect(
            ExportFormat.all.map(\.fileName) == [
                "document.txt", "document.md", "document.html", "document.json",
            ])
        let page = try Self.text(.html, ExportSample.named("letter.court"))
        #expect(page.contains("<title>Document 000102030405060708090a0b0c0d0e0f</title>"))
    }

    @Test(arguments: ExportSample.all)
    func `is the same bytes each time`(_ sample: ExportSample) throws {
        for format in ExportFormat.all {
            #expect(try format.render(sample.document) == format.render(sample.document))
        }
    }
}
