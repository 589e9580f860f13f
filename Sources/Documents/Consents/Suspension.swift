/// An agency's statement that telling the client of a disclosure would impede it (164.528(a)(2)).
package struct Suspension: Codable, Equatable, Sendable {
    /// The last day it holds.
    package let until: Day
    /// As it was filled in: which agency, when, and how it said so.
    package let entries: Entries

    /// What is said by word of mouth holds for so many days, unless it is confirmed in writing.
    static let spokenDays = 30

    /// Throws where what is filled in makes none.
    package init(_ entries: Entries, of basis: LegalBasis, on today: Day) throws {
        guard [.oversight, .lawEnforcement].contains(basis) else {
            throw SuspensionError.notAnAgency
        }
        guard let stated = entries["stated-on"].flatMap(Day.init(iso:)) else {
            throw EntryError.notADate(label: "Stated on")
        }
        guard stated <= today else { throw EntryError.inTheFuture(label: "Stated on") }
        let given = entries["until"].flatMap(Day.init(iso:))
        let spoken = Day(daysSince1970: stated.daysSince1970 + Self.spokenDays) ?? stated
        let until = entries["stated"] == "written" ? given : min(given ?? spoken, spoken)
        guard let until, until >= stated else { throw SuspensionError.endsBefore }
        self.until = until
        self.entries = entries
    }
}
