internal import ArgumentParser
internal import Documents
internal import Typesetting
internal import VaultCore

extension ClientCommand {
    struct Destroy: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Destroy a client's record for good, once it need no longer be kept.",
            discussion: """
                Shows what will be gone and where it may still be, then asks for your passphrase \
                and for the client's number. A signed certificate stays: what kinds of things and \
                how many, the dates of care, the rule, and every export and backup that may still \
                hold the record, with who had it; not the client's name. A record on legal hold \
                is never destroyed; one that must still be kept only with a reason, which is \
                sealed in the certificate. Other programs can see what is typed after a command: \
                name no one in it.

                Examples:
                  vault client destroy C1
                  vault client destroy C9 --reason "added by mistake"
                """)

        @OptionGroup var options: VaultOptions
        @Argument(help: "The client's number, such as C1.") var client: String
        @Option(help: "Why it must go although no rule says that it may.") var reason: String?
        @Option(
            help: ArgumentHelp(
                "The client's number once more, instead of typing it.", valueName: "client"))
        var confirm: String?

        func run() throws {
            let closed = try options.closed()
            let vault: Vault
            let found: RecordSummary
            if options.passphraseDescriptor == nil, let key = try options.session(closed).key() {
                vault = try closed.unlock(with: key)
                found = try shown(vault)
                let passphrase = try options.passphrase(
                    for: closed, "Passphrase, to destroy \(found.shortName): ")
                try closed.authenticate(with: passphrase)
            } else {
                vault = try closed.unlock(
                    with: try options.passphrase(for: closed, "Passphrase: "))
                found = try shown(vault)
            }
            guard try answer(found).uppercased() == found.shortName else {
                throw DestructionError.notConfirmed
            }
            let certificate = try vault.destroy(found, reason: reason)
            Console.print(
                "\(found.shortName) is destroyed. The certificate is \(certificate.shortName): "
                    + "`vault retention certificates`.")
        }

        private func shown(_ vault: Vault) throws -> RecordSummary {
            let found = try vault.find(client, .client)
            DestructionView(certificate: try vault.destruction(of: found, reason: reason)).show()
            return found
        }

        private func answer(_ found: RecordSummary) throws -> String {
            if let confirm { return confirm }
            guard let terminal = Terminal() else { throw DestructionError.notConfirmed }
            let typed = try Interruption.during {
                try terminal.ask("Type \(found.shortName) to destroy it for good: ")
            }
            return typed.split(whereSeparator: \.isWhitespace).joined()
        }
    }
}

/// Says whose record came back with a backup, and is destroyed again or stays.
enum DestroyedAgain {
    static func tell(_ vault: Vault) {
        if vault.lostDestroyedList {
            Console.say(
                "This computer's list of destroyed clients was damaged, and is made anew from the "
                    + "trail. If you brought a backup back, look with `vault client list --all` "
                    + "whether one of them is there again.")
        }
        for certificate in vault.destroyedAgain {
            Console.say(
                "\(certificate.header.label) was destroyed before and came back with a backup; it "
                    + "is destroyed again, as certificate \(certificate.shortName) says.")
        }
        for client in vault.keptReturned {
            Console.say("\(client.shortName) was destroyed before, came back with it, and stays.")
        }
    }
}

/// What will be gone, and what not.
private struct DestructionView {
    let certificate: DestructionCertificate

    func show() {
        Console.print("All of this is \(certificate.client)'s and will be gone for good:")
        Output.table([], certificate.kinds.map { ["  " + $0.name, "\($0.count)"] }, empty: "")
        if let first = certificate.firstService, let last = certificate.lastService {
            Console.print("Sessions from \(first.spoken) to \(last.spoken).")
        }
        if let rule = certificate.rule {
            Console.print(
                Paragraph.wrapped(
                    "Kept under \(rule.id): \(rule.source); until \(rule.earliest.spoken)."))
        }
        Console.print("")
        Console.print(
            certificate.copies.isEmpty
                ? "The audit trail tells of no export and of no backup that holds it."
                : "Made before, and may still hold it:")
        if !certificate.copies.isEmpty {
            Output.table([], certificate.copies.map(\.cells), empty: "")
        }
        Console.print("")
        Console.print("What this does not reach:")
        for limit in DestructionCertificate.limits {
            Console.print(Paragraph.wrapped("- " + limit))
        }
        Console.print("")
    }
}

