/// Where a jotted line without a field name belongs.
///
/// By what it says, never by a likelihood; what fits nowhere else was reported. The answers about
/// risk are never taken from a free line: they are asked.
package struct Routing {
    let form: Form

    package init(form: Form) { self.form = form }

    /// The first of these fields that the form has.
    package func field(of line: String) -> Field? {
        let words = line.lowercased().split { $0.isWhitespace || ",;".contains($0) }.map(
            String.init)
        let first = words.first ?? ""
        let wanted: [String]
        if line.first.map({ "“\"".contains($0) }) ?? false {
            wanted = ["quote"]
        } else if Self.isScore(words) {
            wanted = ["measure"]
        } else if ["hw", "homework"].contains(first) {
            wanted = ["homework"]
        } else if Self.plan.contains(first) {
            wanted = ["plan"]
        } else if Self.work.contains(first) {
            wanted = ["did"]
        } else if Self.seen.contains(first) {
            wanted = ["observed"]
        } else {
            wanted = []
        }
        return (wanted + ["reported", "content", "text"]).lazy.compactMap { form[$0] }.first
    }

    /// The jotting with free lines in their fields, and where each of them went.
    package func routed(
        _ lines: [String], into jotting: Entries
    ) -> (jotting: Entries, routes: [(line: String, field: Field?)]) {
        var jotting = jotting
        let routes = lines.map { line in (line: line, field: field(of: line)) }
        for (line, field) in routes {
            guard let field else { continue }
            jotting[field.id] = jotting[field.id].map { $0 + "\n" + line } ?? line
        }
        return (jotting, routes)
    }

    private static let plan: Set = [
        "plan", "p", "cont", "continue", "next", "f/u", "fu", "follow", "refer", "schedule", "will",
        "rtc", "increase", "assign",
    ]
    private static let work: Set = [
        "did", "reviewed", "taught", "practiced", "practised", "modeled", "used", "led", "cbt",
        "dbt",
        "act", "emdr", "ifs", "mi", "exposure", "psychoed", "psychoeducation", "psychoeducated",
        "explored", "challenged", "reframed", "processed", "discussed", "assigned", "rehearsed",
        "role-play", "role-played", "validated", "introduced", "guided", "provided",
    ]
    private static let seen: Set = [
        "mood", "affect", "tearful", "speech", "a&ox4", "a&ox3", "oriented", "appearance",
        "presented", "eye", "restless", "calm", "guarded", "observed", "insight", "judgment", "mse",
    ]

    /// “PHQ-9 14”: a name with a digit or a hyphen in capitals, and a number.
    private static func isScore(_ words: [String]) -> Bool {
        let names = [
            "phq", "gad", "pcl", "isi", "who-5", "audit", "dast", "oq", "ors", "srs",
            "wsas", "core", "bdi", "y-bocs", "epds", "qids",
        ]
        guard let first = words.first, names.contains(where: first.hasPrefix) else { return false }
        return words.dropFirst().contains { $0.contains(where: \.isNumber) }
    }
}
