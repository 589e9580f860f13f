internal import ArgumentParser
internal import Documents
internal import Foundation
internal import VaultCore
internal import Wording

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Take in a caseload, a calendar, a folder of scans, or everything of another vault.",
        discussion: """
            Clients, a calendar and scans first say what they would do; with --apply they do it, \
            all or nothing. Everything of another vault comes at once, into an empty vault. Your \
            files stay where they are: delete them yourself when the vault has what they hold.
            """,
        subcommands: [Clients.self, Calendar.self, Scans.self, ImportEverything.self])

    struct Clients: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take in clients from a table (CSV).",
            discussion: """
                The first line names the columns, by the fields of a client's file: name, date of \
                birth, pronouns, diagnosis, payer and so on. Each fault is named with its line.

                Examples:
                  vault import clients caseload.csv
                  vault import clients caseload.csv --apply
                """)

        @OptionGroup var options: VaultOptions
        @Flag(help: "Take them in.") var apply = false
        @Argument(help: "The CSV file.", completion: .file()) var file: String

        func run() throws {
            let vault = try options.open()
            let form = try Library().kinds.clientForm
            let known = try vault.records(.client).map {
                CaseloadTable.identity(of: try vault.entries(of: $0))
            }
            let caseload: CaseloadTable
            do {
                caseload = try CaseloadTable(
                    try CSVTable(try InputBytes.read(file, atMost: CSVTable.largestFile)),
                    form: form, today: Places.now.day, known: Set(known))
            } catch let problems as CSVProblems {
                list(problems.all)
                throw problems
            } catch let problems as CaseloadProblems {
                list(problems.all)
                throw problems
            }
            let count = caseload.clients.count
            guard apply else {
                Output.table(
                    ["LINE", "INITIALS"],
                    caseload.clients.map { client in
                        let name = client.entries["chosen-name"] ?? client.entries["name"]
                        return [
                            "\(client.line)",
                            client.entries["alias"] ?? Source.alias(of: name ?? ""),
                        ]
                    }, empty: "")
                Console.print(
                    "\(count) \(count == 1 ? "client" : "clients"); nothing taken in yet.")
                Console.print("Add --apply to take them in.")
                return
            }
            let added = try vault.importClients(caseload.clients.map(\.entries))
            Console.print(
                "Added \(count) \(count == 1 ? "client" : "clients"): "
                    + "\(added.first?.shortName ?? "") to \(added.last?.shortName ?? "").")
            try SharedAlias.warn(vault)
        }

        private func list(_ faults: [any UserFacing]) {
            for fault in faults { Console.say("\(fault.problem) \(fault.nextStep)") }
        }
    }

    struct Calendar: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take in appointments from a calendar (.ics).",
            discussion: """
                Asks once whose each title is, and remembers it. Only titles, times and \
                cancellations are read; nothing is ever written into the calendar. Giving the \
                same calendar again takes in only what changed.

                Examples:
                  vault import calendar week.ics
                  vault import calendar week.ics --apply
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Flag(help: "Take them in.") var apply = false
        @Option(help: "So many days back.") var back = 31
        @Option(help: "So many days ahead.") var ahead = 62
        @Argument(help: "The .ics file.", completion: .file()) var file: String

        func run() throws {
            guard (0...3660).contains(back), (0...366).contains(ahead) else {
                throw ValidationError("--back takes 0 to 3660, --ahead 0 to 366.")
            }
            let vault = try options.open()
            let today = Places.now.day
            guard let first = Day(daysSince1970: today.daysSince1970 - back),
                let last = Day(daysSince1970: today.daysSince1970 + ahead)
            else { return }
            let zone = try vault.practice()["zone"] ?? TimeZone.current.identifier
            let calendar = try CalendarFile(
                try InputBytes.read(file, atMost: CalendarFile.largestFile), days: first...last,
                practiceZone: zone, zones: Zones.offset)
            for problem in calendar.problems {
                Console.say("\(problem.problem) \(problem.nextStep)")
            }
            let known = try vault.calendarNames()
            var names = known
            if let from = input.from { try read(from, &names, vault) }
            var plan = try vault.plan(calendar.appointments, names: names)
            let asked = Result {
                if !plan.unknown.isEmpty, let terminal = input.from == nil ? input.terminal : nil {
                    try Interruption.during { try ask(plan.unknown, at: terminal, &names, vault) }
                    plan = try vault.plan(calendar.appointments, names: names)
                }
            }
            // What she answered before she stopped is remembered all the same.
            if names != known { try vault.remember(names) }
            try asked.get()
            show(plan, calendar)
            guard apply else {
                Console.print("Nothing taken in yet. Add --apply to take them in.")
                return
            }
            try vault.carryOut(plan)
            Console.print("Done.")
        }

        private func show(_ plan: AppointmentPlan, _ calendar: CalendarFile) {
            let rows = [
                ("new", plan.new.count), ("moved or cancelled", plan.changed.count),
                ("there already", plan.unchanged), ("no sessions", plan.others),
                ("now of another client, left as they are", plan.othersNow.count),
                ("whole days, left out", calendar.allDay),
                ("not understood, left out", calendar.leftOut),
                ("of unknown clients, left out", plan.unknown.values.reduce(0, +)),
            ]
            Output.table(
                [], rows.filter { $0.1 > 0 }.map { ["  \($0.1)", $0.0] },
                empty: "No appointments in these days.")
            for title in plan.unknown.keys.sorted() { Console.print("         “\(title)”") }
            if !plan.othersNow.isEmpty {
                let sessions = plan.othersNow.map(\.shortName).joined(separator: ", ")
                Console.print(
                    "Look at \(sessions): the appointment bears another client's title now.")
            }
        }

        private func ask(
            _ unknown: [String: Int], at terminal: Terminal, _ names: inout CalendarNames,
            _ vault: Vault
        ) throws {
            terminal.show("Whose are these? A number such as C1; - for no session; Enter skips.\n")
            for title in unknown.keys.sorted() {
                while true {
                    let answer = try terminal.ask("  “\(title)” (\(unknown[title] ?? 0)): ")
                    if answer.isEmpty { break }
                    do {
                        try remember(title, answer, &names, vault)
                        break
                    } catch let error as VaultError {
                        terminal.show("  \(error.problem) \(error.nextStep)\n")
                    }
                }
            }
        }

        /// Lines of `title = C1`, for those who prepare it.
        private func read(_ path: String, _ names: inout CalendarNames, _ vault: Vault) throws {
            for line in try InputText.read(path).split(whereSeparator: \.isNewline) {
                guard let equals = line.lastIndex(of: "=") else { throw InputError.unreadable }
                try remember(
                    String(line[..<equals]),
                    line[line.index(after: equals)...].trimmingCharacters(in: .whitespaces), &names,
                    vault)
            }
        }

        private func remember(
            _ title: String, _ answer: String, _ names: inout CalendarNames, _ vault: Vault
        ) throws {
            let client = answer == "-" ? nil : try vault.find(answer, .client).record
            names.updateValue(client, forKey: Vault.title(title))
        }
    }

    struct Scans: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Attach all files of a folder to the clients they are named for.",
            discussion: """
                A file belongs to the client with whose number (C1), record number or display \
                alias its name begins, such as `C1 authorization.pdf`. The others are asked for.

                Examples:
                  vault import scans scans
                  vault import scans scans --apply
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Flag(help: "Take them in.") var apply = false
        @Argument(help: "The folder.", completion: .directory) var folder: String

        func run() throws {
            let vault = try options.open()
            let owners = try ScanOwners(vault)
            let terminal = input.terminal
            var files: [(scan: Scan, client: RecordSummary)] = []
            var rows: [[String]] = []
            var known: [RecordID: Set<String>] = [:]
            for name in try InputFolder.files(in: folder) {
                let found = try owners.client(named: name) ?? ask(name, at: terminal, vault)
                guard let client = found else {
                    rows.append(["-", name])
                    continue
                }
                let scan: Scan
                do {
                    let title = (name as NSString).deletingPathExtension
                    scan = try Scan(folder + "/" + name, titled: title)
                } catch {
                    // The name stands on the screen and in no error: it could tell something.
                    Console.print("This one is not as it should be: \(name)")
                    throw error
                }
                var digests = try known[client.record] ?? vault.attachedDigests(of: client)
                if digests.insert(scan.digest).inserted {
                    files.append((scan, client))
                    rows.append([client.shortName, name])
                } else {
                    rows.append([client.shortName, name + " (there already)"])
                }
                known[client.record] = digests
            }
            Output.table(["CLIENT", "FILE"], rows, empty: "No files in this folder.")
            guard apply, !files.isEmpty else {
                Console.print("Nothing taken in yet. Add --apply to take them in.")
                return
            }
            try vault.importScans(files, day: Places.now.day.iso)
            Console.print(
                "Attached \(files.count) of \(rows.count) files. "
                    + "Delete the folder when you have looked at `vault attach list`.")
        }

        /// Whose a file is, asked until it is a client; nil if she leaves it out.
        private func ask(
            _ name: String, at terminal: Terminal?, _ vault: Vault
        ) throws -> RecordSummary? {
            guard let terminal else { return nil }
            return try Interruption.during {
                while true {
                    let answer = try terminal.ask(
                        "Whose is “\(name)”? (a number such as C1, or Enter) ")
                    if answer.isEmpty { return nil }
                    do {
                        return try vault.find(answer, .client)
                    } catch let error as VaultError {
                        terminal.show("  \(error.problem) \(error.nextStep)\n")
                    }
                }
            }
        }
    }
}

