/// A score as an Observation: the total, its band in words, the answers where they are known.
enum FHIRMeasures {
    static func observation(
        _ measure: FHIRRecord.Measure, _ instrument: Instrument?, _ context: FHIRContext
    ) -> FHIRResource {
        let result = measure.result
        let name = instrument?.name ?? result.instrument
        var elements: [String: FHIRValue?] = [
            "status": "final",
            "category": [
                FHIRCodes.concept(FHIRCodes.hl7("observation-category"), "survey")
            ],
            "code": FHIRCodes.score(result.instrument, name), "subject": context.patient,
            "effectiveDateTime": .day(result.day),
            "performer": FHIRValue.text(result.scoredBy).map { [["display": $0]] },
            "interpretation": FHIRCodes.concept(result.band).map { [$0] },
            "method": FHIRCodes.concept(Self.mode(result.mode)),
            "component": answers(of: result),
        ]
        elements.merge(value(of: result.total, instrument)) { $1 }
        return FHIRResource(FHIRName(measure.record, .record), "Observation", elements)
    }

    /// Whole points are an integer; percents and tenths are a quantity; a level is its word.
    private static func value(
        of total: Points, _ instrument: Instrument?
    ) -> [String: FHIRValue?] {
        let number = FHIRValue.number(Double(total.tenths) / 10)
        switch instrument?.unit {
        case .level: return ["valueCodeableConcept": FHIRCodes.concept(instrument?.shown(total))]
        case .percent:
            return ["valueQuantity": quantity(number, unit: "%", code: "%")]
        case .points, nil:
            return total.tenths.isMultiple(of: 10)
                ? ["valueInteger": number]
                : ["valueQuantity": quantity(number, unit: "points", code: "{score}")]
        }
    }

    private static func quantity(
        _ number: FHIRValue, unit: FHIRValue, code: FHIRValue
    ) -> FHIRValue {
        ["value": number, "unit": unit, "system": .string(FHIRCodes.units), "code": code]
    }

    private static func answers(of result: MeasureResult) -> FHIRValue? {
        let known: [(item: Int, answer: Int)] =
            result.items.map { items in
                zip(1..., items).compactMap { item, answer in answer.map { (item, $0) } }
            } ?? (result.beside ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return .some(
            known.map { item, answer in
                [
                    "code": ["text": "Item \(item)"],
                    "valueInteger": .number(Double(answer)),
                ]
            })
    }

    private static func mode(_ mode: MeasureResult.Mode) -> String {
        switch mode {
        case .paper: "On paper"
        case .verbal: "Asked aloud"
        case .imported: "Imported"
        case .byClient: "Filled in by the client alone"
        }
    }
}
