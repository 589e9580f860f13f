/// The SQL migrations in the order they run; `schema/sql` holds the texts, which are never edited.
package enum Migrations {
    package static let all: [(name: String, sql: [UInt8])] = [
        ("v1", PackageResources.v1_sql),
        ("v2", PackageResources.v2_sql),
        ("v3", PackageResources.v3_sql),
    ]
}
