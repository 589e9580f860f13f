internal import Documents
internal import Foundation
internal import VaultCore
internal import Wording

/// Fills in a form: from a file or standard input, or field by field at the terminal.
struct FormQuestions {
    let form: Form
    let terminal: Terminal?

    /// Reads a jotting from `path` (`-` is standard input). A single huge file is refused by the form.
    func read(_ path: String) throws -> Entries {
        let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
        guard let handle else { throw InputError.unreadable }
        do {
            let bytes = try handle.read(upToCount: Self.mostBytes + 1) ?? Data()
            return try form.read(Array(bytes))
        } catch let error as any UserFacing {
            throw error
        } catch {
            throw InputError.unreadable
        }
    }

    /// Reading stops here; the form itself refuses what is too long for a jotting.
    private static let mostBytes = 16 << 20

    /// Asks for these fields, one after the other; an empty answer leaves an optional one empty.
    /// What may be taken over from the client's last session is shown, and `=` takes it over.
    func ask(_ fields: [Field], into entries: inout Entries, last: LastSession? = nil) throws {
        guard let terminal else { throw TerminalError.noTerminal }
        for field in fields where isWanted(field, entries) {
            let earlier = field.carries ? last?.jotting[field.id] : nil
            if let earlier, let last {
                terminal.show("    last time (\(last.day)): \(earlier)\n    = takes it over\n")
            }
            try ask(field, at: terminal, into: &entries) { answer, entries in
                guard answer == "=", let earlier, let last else { return false }
                entries.carry(earlier, to: field.id, from: last.day)
                return true
            }
        }
    }

    /// Changes what is filled in: from a file, or asking again with what each field holds now.
    /// Without names, it asks for what is filled in and what is normally asked.
    func change(_ entries: inout Entries, from path: String?, only names: [String] = []) throws {
        let named = try names.map { name in
            guard let field = form.field(named: name) else { throw InputError.noSuchField }
            return field
        }
        if let path {
            for entry in try read(path).all { entries[entry.field] = entry.text }
            return
        }
        guard let terminal else { throw TerminalError.noTerminal }
        terminal.show("Enter keeps what is there; a single - empties a field.\n")
        try Interruption.during {
            for field in named.isEmpty ? form.fields : named
            where !named.isEmpty || entries[field.id] != nil || field.isAsked(given: entries) {
                try ask(field, at: terminal, into: &entries)
            }
        }
    }

    /// What the form asks for by itself, and what is needed now.
    private func isWanted(_ field: Field, _ entries: Entries) -> Bool {
        field.isAsked(given: entries) || form.missing(in: entries).contains(field)
    }

    /// Asks for fields that a rule found missing, whether or not the form asks by itself.
    func askNeeded(_ fields: [Field], into entries: inout Entries) throws {
        guard let terminal else { throw TerminalError.noTerminal }
        for field in fields { try ask(field, at: terminal, into: &entries) }
    }

    /// The same until each of them has an answer.
    func require(_ fields: [Field], into entries: inout Entries) throws {
        guard let terminal else { throw TerminalError.noTerminal }
        for field in fields { try ask(field, at: terminal, isNeeded: true, into: &entries) }
    }

    private func ask(
        _ field: Field, at terminal: Terminal, isNeeded: Bool = false, into entries: inout Entries,
        special: (String, inout Entries) -> Bool = { _, _ in false }
    ) throws {
        for (index, choice) in field.choices.enumerated() {
            terminal.show("    \(index + 1)  \(choice.label)\n")
        }
        if case .choices = field.input { terminal.show("    (several: with commas between)\n") }
        let current = entries[field.id]
        let shown = current.map { " [\(field.shown($0))]" } ?? ""
        while true {
            let answer = try terminal.ask("\(field.question)\(shown) ")
            if answer.isEmpty {
                let isMissing = isNeeded || form.missing(in: entries).contains(field)
                guard current == nil, isMissing else { return }
                terminal.show(Self.needed(field))
                continue
            }
            if special(answer, &entries) { return }
            if answer == "?" {
                terminal.show((field.hint ?? field.label) + "\n")
                continue
            }
            if answer == "-", current != nil {
                var emptied = entries
                emptied[field.id] = nil
                if isNeeded || form.missing(in: emptied).contains(field) {
                    terminal.show(Self.needed(field))
                    continue
                }
                entries = emptied
                return
            }
            do {
                entries[field.id] = try form.accept(answer, for: field)
            } catch {
                terminal.show(error.problem + " " + error.nextStep + "\n")
                continue
            }
            if field.input == .lines { try askMore(field, at: terminal, into: &entries) }
            return
        }
    }

