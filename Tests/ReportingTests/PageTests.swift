import Audit
import Documents
import Foundation
import Reporting
import Sealing
import Testing

/// The report as files.
@Suite struct `The files of an audit report` {
    @Test func `read as kept`() throws {
        let report = try InventedTrail.report()
        try Golden.expect(report.sheet.text, matches: "report.txt")
        try Golden.expect(report.html, matches: "report.html")
        try Golden.expect(String(decoding: try report.json, as: UTF8.self), matches: "report.json")
        try Golden.expect(
            report.csv.map { "\($0.name).csv\n\($0.text)" }.joined(separator: "\n"),
            matches: "report.csv")
    }

    @Test func `are the same bytes for the same period, whatever came after`() throws {
        let report = try InventedTrail.report()
        let shorter = try InventedTrail.report(Array(InventedTrail.month.dropLast(2)))
        #expect(report == shorter)
        #expect(report.html == shorter.html)
        #expect(try report.json == shorter.json)
        #expect(report.sheet == shorter.sheet)
    }

    @Test func `show an act of before where a section refers to it`() throws {
        let report = try InventedTrail.report()
        #expect(report.entries.map(\.number) == [0, 2] + Array(4...24))
        let numbers = Set(report.entries.map(\.number))
        let named = report.sections.flatMap { section in
            section.figures.flatMap(\.entries)
                + section.tables.flatMap { $0.rows.flatMap(\.entries) }
        }
        #expect(numbers.isSuperset(of: named))
    }

    @Test func `open no entry that is not shown`() throws {
        let report = try InventedTrail.report()
        var reader = TrailFileReader(of: nil, seen: [])
        var opened: [UInt64] = []
        try Array(report.trail.utf8).withUnsafeBytes { bytes in
            try reader.add(bytes) { if $0.isOpen { opened.append($0.number) } }
        }
        #expect(opened == report.entries.map(\.number))
        #expect(try reader.finish().report.damage == [])
    }

    @Test func `name no client but by a code`() throws {
        let report = try InventedTrail.report()
        #expect(Set(report.entries.map(\.client)) == ["", "c1c1c1c1", "c2c2c2c2"])
    }

    @Test func `neutralise what a spreadsheet or a browser would run`() throws {
        var facts = InventedTrail.facts
        facts.practice = ["<img src=x onerror=alert(1)>"]
        let report = try InventedTrail.report(
            InventedTrail.month + [
                .init(.settingsChange, 14, 600, .init(.setting, "=HYPERLINK(1)")),
                .init(.vaultLock, 14, 601),
            ], facts: facts)
        #expect(!report.html.contains("<img"))
        let cells = report.csv.first { $0.name == "settings" }?.text ?? ""
        #expect(cells.contains("\"'=HYPERLINK(1)\""))
    }

    @Test func `refer to nothing outside`() throws {
        let page = try InventedTrail.report().html
        for word in ["http:", "https:", "src=", "url(", "@import", "<link", "<iframe", " style="] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(page.contains("default-src 'none'; script-src 'sha256-"))
        #expect(!page.contains("unsafe-inline"))
    }
}

/// The page in a real browser, from a file, without a network.
@Suite(.serialized) struct `The page that checks itself` {
    @Test func `finds that it is what was signed`() throws {
        let page = try shown(InventedTrail.report().html)
        #expect(page.contains("data-result=\"holds\""))
        #expect(page.contains("Yes, if the public key is the right one: all 25 entries"))
    }

    @Test func `finds so of entries from before sessions had keys`() throws {
        let report = try AuditReport(
            try InventedTrail.signed(earlier: 9), facts: InventedTrail.facts,
            from: try #require(InventedTrail.from), until: try #require(InventedTrail.until))
        let page = try shown(report.html)
        #expect(page.contains("data-result=\"holds\""))
        let other = report.html.replacing("<td>c1c1c1c1</td>", with: "<td>c2c2c2c2</td>")
        #expect(try shown(other).contains("shows something else than the entry says"))
    }

    @Test(arguments: [
        (
            "an act that is shown otherwise", "<td>document.sign</td>", "<td>document.view</td>",
            "this page shows something else than the entry says"
        ),
        (
            "a client that is shown otherwise", "<td>c2c2c2c2</td>", "<td>c1c1c1c1</td>",
            "this page shows something else than the entry says"
        ),
        (
            "a detail that is shown otherwise", "basis auth_508", "basis order_512e1i",
            "this page shows something else than the entry says"
        ),
        (
            "another number of acts", "<th scope=\"row\">Acts in it</th><td>21",
            "<th scope=\"row\">Acts in it</th><td>20", "head says another “Acts in it”"
        ),
        (
            "another key in the head", "<td>vault-", "<td>vaulT-",
            "head says another “Public key”"
        ),
        (
            "an act that is not shown", "<tr id=\"e17\"", "<tr hidden id=\"e99\"",
            "it is of the period, and this page does not show it"
        ),
    ])
    func `finds`(_ what: String, _ old: String, _ new: String, _ found: String) throws {
        let html = try InventedTrail.report().html
        let place = try #require(html.range(of: old, options: .backwards))
        let page = try shown(html.replacingCharacters(in: place, with: new))
        #expect(page.contains("data-result=\"fails\""))
        #expect(page.contains(found))
    }

    /// Everything else fits: only Ed25519 tells.
    @Test func `finds a signature that was made up`() throws {
        let report = try InventedTrail.report()
        let line = try #require(report.trail.split(separator: "\n").last)
        let old = try #require(line.split(separator: " ").last)
        let note = try #require(Data(base64Encoded: String(old)))
        var letters = Array(String(decoding: note, as: UTF8.self))
        let place = letters.count - 40
        letters[place] = letters[place] == "A" ? "B" : "A"
        let new = Data(String(letters).utf8).base64EncodedString()
        let page = try shown(report.html.replacing(old, with: new))
        #expect(page.contains("its checkpoint has a signature that does not verify"))
    }

    /// What the page says of itself, after its script ran.
    private func shown(_ html: String) throws -> String {
        let folder = URL(filePath: NSTemporaryDirectory())
            .appending(path: "report-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "report.html")
        try Data(html.utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/chromium")
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000",
            "--user-data-dir=\(folder.path)/profile", "--dump-dom", file.absoluteString,
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let page = String(decoding: bytes, as: UTF8.self)
        let start = try #require(page.range(of: "<aside id=\"check\""))
        let rest = page[start.lowerBound...]
        return String(rest[..<(try #require(rest.range(of: "</aside>")).lowerBound)])
    }
}
