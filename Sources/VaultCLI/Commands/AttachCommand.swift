internal import ArgumentParser
internal import Documents
internal import VaultCore

struct AttachCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attach",
        abstract: "Files of a client: scans, forms, recordings of consent.",
        subcommands: [Add.self, List.self, Save.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a file into the vault.",
            discussion: """
                The file itself stays where it is; delete it yourself when the vault has it. \
                Large files stream.

                Example:
                  vault attach add C1 scan.pdf
                """)

        @OptionGroup var options: VaultOptions
        @Flag(help: "Ask nothing; the title is then “Scan”.") var noInput = false
        @Argument(help: "The client, such as C1.") var client: String
        @Argument(help: "The file.", completion: .file()) var file: String

        func run() throws {
            let vault = try options.open()
            let found = try vault.find(client, .client)
            var title = ""
            if !noInput, let terminal = Terminal() {
                title = try Interruption.during {
                    try terminal.ask("What is it? [Scan] ")
                }
            }
            let attachment = try vault.attach(
                fileAt: file, titled: title.isEmpty ? "Scan" : title, to: found,
                day: Places.now.day.iso)
            Console.print("Attached as \(attachment.shortName) to \(found.shortName).")
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List attached files.",
            discussion: """
                Example:
                  vault attach list C1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "Only this client's files.") var client: String?

        private struct AttachmentJSON: Encodable {
            let attachment: String
            let date: String
            let client: String
            let title: String
            let mediaType: String
            let bytes: Int
            let sha256: String
        }

        func run() throws {
            let vault = try options.open()
            let caseload = Caseload(try vault.summaries())
            let only = try client.map { try vault.find($0, .client).record }
            let rows = try caseload.attachments.filter { only == nil || $0.owner == only }.map {
                let attachment = try vault.attachment($0)
                return AttachmentJSON(
                    attachment: $0.shortName, date: $0.header.day,
                    client: caseload.client(of: $0)?.shortName ?? "-", title: attachment.title,
                    mediaType: attachment.mediaType, bytes: attachment.bytes,
                    sha256: attachment.digest)
            }
            if output.json {
                Output.json(rows)
            } else {
                Output.table(
                    ["FILE", "DATE", "CLIENT", "SIZE", "TYPE", "TITLE"],
                    rows.map {
                        [
                            $0.attachment, $0.date, $0.client, Size.text($0.bytes), $0.mediaType,
                            $0.title,
                        ]
                    }, empty: "No files yet. Attach one with `vault attach add C1 FILE`.")
            }
            try vault.requireWhole()
        }
    }

    struct Save: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write an attached file into a folder, to look at it.",
            discussion: """
                What lies in the folder then is readable to whoever opens it: delete it when you \
                have seen it.

                Example:
                  vault attach save F1 --to .
                """)

        @OptionGroup var options: VaultOptions
        @Option(help: ArgumentHelp("The folder.", valueName: "folder"), completion: .directory)
        var to: String
        @Argument(help: "The file's number, such as F1.") var attachment: String

        func run() throws {
            let vault = try options.open()
            let name = try vault.save(try vault.find(attachment, .attachment), to: to)
            Console.print("Written as \(name). Delete it when you have seen it.")
        }
    }
}

/// Bytes as she reads them.
enum Size {
    static func text(_ bytes: Int) -> String {
        var value = Double(bytes)
        for unit in ["bytes", "KB", "MB"] {
            if value < 1000 { return "\(Int(value.rounded())) \(unit)" }
            value /= 1000
        }
        return "\((value * 10).rounded() / 10) GB"
    }
}