    /// Further lines of a field that holds several, until an empty one; each is kept at once.
    private func askMore(
        _ field: Field, at terminal: Terminal, into entries: inout Entries
    ) throws {
        while let text = entries[field.id] {
            let more = try terminal.ask("    another, or Enter: ")
            guard !more.isEmpty else { return }
            do {
                entries[field.id] = text + "\n" + (try form.accept(more, for: field))
            } catch {
                terminal.show(error.problem + " " + error.nextStep + "\n")
            }
        }
    }

    private static func needed(_ field: Field) -> String {
        "This is needed" + (field.hint.map { ": \($0)" } ?? "") + ".\n"
    }
}

/// Why a file with answers could not be used.
enum InputError: UserFacing, Equatable {
    case unreadable
    case missing([String])
    case noSuchField

    var code: String {
        switch self {
        case .unreadable: "input.unreadable"
        case .missing: "input.missing"
        case .noSuchField: "input.no-such-field"
        }
    }

    var problem: String {
        switch self {
        case .unreadable: "The file with your answers could not be read."
        case .missing(let labels): "Still missing: \(labels.joined(separator: ", "))."
        case .noSuchField: "One of the fields that you named does not exist."
        }
    }

    var nextStep: String {
        switch self {
        case .unreadable: "Check its name, and that you may read it; - means standard input."
        case .missing: "Add a line `field: text` for each of them."
        case .noSuchField: "Run the command without fields; it asks for one after the other."
        }
    }

    var exitCode: ExitCode {
        switch self {
        case .unreadable: .failed
        case .missing: .findingsBlock
        case .noSuchField: .wrongUsage
        }
    }
}

extension FormQuestions {
    /// The whole way for a record: from a file if one is named, else every field at the terminal.
    func fill(from path: String?, noInput: Bool = false) throws -> Entries {
        var entries = Entries()
        if let path {
            entries = try read(path)
            if !noInput, terminal != nil {
                try ask(form.missing(in: entries), into: &entries)
            }
        } else {
            try ask(form.fields, into: &entries)
        }
        try form.requireWhole(entries)
        return entries
    }

    /// The same, and what keeps it.
    func fill<Kept>(
        from path: String?, noInput: Bool = false, keep: (Entries) throws -> Kept
    ) throws -> Kept {
        let entries = try Interruption.during { try fill(from: path, noInput: noInput) }
        return try kept(entries, keep)
    }

    /// What `keep` makes of the answers. At the terminal an answer that only it refuses, such as a
    /// day before the client's birth, is asked for again, so that the others are not lost.
    func kept<Kept>(_ entries: Entries, _ keep: (Entries) throws -> Kept) throws -> Kept {
        var entries = entries
        while true {
            do {
                return try keep(entries)
            } catch let error as any AnswerRefusal {
                guard let terminal,
                    let field = form.fields.first(where: { $0.label == error.label })
                else { throw error }
                terminal.show(error.problem + " " + error.nextStep + "\n")
                try Interruption.during { try ask(field, at: terminal, into: &entries) }
            }
        }
    }
}

extension Form {
    /// Throws ``InputError/missing(_:)`` while an answer that is needed is not there.
    func requireWhole(_ entries: Entries) throws(InputError) {
        let missing = missing(in: entries)
        guard missing.isEmpty else { throw .missing(missing.map(\.label)) }
    }
}
