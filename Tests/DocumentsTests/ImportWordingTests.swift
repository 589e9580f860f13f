import Documents
import Testing
import Wording

@Suite struct `Words for what can't be imported` {
    static let csv: [CSVError] = [
        .empty, .tooLarge, .notText(line: 7), .hiddenCharacter(line: 7), .separatorUnclear(line: 7),
        .tooManyColumns(line: 7), .tooManyRows(line: 7), .unnamedColumn(line: 7, column: 2),
        .repeatedColumn(line: 7, column: 2), .unclosedQuote(line: 7), .textAfterQuote(line: 7),
        .quoteInsideField(line: 7), .fieldTooLong(line: 7), .tooFewFields(line: 7),
        .tooManyFields(line: 7),
    ]
    static let calendar: [CalendarError] = [
        .tooLarge, .notACalendar, .broken(line: 7), .cutOff, .notAppointments(line: 7),
        .tooManyEvents(line: 7), .tooManyAppointments, .practiceZoneUnknown, .unreadable(line: 7),
        .twice(line: 7), .incomplete(line: 7), .sameVersion(line: 7), .time(line: 7),
        .endUnclear(line: 7), .otherDay(line: 7), .zoneUnknown(line: 7), .rule(line: 7),
        .unsupported(line: 7), .startOutsideRule(line: 7), .tooManyRepeats(line: 7),
    ]
    static let all: [any UserFacing] = csv + calendar + [CSVProblems(all: csv)]

    @Test(arguments: all.indices)
    func `are a sentence on what happened and one on what to do`(index: Int) {
        let error = Self.all[index]
        for sentence in [error.problem, error.nextStep] {
            #expect(sentence.hasSuffix(".") && !sentence.hasSuffix(".."))
            #expect(!sentence.dropLast().contains(". "), "one sentence: \(sentence)")
            #expect(sentence.first?.isUppercase == true)
        }
        #expect(error.exitCode == .failed)
    }

    @Test func `have codes of their own`() {
        #expect(Set(Self.all.map(\.code)).count == Self.all.count)
    }

    @Test func `name the line`() {
        let lines = Self.calendar.map {
            ($0.line, $0.problem.contains("line 7") || $0.problem.hasPrefix("Line 7 "))
        }
        #expect(lines.allSatisfy { $0.0 == ($0.1 ? 7 : nil) })
        let unplaced: [CSVError] = [.empty, .tooLarge]
        #expect(Self.csv.allSatisfy { $0.problem.hasPrefix("Line 7 ") || unplaced.contains($0) })
    }
}
