/// The level of risk: “Risk is low.” It is the risk that is low, never the client.
struct RiskLevelVoice {
    func tell(_ facts: [Fact], _ narrator: inout Narrator) -> [Told] {
        var told: [Told] = []
        var hasLevel = false
        for fact in facts {
            let last = told.count - 1
            switch fact.shape {
            case .state(let text, _):
                if hasLevel, last >= 0, told[last].text.hasPrefix("risk ") {
                    let joint = fact.contrasts ? " but " : " and "
                    told[last].text += joint + text
                    told[last].ranges.append(fact.range)
                    continue
                }
                hasLevel = true
                add("risk is \(text)", fact)
            case .noun(let text) where hasLevel && last >= 0 && !text.contains("risk"):
                // What the words after the level say of it is left as she put it.
                if told[last].text.hasSuffix(")") {
                    told[last].text = told[last].text.dropLast() + ", \(text))"
                } else {
                    told[last].text += " (\(text))"
                }
                told[last].ranges.append(fact.range)
            case .noun(let text):
                hasLevel = true
                let openings = ["the risk formulation is", "the formulation also includes"]
                let isLevel = text.hasSuffix(" risk") && !text.contains(" and ")
                add(
                    isLevel && last < 0
                        ? "risk is \(text.dropLast(" risk".count))"
                        : "\(narrator.choose(openings)) \(text)", fact)
            case .absence(let text):
                let verb = Fact.isPlural(text) ? "are" : "is"
                add("\(narrator.choose(["there \(verb)", "there \(verb) also"])) no \(text)", fact)
            default:
                for sentence in AssessmentVoice().tell([fact], &narrator) { told.append(sentence) }
                hasLevel = told.last?.text.contains("risk") ?? hasLevel
                continue
            }
        }
        return told

        func add(_ text: String, _ fact: Fact) {
            narrator.say(text)
            told.append(Told(text: text, ranges: [fact.range]))
        }
    }
}
