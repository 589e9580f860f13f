import Testing

@testable import VaultCore

@Suite struct `The schema's digests` {
    @Test(arguments: Storage.schemaDigests.indices)
    func `are what the migrations make`(_ index: Int) throws {
        let made = try Storage.computedSchemaDigest(version: index + 1)
        #expect(made == Storage.schemaDigests[index])
    }

    @Test func `exist for every version`() {
        #expect(Storage.schemaDigests.count == Storage.version)
    }
}