/// Whose a scanned file is, by the beginning of its name.
private struct ScanOwners {
    private var byNumber: [String: RecordSummary] = [:]
    private var byName: [[String]: RecordSummary] = [:]

    init(_ vault: Vault) throws {
        var shared: Set<[String]> = []
        for client in try vault.records(.client) {
            byNumber[Self.words(client.shortName).joined()] = client
            let entries = try vault.entries(of: client)
            let names = Set(["alias", "record-number"].compactMap { entries[$0] }.map(Self.words))
            for name in names where !name.isEmpty {
                if byName.updateValue(client, forKey: name) != nil { shared.insert(name) }
            }
        }
        // A name that two clients share decides nothing.
        for name in shared { byName[name] = nil }
    }

    /// The client whose number is the first word, else the one with the longest name at the
    /// beginning.
    func client(named file: String) -> RecordSummary? {
        let words = Self.words((file as NSString).deletingPathExtension)
        guard let first = words.first else { return nil }
        if first.first == "c", first.count > 1, first.dropFirst().allSatisfy(\.isNumber) {
            return byNumber[first]
        }
        return words.indices.reversed().lazy.compactMap { byName[Array(words[...$0])] }.first
    }

    private static func words(_ name: String) -> [String] {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}

/// Two clients who look the same in a list get mixed up.
enum SharedAlias {
    /// Names all who share theirs with another, or only those who share it with this client.
    static func warn(_ vault: Vault, with only: RecordSummary? = nil) throws {
        let shared = Dictionary(
            grouping: Caseload(try vault.summaries()).clients, by: \.header.label
        ).values.filter { clients in
            clients.count > 1 && (only == nil || clients.contains { $0.record == only?.record })
        }
        for clients in shared.sorted(by: { $0[0].header.number < $1[0].header.number }) {
            let names = clients.map(\.shortName).joined(separator: ", ")
            Console.say("\(names) look the same in lists.")
            Console.say("Give one a display alias: `vault client edit NUMBER alias`.")
        }
    }
}

/// The time zones of this computer, for calendars.
enum Zones {
    @Sendable static func offset(_ name: String) -> ZoneOffset? {
        guard name.contains("/") || ["UTC", "GMT"].contains(name),
            let zone = TimeZone(identifier: name)
        else {
            return nil
        }
        return { zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval($0))) }
    }
}

/// A file as bytes, not more than so many.
enum InputBytes {
    static func read(_ path: String, atMost most: Int) throws -> [UInt8] {
        let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
        guard let handle else { throw InputError.unreadable }
        do {
            // One more than allowed, so that the reader can say that it is too much.
            return Array(try handle.read(upToCount: most + 1) ?? Data())
        } catch {
            throw InputError.unreadable
        }
    }
}

/// The plain files of a folder, by name.
enum InputFolder {
    static func files(in folder: String) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter { name in
                // A link is none of them: it could lead anywhere.
                let facts = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
                return !name.hasPrefix(".") && facts[.type] as? FileAttributeType == .typeRegular
            }.sorted()
        } catch {
            throw InputError.unreadable
        }
    }
}
