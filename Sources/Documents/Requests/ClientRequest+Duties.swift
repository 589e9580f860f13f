extension ClientRequest {
    /// What is still to be done, in the words of the paragraphs named beside it.
    package func duties(request: String, client: String) -> [String] {
        let close = "`vault request close \(request)` notes what you gave, and when."
        switch (standing, rule.id, entries["decision"]) {
        case (.closed, "amendment", "denied"), (.closed, "amendment", "partly"):
            return [
                "The client may answer with a statement of disagreement; file it, and let it go "
                    + "with what it is about (45 CFR 164.526(d))."
            ]
        case (.closed, _, _): return []
        case (_, _, nil):
            return ["`vault request decide \(request)` notes how you decided."]
        case (_, "restriction", "granted"), (_, "restriction", "partly"),
            (_, "communication", "granted"), (_, "communication", "partly"):
            guard entries["paper"] == nil else { return [close] }
            return [
                "File what you agreed to with `vault consent add \(client) --kind \(rule.id)`, and "
                    + "name its number with `vault request edit \(request) paper`: only what is "
                    + "filed there is held to.", close,
            ]
        case (_, "amendment", "granted"):
            return [
                "Amend the record with `vault amend`, and tell the client and whoever the client "
                    + "names (45 CFR 164.526(c)).", close,
            ]
        case (_, "access", "granted"):
            return [
                "Give it in the form that was asked for, if you can readily produce it; "
                    + "`vault export --client \(client)` makes the whole file. A fee covers the "
                    + "cost of copying only (45 CFR 164.524(c)).", close,
            ]
        case (_, "accounting", "granted"):
            return [
                "`vault disclosure accounting \(client) --to FOLDER` makes it (45 CFR 164.528(b)).",
                close,
            ]
        default: return denial + [close]
        }
    }

    /// What a denial has to say (164.524(d)(2), 164.526(d)(1)).
    private var denial: [String] {
        let complaint = "and how to complain to you and to the Department of Health (HHS)"
        switch rule.id {
        case "access":
            let review =
                ground?.reviewable == true
                ? "the right to have another licensed professional look at it, " : ""
            return [
                "Write to the client in plain words: the ground, \(review)\(complaint) "
                    + "(45 CFR 164.524(d)). Give whatever the ground does not reach."
            ]
        case "amendment":
            return [
                "Write to the client in plain words: the ground, the right to a statement of "
                    + "disagreement or else to have request and denial go with later disclosures, "
                    + "\(complaint) (45 CFR 164.526(d))."
            ]
        default: return ["Tell the client, best in writing."]
        }
    }
}
