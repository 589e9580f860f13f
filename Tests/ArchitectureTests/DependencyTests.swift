import Foundation
import Testing

/// The table of targets: who may import whom. What is not named here may import nothing of ours.
@Suite struct `The dependency diagram` {
    private static let allowed: [String: Set<String>] = [
        "Schema": [],
        "Wording": [],
        "Sealing": ["CNettle", "CSodium", "CZxcvbn", "Wording"],
        "Age": ["Sealing", "Wording"],
        "Audit": ["Sealing", "Wording"],
        "Documents": ["Wording"],
        "Reporting": ["Audit", "Documents", "Wording"],
        "Typesetting": ["CPango", "CQPDF", "CQRencode", "CZip", "Documents", "Wording"],
        "VaultCore": [
            "Age", "Audit", "CPlatform", "CSQLite", "Documents", "GRDB", "Reporting", "Schema",
            "Sealing", "Wording",
        ],
        "VaultCLI": [
            "Age", "ArgumentParser", "Audit", "CPlatform", "Documents", "Reporting", "Sealing",
            "Typesetting", "VaultCore", "Wording",
        ],
    ]

    /// The system's own modules; everything else in an import is one of ours or a dependency.
    private static let system: Set<String> = [
        "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Darwin", "Synchronization",
    ]

    @Test func `has every target of the sources`() {
        #expect(SourceTree.files.count > 100)
        #expect(Set(SourceTree.files.map(\.target)) == Set(Self.allowed.keys))
    }

    @Test(arguments: SourceTree.files)
    func `holds in every file`(_ file: SourceTree.File) throws {
        let allowed = try #require(Self.allowed[file.target])
        let forbidden = Set(file.imports).subtracting(allowed).subtracting(Self.system)
        #expect(forbidden.isEmpty, "\(file.target) may not import \(forbidden.sorted())")
    }

    @Test(arguments: [
        ("CNettle", "Sealing"), ("CSodium", "Sealing"), ("CZxcvbn", "Sealing"),
        ("CSQLite", "VaultCore"),
        ("CPango", "Typesetting"), ("CQPDF", "Typesetting"), ("CQRencode", "Typesetting"),
        ("CZip", "Typesetting"), ("GRDB", "VaultCore"),
        ("ArgumentParser", "VaultCLI"),
    ])
    func `gives each library one importer`(_ library: String, _ importer: String) {
        let importers = Set(
            SourceTree.files.filter { $0.imports.contains(library) }.map(\.target))
        #expect(importers == [importer])
    }

    /// Schema and wording are pure too, and need nothing of the system at all.
    @Test(arguments: SourceTree.files.filter { ["Schema", "Wording"].contains($0.target) })
    func `keeps schema and wording free of imports`(_ file: SourceTree.File) {
        #expect(file.imports.isEmpty)
    }

    private static let impure = [
        "Date()", "Date.now", "FileManager", "FileHandle", "fopen", "ProcessInfo", "URLSession",
        "SystemRandomNumberGenerator", ".random(", "randomElement(", ".shuffled(", "UUID()",
        "getenv", "clock_gettime", "gettimeofday", "socket(", "print(", "Data(contentsOf",
        "String(contentsOf", "Process()",
    ]

    @Test(arguments: SourceTree.files.filter { $0.target == "Documents" })
    func `keeps documents away from keys, disk, network and clock`(_ file: SourceTree.File) {
        #expect(Set(file.imports).isDisjoint(with: ["Glibc", "Darwin", "Synchronization"]))
        expectPure(file)
    }

    @Test(arguments: SourceTree.files.filter { $0.target == "Audit" })
    func `keeps the audit trail away from disk, network and clock`(_ file: SourceTree.File) {
        #expect(Set(file.imports).isDisjoint(with: ["Glibc", "Darwin", "Synchronization"]))
        expectPure(file)
    }

    @Test(arguments: SourceTree.files.filter { $0.target == "Reporting" })
    func `keeps reports away from keys, disk, network and clock`(_ file: SourceTree.File) {
        #expect(Set(file.imports).isDisjoint(with: ["Glibc", "Darwin", "Synchronization"]))
        expectPure(file)
    }

    private func expectPure(_ file: SourceTree.File) {
        let used = Self.impure.filter(file.code.contains)
        #expect(used.isEmpty)
    }

    @Test(arguments: SourceTree.files.filter { $0.target != "VaultCLI" })
    func `lets only the command line print, ask and end`(_ file: SourceTree.File) {
        for word in ["print(", "readLine(", "exit("] {
            let calls = file.code.components(separatedBy: word).dropLast().filter {
                !($0.last?.isLetter ?? false) && $0.last != "." && $0.last != "_"
            }
            #expect(calls.isEmpty, "calls \(word)")
        }
    }
}
