/// How often the trail is to be reviewed, and what counts as usual in it.
package struct ActivityReviewRule: TableRow {
    package let id: String
    package let everyDays: Int
    /// Wall clock; the practice's profile may say otherwise.
    package let opens: ClockTime
    package let closes: ClockTime
    package let chartsAnHour: Int
    package let longestSilenceHours: Int
    package let source: String
    package let evidence: Evidence
    package let verifiedOn: Day?

    /// The first row of the table.
    package init(table: [UInt8]) throws(TableError) {
        self = try Table<ActivityReviewRule>(table, named: "activity review").only
    }

    private enum CodingKeys: String, CodingKey {
        case id, opens, closes, source, evidence
        case everyDays = "every_days"
        case chartsAnHour = "charts_an_hour"
        case longestSilenceHours = "longest_silence_hours"
        case verifiedOn = "verified_on"
    }

    var fault: String? {
        let numbers = [everyDays, chartsAnHour, longestSilenceHours]
        return numbers.allSatisfy((1...1000).contains) ? nil : "a number in it is out of bounds"
    }
}