extension DestructionCertificate.Copy {
    fileprivate var cells: [String] {
        [
            "  " + day.iso, what.rawValue, recipient.map { "to \($0)" } ?? "",
            medium.map { "stick \($0)" } ?? "", entry.map { "entry \($0)" } ?? "",
        ]
    }
}

struct CertificatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificates",
        abstract: "What was destroyed, when, by which rule, and where it may still be.",
        discussion: """
            With --to each certificate is written as PDF and text, and as it was signed: whoever \
            has your public key can check that file with `vault audit verify`. They are not \
            encrypted, and name no client.

            Examples:
              vault retention certificates
              vault retention certificates --to /media/stick
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var output: OutputOptions
    @Option(
        help: ArgumentHelp("The folder for the files.", valueName: "folder"),
        completion: .directory)
    var to: String?
    @Option(help: "letter or a4.") var paper = "letter"

    private struct CertificateJSON: Encodable {
        let certificate: String
        let client: String
        let destroyed: String
        let by: String
        let gone: [DestructionCertificate.Kind]
        let careFrom: String?
        let careUntil: String?
        let rule: String?
        let source: String?
        let reason: String?
        let copies: [CopyJSON]
    }

    private struct CopyJSON: Encodable {
        let what: String
        let day: String
        let entry: UInt64?
        let digest: String
        let stick: String?
        let recipient: String?
    }

    func validate() throws {
        guard ["letter", "a4"].contains(paper) else {
            throw ValidationError("--paper takes letter or a4.")
        }
    }

    func run() throws {
        let vault = try options.open()
        try vault.requireCurrent()
        let found = try vault.certificates()
        if let to {
            try write(found, of: vault, to: to)
        } else if output.json {
            Output.json(found.map { json($0.record, $0.certificate) })
        } else {
            Output.table(
                ["CERTIFICATE", "CLIENT", "DESTROYED", "COPIES", "WHY"],
                found.map { record, certificate in
                    [
                        record.shortName, certificate.client, certificate.destroyedAt.day.iso,
                        "\(certificate.copies.count)",
                        certificate.reason ?? certificate.rule?.id ?? "",
                    ]
                }, empty: "Nothing was destroyed.")
        }
        try vault.requireWhole()
    }

    private func write(
        _ found: [(record: RecordSummary, certificate: DestructionCertificate)], of vault: Vault,
        to folder: String
    ) throws {
        var files: [(name: String, contents: [UInt8])] = []
        for (record, certificate) in found {
            let sheet = try vault.sheet(of: certificate, record)
            // After a restore another certificate may have the same number.
            let name = "certificate-\(record.shortName)-\(certificate.digest.prefix(8))"
            files.append((name + ".pdf", try sheet.pdf(on: paper == "a4" ? .a4 : .letter)))
            files.append((name + ".txt", Array(sheet.text.utf8)))
            files.append((name + ".signed.txt", Array(try vault.signedNote(of: record).utf8)))
        }
        try PrintedFiles.write(files, to: folder) {}
        for file in files { Console.print("Written: \(file.name)") }
        if files.isEmpty { Console.print("Nothing was destroyed.") }
    }

    private func json(
        _ record: RecordSummary, _ certificate: DestructionCertificate
    ) -> CertificateJSON {
        CertificateJSON(
            certificate: record.shortName, client: certificate.client,
            destroyed: certificate.destroyedAt.iso, by: certificate.signer,
            gone: certificate.kinds, careFrom: certificate.firstService?.iso,
            careUntil: certificate.lastService?.iso, rule: certificate.rule?.id,
            source: certificate.rule?.source, reason: certificate.reason,
            copies: certificate.copies.map {
                CopyJSON(
                    what: $0.what.rawValue, day: $0.day.iso, entry: $0.entry, digest: $0.digest,
                    stick: $0.medium, recipient: $0.recipient)
            })
    }
}
