// swift-tools-version: 6.2
import PackageDescription

/// Swift 6 mode comes with the tools version; these are the stricter defaults we add to it.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "vault",
    platforms: [.macOS(.v14)],
    products: [.executable(name: "vault", targets: ["VaultCLI"])],
    dependencies: [
        // Saves us migrations, busy handling, statement caching and backup over SQLite's C interface.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // Saves us argument parsing, help texts and shell completion.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CSodium", pkgConfig: "libsodium",
            providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
        // Saves us SHA-256 with the processor's instructions: four times libsodium's speed here.
        .systemLibrary(
            name: "CNettle", pkgConfig: "nettle",
            providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        .systemLibrary(name: "CPlatform"),
        // Saves us word lists, keyboard maps and patterns for judging a passphrase.
        .systemLibrary(name: "CZxcvbn", providers: [.apt(["libzxcvbn-dev"]), .brew(["zxcvbn-c"])]),
        // Saves us setting lines of any script in real fonts, and writing PDF.
        .systemLibrary(
            name: "CPango", pkgConfig: "pangocairo",
            providers: [.apt(["libpango1.0-dev"]), .brew(["pango"])]),
        // Saves us reading, changing and encrypting PDF: what cairo can't write.
        .systemLibrary(
            name: "CQPDF", pkgConfig: "libqpdf",
            providers: [.apt(["libqpdf-dev"]), .brew(["qpdf"])]),
        // Saves us zip archives, which documents of Word are.
        .systemLibrary(
            name: "CZip", pkgConfig: "libzip",
            providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
        // Saves us QR codes with their error correction.
        .systemLibrary(
            name: "CQRencode", pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]),
        .target(
            name: "Schema", path: "schema",
            resources: [
                .embedInCode("sql"), .embedInCode("blocks"), .embedInCode("kinds"),
                .embedInCode("forms"), .embedInCode("instruments"), .embedInCode("tables"),
            ],
            swiftSettings: strict),
        .target(name: "Wording", swiftSettings: strict),
        .target(
            name: "Sealing", dependencies: ["CNettle", "CSodium", "CZxcvbn", "Wording"],
            swiftSettings: strict),
        .target(name: "Age", dependencies: ["Sealing", "Wording"], swiftSettings: strict),
        .target(name: "Audit", dependencies: ["Sealing", "Wording"], swiftSettings: strict),
        .target(name: "Documents", dependencies: ["Wording"], swiftSettings: strict),
        // Pure: what a report may tell is what these two and the facts it is given can say.
        .target(
            name: "Reporting", dependencies: ["Audit", "Documents", "Wording"],
            resources: [.embedInCode("Browser")], swiftSettings: strict),
        .target(
            name: "Typesetting",
            dependencies: ["CPango", "CQPDF", "CQRencode", "CZip", "Documents", "Wording"],
            swiftSettings: strict),
        .target(
            name: "VaultCore",
            dependencies: [
                "Age", "Audit", "CPlatform", "CSQLite", "Documents", "Reporting", "Schema",
                "Sealing",
                "Wording",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "VaultCLI",
            dependencies: [
                "Age", "Audit", "CPlatform", "Documents", "Reporting", "Sealing", "Typesetting",
                "VaultCore", "Wording",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "Bench",
            dependencies: [
                "Age", "Audit", "CSodium", "Documents", "Reporting", "Sealing", "Typesetting",
                "VaultCore",
            ],
            path: "Tests/Bench",
            exclude: ["bench.py"]),
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
        .testTarget(
            name: "SealingTests", dependencies: ["Sealing", "Wording"], exclude: ["Vectors"],
            swiftSettings: strict),
        .testTarget(
            name: "AgeTests", dependencies: ["Age", "Sealing", "Wording"], exclude: ["Peer"],
            swiftSettings: strict),
        .testTarget(
            name: "AuditTests", dependencies: ["Audit", "Sealing", "Wording"], swiftSettings: strict
        ),
        .testTarget(
            name: "DocumentsTests", dependencies: ["Documents", "Schema", "Wording"],
            exclude: ["Goldens", "Labelled", "Peer", "Planted"],
            swiftSettings: strict),
        .testTarget(
            name: "ReportingTests", dependencies: ["Audit", "Documents", "Reporting", "Sealing"],
            exclude: ["Goldens"], swiftSettings: strict),
        .testTarget(
            name: "TypesettingTests", dependencies: ["Documents", "Typesetting", "Wording"],
            exclude: ["Goldens", "Peer"], swiftSettings: strict),
        .testTarget(
            name: "VaultCoreTests",
            dependencies: [
                "Age", "Audit", "Documents", "Schema", "Sealing", "VaultCore", "Wording",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Vectors"], swiftSettings: strict),
    ]
)
