/// All instruments, read from their files and checked.
package struct InstrumentLibrary: Sendable {
    package let instruments: [Instrument]
    /// By each of their names, folded.
    private let byName: [String: Instrument]

    package init(files: [(name: String, bytes: [UInt8])]) throws(InstrumentError) {
        var instruments: [Instrument] = []
        var byName: [String: Instrument] = [:]
        for file in files {
            guard let instrument = try? JSON.value(Instrument.self, from: file.bytes) else {
                throw .unreadable(file: file.name)
            }
            if let detail = instrument.contradiction(file: file.name) {
                throw .inconsistent(file: file.name, detail: detail)
            }
            let own = InstrumentLibrary.names(of: instrument)
            guard own.allSatisfy({ byName[$0] == nil }), !own.contains("") else {
                throw .inconsistent(
                    file: file.name, detail: "another instrument answers to its name")
            }
            for name in own { byName[name] = instrument }
            instruments.append(instrument)
        }
        self.instruments = instruments.sorted { $0.id < $1.id }
        self.byName = byName
    }

    /// By id, name, title or alias, however it is typed: “PHQ9”, “phq 9”, “PHQ-9”.
    package func instrument(_ name: String) -> Instrument? {
        byName[InstrumentLibrary.folded(name)]
    }

    /// The same, or a failure that names what could have been meant.
    package func instrument(named name: String) throws(MeasureError) -> Instrument {
        guard let found = instrument(name) else {
            throw .unknownInstrument(suggestions: nearest(to: name).map(\.name))
        }
        return found
    }

    /// The instruments whose name begins like this, or else differs least from it; three at most.
    package func nearest(to name: String) -> [Instrument] {
        let wanted = InstrumentLibrary.folded(name)
        guard !wanted.isEmpty else { return [] }
        let begun = instruments.filter { instrument in
            InstrumentLibrary.names(of: instrument).contains { $0.hasPrefix(wanted) }
        }
        guard begun.isEmpty else { return Array(begun.prefix(3)) }
        let ranked = instruments.map { instrument in
            let names = InstrumentLibrary.names(of: instrument)
            return (instrument, names.map { EditDistance.between($0, wanted) }.min() ?? .max)
        }
        let least = ranked.map(\.1).min() ?? .max
        guard least <= (wanted.count < 4 ? 1 : 2) else { return [] }
        return Array(ranked.filter { $0.1 == least }.map(\.0).prefix(3))
    }

    private static func names(of instrument: Instrument) -> Set<String> {
        Set(([instrument.id, instrument.name, instrument.title] + instrument.aliases).map(folded))
    }

    /// Only letters and digits tell names apart. What is longer than any name is none.
    private static func folded(_ name: String) -> String {
        guard name.utf8.count <= 200 else { return "" }
        return String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}
