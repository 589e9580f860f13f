import Documents
import Schema
import Testing

/// The minutes that support each code, as clinical rules give them.
@Suite struct ServiceCodesTests {
    let codes = CodeSample.services

    @Test(arguments: [
        (0, nil), (15, nil), (16, "90832"), (37, "90832"), (38, "90834"), (52, "90834"),
        (53, "90837"), (60, "90837"), (180, "90837"), (-5, nil), (Int.max, "90837"),
    ])
    func `the highest code that the minutes support`(minutes: Int, code: String?) {
        #expect(codes.suggested(minutes: minutes, type: "individual")?.code == code)
    }

    @Test(arguments: [
        ("couple", true, 25, nil), ("couple", true, 26, "90847"), ("family", true, 50, "90847"),
        ("family", false, 50, "90846"), ("family", false, 25, nil), ("group", true, 90, "90853"),
        ("crisis", true, 29, nil), ("crisis", true, 30, "90839"), ("crisis", true, 120, "90839"),
        ("intake", true, 55, "90791"), ("other", true, 50, nil), ("", true, 50, nil),
    ])
    func `each type of session has its codes`(
        type: String, present: Bool, minutes: Int, code: String?
    ) {
        let found = codes.suggested(minutes: minutes, type: type, clientPresent: present)
        #expect(found?.code == code)
    }

    @Test(arguments: [
        ("90832", 15, ServiceCodes.Verdict.below(suggested: nil)), ("90832", 16, .fits),
        ("90832", 36, .fits), ("90832", 37, .atBoundary(neighbor: "90834")),
        ("90832", 38, .above(suggested: "90834")), ("90832", 53, .above(suggested: "90837")),
        ("90834", 37, .below(suggested: "90832")), ("90834", 15, .below(suggested: nil)),
        ("90834", 38, .atBoundary(neighbor: "90832")), ("90834", 39, .fits), ("90834", 51, .fits),
        ("90834", 52, .atBoundary(neighbor: "90837")), ("90834", 53, .above(suggested: "90837")),
        ("90837", 52, .below(suggested: "90834")), ("90837", 53, .atBoundary(neighbor: "90834")),
        ("90837", 54, .fits), ("90837", 600, .fits), ("90836", 37, .below(suggested: "90833")),
        ("90838", 53, .atBoundary(neighbor: "90836")), ("90833", 60, .above(suggested: "90838")),
        ("90847", 25, .below(suggested: nil)), ("90847", 26, .fits), ("90846", 26, .fits),
        ("90839", 29, .below(suggested: nil)), ("90839", 30, .fits), ("90839", 120, .fits),
        ("90791", 5, .untimed), ("90853", 90, .untimed), ("90785", 50, .untimed),
        ("99999", 50, .unknown), ("", 50, .unknown),
    ])
    func `minutes support a code or they do not`(
        code: String, minutes: Int, verdict: ServiceCodes.Verdict
    ) {
        #expect(codes.verdict(on: code, minutes: minutes) == verdict)
    }

    @Test(arguments: [
        (74, nil), (75, 1), (104, 1), (105, 2), (134, 2), (135, 3),
        (Int.max, 307_445_734_561_825_858),
    ])
    func `a crisis has further units from 75 minutes on`(minutes: Int, units: Int?) {
        let further = codes.further(beside: "90839", minutes: minutes)
        #expect(further?.units == units)
        #expect(further == nil || further?.code == "90840")
        #expect(codes.further(beside: "90837", minutes: minutes) == nil)
    }

    @Test func `the rows know who is there and what they stand beside`() {
        #expect(codes["90846"]?.client == .absent && codes["90847"]?.client == .present)
        #expect(codes["90853"]?.members == 2)
        #expect(codes["90839"]?.notWith.contains("90837") == true)
        #expect(codes.all.filter(\.isAddOn).map(\.code).contains("90785"))
        #expect(codes.all.allSatisfy { $0.source != nil && $0.evidence != nil })
        #expect(codes.all.allSatisfy { $0.verifiedOn == nil }, "nobody has confirmed them yet")
        #expect(codes.notice.contains("American Medical Association"))
    }

    /// Each band follows the one before without a gap, so that every minute from 16 on has a code.
    @Test func `the bands of one kind leave no gap`() {
        for minutes in 16..<200 {
            let fitting = ["90832", "90834", "90837"].filter {
                switch codes.verdict(on: $0, minutes: minutes) {
                case .fits, .atBoundary: true
                default: false
                }
            }
            #expect(fitting.count == 1, "\(minutes)")
        }
    }

    @Test func `a table of her own stands in its place`() throws {
        let own = """
            {"notice": "Mine.", "rows": [
                {"code": "H0004", "label": "counseling, each 15 minutes",
                 "types": ["individual"], "minutes": {"from": 15}},
                {"code": "T1017", "label": "case management", "verified_on": "2026-11-02"}
            ]}
            """
        let codes = try ServiceCodes(bytes: Array(own.utf8))
        #expect(codes.suggested(minutes: 50, type: "individual")?.code == "H0004")
        #expect(codes["T1017"]?.label == "case management")
        #expect(codes.verdict(on: "90837", minutes: 60) == .unknown)
        #expect(try JSON.value(ServiceCodes.self, from: JSON.bytes(codes)) == codes)
    }

    @Test func `codes of prescribers and of an absent client are told apart`() throws {
        let own = """
            {"notice": "n", "rows": [
                {"code": "M", "label": "m", "types": ["family"], "medical": true},
                {"code": "A", "label": "a", "types": ["family"], "minutes": {"from": 10},
                 "client": "absent"},
                {"code": "P", "label": "p", "types": ["family"], "minutes": {"from": 26},
                 "client": "present"}
            ]}
            """
        let codes = try ServiceCodes(bytes: Array(own.utf8))
        #expect(codes.suggested(minutes: 5, type: "family") == nil, "nothing of a prescriber's")
        #expect(codes.verdict(on: "P", minutes: 15) == .below(suggested: nil))
        #expect(codes.suggested(minutes: 15, type: "family", clientPresent: false)?.code == "A")
    }
}
