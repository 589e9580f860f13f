import Testing
import VaultCore

@Suite struct `The schema's digest` {
    @Test func `is the one that the migrations make`() throws {
        #expect(try Storage.computedSchemaDigest() == Storage.schemaDigest)
    }
}
