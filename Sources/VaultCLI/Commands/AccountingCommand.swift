internal import ArgumentParser
internal import Documents
internal import Typesetting
internal import VaultCore

struct AccountingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounting",
        abstract: "The account of disclosures that a client may ask for.",
        discussion: """
            Six years back, what 45 CFR 164.528 says must be told: what went for treatment, \
            payment or running the practice, to the client, or under an authorization is not in \
            it. With --to it is written as PDF, text and table, not encrypted, to be handed over; \
            the PDF is kept in the client's file, as the law asks.

            Examples:
              vault disclosure accounting C1
              vault disclosure accounting C1 --to /media/stick
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var output: OutputOptions
    @Option(
        help: ArgumentHelp("The folder for the files.", valueName: "folder"),
        completion: .directory)
    var to: String?
    @Option(help: "letter or a4.") var paper = "letter"
    @Argument(help: "The client's number, such as C1.") var client: String

    func validate() throws {
        guard ["letter", "a4"].contains(paper) else {
            throw ValidationError("--paper takes letter or a4.")
        }
    }

    private struct AccountingJSON: Encodable {
        let client: String
        let from: String
        let until: String
        let suspended: Int
        let lines: [LineJSON]
    }

    private struct LineJSON: Encodable {
        let first: String
        let last: String
        let times: Int
        let recipient: String
        let address: String
        let what: String
        let purpose: String
        let disclosures: [String]
    }

    func run() throws {
        let vault = try options.open()
        let found = try vault.find(client, .client)
        let accounting = try vault.accounting(of: found)
        let sheet = try vault.sheet(of: accounting, for: found)
        if let to {
            let pages = try sheet.pdf(on: paper == "a4" ? .a4 : .letter)
            let name = "accounting-\(accounting.until.iso)"
            let files = [
                (name: name + ".pdf", contents: pages),
                (name: name + ".txt", contents: Array(sheet.text.utf8)),
                (name: name + ".csv", contents: Array(accounting.csv.utf8)),
            ]
            try PrintedFiles.write(files, to: to) {
                try vault.keep(accounting, as: pages, of: found)
            }
            for file in files { Console.print("Written: \(file.name)") }
            Console.print("The files are not encrypted. The PDF is kept in \(found.shortName).")
        } else {
            try vault.note(accounting, of: found)
            if output.json {
                Output.json(json(accounting, found))
            } else {
                Console.print(sheet.text)
            }
        }
        if accounting.suspended > 0 {
            Console.say(
                "Left out because an agency asked for it: \(accounting.suspended) "
                    + "(45 CFR 164.528(a)(2)).")
            Console.say("Do not tell the client while the suspension holds.")
        }
        try vault.requireWhole()
    }

    private func json(_ accounting: Accounting, _ client: RecordSummary) -> AccountingJSON {
        AccountingJSON(
            client: client.shortName, from: accounting.from.iso, until: accounting.until.iso,
            suspended: accounting.suspended,
            lines: accounting.lines.map {
                LineJSON(
                    first: $0.first.iso, last: $0.last.iso, times: $0.count,
                    recipient: $0.recipient, address: $0.address, what: $0.what,
                    purpose: $0.purpose, disclosures: $0.numbers)
            })
    }
}

struct SuspendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend",
        abstract: "Leave a disclosure out of accounts, because an agency asked for it.",
        discussion: """
            Only for what went to health oversight or law enforcement (45 CFR 164.528(a)(2)). By \
            word of mouth it holds for 30 days. Then it is in the account again.

            Example:
              vault disclosure suspend E1
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var input: InputOptions
    @Argument(help: "Its number, such as E1.") var disclosure: String

    func run() throws {
        let vault = try options.open()
        let record = try vault.find(disclosure, .disclosure)
        let row = try FormQuestions(
            form: try Library.suspensionForm(), terminal: input.terminal
        ).fill(from: input.from, noInput: input.noInput) { try vault.suspend(record, $0) }
        let until = row.suspension.map { " until \($0.until.spoken)" } ?? ""
        Console.print("\(record.shortName) is left out of accounts\(until).")
    }
}
