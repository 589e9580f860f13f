internal import Sealing

/// How the trail tells sticks apart without naming any: a digest of the name the system gives one,
/// under a key of the vault, because few names can be guessed from a plain one.
extension Vault {
    /// Nil for the computer's own disk.
    func mediumToken(of folder: borrowing ExportFolder) throws -> String? {
        try Platform.label(ofMediumWith: folder.path).map { try mediumToken(ofName: $0) }
    }

    func mediumToken(ofName label: String) throws -> String {
        var encoder = CanonicalBytes(label: "vault.medium/v1")
        encoder.append(label)
        let code = try keys.vaultKey.derived(for: .header).authenticate(encoder.bytes)
        return Array(code.prefix(8)).hexText
    }
}
