import Documents
import Testing
import Typesetting

@Suite struct `A cover sheet` {
    private static let digest =
        "3f2a91c05b7d4e18a6c2f0931d8e47b53f2a91c05b7d4e18a6c2f0931d8e47b5"

    static func sample() throws -> Sheet {
        try `A cover sheet`().cover([
            .init("Referral letter", extent: "2 pages", digest: digest),
            .init("The same for programs", extent: "document.json", digest: digest),
        ])
    }

    private func cover(_ enclosures: [Sheet.Enclosure]) throws -> Sheet {
        .cover(
            from: ["Specimen Therapy", "1 Sample Street, Springfield", "555-0100"],
            to: ["Dr. Ana Sample", "12 Sample Road, Springfield"], on: try Sample.day(),
            purpose: "Treatment", enclosures: enclosures)
    }

    @Test func `reads as it was read and kept`() throws {
        let sheet = try Self.sample()
        try Golden.expect(sheet.text, matches: "cover.txt")
        #expect(try Page(sheet).facts()["Pages"] == "1")
        #expect(try Page(sheet).text().contains("SHA-256 3f2a 91c0 5b7d 4e18 …"))
    }

    @Test(arguments: [(0, "No enclosures"), (1, "1 enclosure"), (120, "120 enclosures")])
    func `lists each enclosure with its number`(count: Int, heading: String) throws {
        let sheet = try cover(
            (0..<count).map { .init("Letter \($0)", extent: "1 page", digest: Self.digest) })
        let text = try Page(sheet).text()
        #expect(text.contains(heading + "\n"))
        for number in 0..<count {
            #expect(text.contains("\(number + 1). Letter \(number), 1 page"))
        }
        #expect(text.contains("If it is not meant for you, please do not read"))
    }
}
