/// Who has to be told of a breach of unsecured information, and by when. The row `federal` of
/// `schema/tables/breach.json`.
package struct BreachRule: TableRow {
    package let id: String
    /// Calendar days after discovery, at the latest, for everyone affected.
    package let individualDays: Int
    /// Days after the end of the year of discovery in which smaller ones are reported.
    package let annualDays: Int
    /// So many people affected are reported at once.
    package let atOnceFrom: Int
    /// More than so many people of one state: the media are told.
    package let mediaAbove: Int
    package let source: String
    package let evidence: Evidence
    package let verifiedOn: Day?

    package init(table: [UInt8]) throws(TableError) {
        self = try Table<BreachRule>(table, named: "breach").only
    }

    private enum CodingKeys: String, CodingKey {
        case id, source, evidence
        case individualDays = "individual_days"
        case annualDays = "annual_days"
        case atOnceFrom = "at_once_from"
        case mediaAbove = "media_above"
        case verifiedOn = "verified_on"
    }

    var fault: String? {
        guard [individualDays, annualDays].allSatisfy((1...366).contains),
            [atOnceFrom, mediaAbove].allSatisfy((1...1_000_000).contains)
        else { return "a number in it is out of bounds" }
        return nil
    }
}
