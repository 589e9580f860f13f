/// A phrase that says nothing measurable, and what to write instead; ⟨n⟩ is hers to fill in.
///
/// The table of CLINICAL 2.4. No number is ever suggested.
package struct VaguePhrase: Equatable, Sendable {
    package let phrases: [String]
    package let instead: String

    package static func found(in text: String) -> VaguePhrase? {
        let words = " " + ObjectiveWords(text).words.joined(separator: " ") + " "
        return all.first { vague in vague.phrases.contains { words.contains(" \($0) ") } }
    }

    private init(_ phrases: String..., instead: String) {
        self.phrases = phrases
        self.instead = instead
    }

    package static let all: [VaguePhrase] = [
        VaguePhrase(
            "improve mood", "better mood", "feel better", "decrease depression",
            "reduce depression",
            "less depressed", "improve depression",
            instead:
                "PHQ-9 from ⟨n⟩ to ⟨n⟩ by ⟨date⟩, or ⟨n⟩ planned pleasant activities a week in a log"
        ),
        VaguePhrase(
            "reduce anxiety", "decrease anxiety", "manage stress", "manage anxiety", "less anxious",
            "reduce stress",
            instead: "GAD-7 from ⟨n⟩ to ⟨n⟩, or ⟨n⟩ of ⟨n⟩ steps of the exposure ladder completed"),
        VaguePhrase(
            "improve self-esteem", "increase self-esteem", "build self-esteem", "self-worth",
            instead: "⟨n⟩ balanced thoughts a week in a log, or a score from ⟨n⟩ to ⟨n⟩"),
        VaguePhrase(
            "coping skills", "coping strategies", "coping mechanisms",
            instead: "use ⟨skill⟩ in ⟨n⟩ of ⟨n⟩ trigger situations a week, logged"),
        VaguePhrase(
            "increase insight", "gain insight", "gain awareness", "increase awareness",
            instead: "name ⟨n⟩ triggers and the early sign of each, without prompt, by session ⟨n⟩"),
        VaguePhrase(
            "process trauma", "process grief", "work through trauma",
            instead: "complete ⟨n⟩ sessions of ⟨PE, CPT or EMDR⟩; PCL-5 from ⟨n⟩ to ⟨n⟩"),
        VaguePhrase(
            "improve communication", "communicate better", "communication skills",
            instead: "use ⟨skill⟩ in ⟨n⟩ conversations a week; partner rating from ⟨n⟩ to ⟨n⟩"),
        VaguePhrase(
            "improve sleep", "sleep better", "better sleep",
            instead: "ISI from ⟨n⟩ to ⟨n⟩, or sleep efficiency from ⟨n⟩ to ⟨n⟩ % by diary"),
        VaguePhrase(
            "decrease anger", "manage anger", "reduce anger", "control anger", "fewer outbursts",
            instead: "outbursts from ⟨n⟩ to ⟨n⟩ a week, by self-log or caregiver log"),
        VaguePhrase(
            "work on boundaries", "set boundaries", "better boundaries", "healthy boundaries",
            instead: "state a limit in ⟨n⟩ of ⟨n⟩ identified situations a month"),
        VaguePhrase(
            "stay sober", "reduce drinking", "maintain sobriety", "drink less",
            instead: "drinking days from ⟨n⟩ to ⟨n⟩ a week; AUDIT-C; days abstinent"),
        VaguePhrase(
            "improve functioning", "increase functioning", "better functioning",
            instead: "WSAS from ⟨n⟩ to ⟨n⟩, or attend ⟨n⟩ of ⟨n⟩ shifts or classes"),
        VaguePhrase(
            "medication compliant", "medication compliance", "take medication as prescribed",
            "medication adherence",
            instead:
                "take as prescribed ⟨n⟩ of 7 days by self-report; attend the prescriber on ⟨date⟩"),
        VaguePhrase(
            "supportive therapy", "individual therapy", "talk therapy", "psychoeducation",
            instead: "name protocol and target, such as behavioral activation for ⟨what⟩"),
        VaguePhrase(
            "doing well", "stable", "making progress",
            instead: "which measure or behavior, from what to what"),
        VaguePhrase(
            "continue treatment", "as planned", "ongoing", "tbd", "as needed",
            instead: "a date, a frequency, and a criterion for stopping"),
    ]
}
