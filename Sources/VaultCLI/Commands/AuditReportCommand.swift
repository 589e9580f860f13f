internal import ArgumentParser
internal import Documents
internal import Reporting
internal import Typesetting
internal import VaultCore

struct AuditReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the report of a period for a compliance reviewer.",
        discussion: """
            A PDF, a page for the browser, JSON, tables for a spreadsheet, and the trail itself. \
            They name no client and quote no record: clients have codes, the same in every report. \
            The page checks in the browser, without a network, that the acts it lists are those \
            that were signed. `vault audit codes` tells you alone which code is which client.

            The files are not encrypted.

            Example:
              vault audit report --from 2026-10-01 --to 2026-12-31 --out /media/stick
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var output: OutputOptions
    @Option(
        name: .customLong("from"), help: ArgumentHelp("The first day.", valueName: "date"))
    var first: String
    @Option(name: .customLong("to"), help: ArgumentHelp("The last day.", valueName: "date"))
    var last: String
    @Option(
        help: ArgumentHelp("The folder for the files.", valueName: "folder"),
        completion: .directory)
    var out: String
    @Option(help: "letter or a4.") var paper = "letter"

    func validate() throws {
        guard ["letter", "a4"].contains(paper) else {
            throw ValidationError("--paper takes letter or a4.")
        }
    }

    private struct MadeJSON: Encodable {
        let files: [String]
        let acts: Int
        let explain: Int
    }

    func run() throws {
        guard let from = Day(iso: first), let until = Day(iso: last) else {
            throw ValidationError("--from and --to take a day, such as 2026-10-01.")
        }
        guard from <= until, until <= Places.now.day else {
            throw ValidationError("--from comes before --to, and neither lies in the future.")
        }
        let vault = try options.open()
        try vault.requireCurrent()
        try vault.requireAgreement(with: try Witness.all(in: out, for: vault))
        let report = try vault.auditReport(from: from, until: until)
        let name = "report-\(from.iso)-\(until.iso)"
        let page = Array(report.html.utf8)
        var files = [
            (
                name: name + ".pdf",
                contents: try report.sheet.pdf(on: paper == "a4" ? .a4 : .letter)
            ),
            (name: name + ".html", contents: page),
            (name: name + ".json", contents: try report.json),
            (name: name + "-trail.txt", contents: Array(report.trail.utf8)),
            (name: name + "-trail.checkpoint", contents: Array(report.checkpoint.utf8)),
        ]
        let tables = report.csv
        files += tables.map { (name: "\(name)-\($0.name).csv", contents: Array($0.text.utf8)) }
        try PrintedFiles.write(files, to: out, forOthers: true) {
            try vault.note(report, page: page)
        }
        let explain = report.sections.reduce(0) { $0 + $1.exceptions.count }
        if output.json {
            Output.json(
                MadeJSON(files: files.map(\.name), acts: report.entries.count, explain: explain))
        } else {
            for file in files where ![".csv", ".checkpoint"].contains(where: file.name.hasSuffix) {
                Console.print("Written: \(file.name)")
            }
            Console.print("And \(tables.count) tables, such as \(name)-acts.csv")
            Console.print("The files are not encrypted. They name no client.")
            if explain > 0 { Console.print("Section 14 lists what you will be asked to explain.") }
        }
        try vault.requireWhole()
    }
}

struct AuditCodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codes",
        abstract: "List which code stands for which client in a report.",
        discussion: """
            Keep it apart from the reports. The codes are the same in every report and trail, so \
            two people who have both got one can tell that it is the same client.

            Example:
              vault audit codes
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var output: OutputOptions

    private struct CodeJSON: Encodable {
        let code: String
        let client: String
    }

    func run() throws {
        let vault = try options.open()
        try vault.requireCurrent()
        let codes = try vault.clientCodes()
        if output.json {
            Output.json(codes.map { CodeJSON(code: $0.code, client: $0.client.shortName) })
        } else {
            Output.table(
                ["CODE", "CLIENT", "NAME"],
                codes.map { [$0.code, $0.client.shortName, $0.client.header.label] },
                empty: "No client is on file.")
        }
        try vault.requireWhole()
    }
}
