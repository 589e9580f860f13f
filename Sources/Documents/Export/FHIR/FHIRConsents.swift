/// A consent, restriction or notice as a Consent: what it is about is in words, with codes where
/// HL7 has them.
enum FHIRConsents {
    static func consent(
        _ consent: ConsentOnFile, on day: Day, _ forms: [Form], _ context: FHIRContext
    ) -> FHIRResource {
        let isTreatment = consent.entries["notice"] == NoticeKind.informedConsent.rawValue
        return FHIRResource(
            FHIRName(consent.id.record, .record), "Consent",
            [
                "text": .narrative(consent.entries, forms, consent.kind.rawValue),
                "status": status(consent.state(on: day)),
                "scope": FHIRCodes.concept(
                    FHIRCodes.hl7("consentscope"), isTreatment ? "treatment" : "patient-privacy"),
                "category": .some([
                    FHIRCodes.concept(FHIRCodes.loinc, "59284-0", title(of: consent))
                ]),
                "patient": context.patient,
                "dateTime": .day(consent.signedOn ?? consent.day("requested-on")),
                "organization": .some([context.organization]),
                "policyRule": rule(of: consent), "provision": provision(of: consent),
            ])
    }

    private static func status(_ state: ConsentOnFile.State) -> FHIRValue {
        switch state {
        case .draft: "draft"
        case .active: "active"
        case .declined: "rejected"
        case .expired, .revoked, .superseded, .defective: "inactive"
        }
    }

    private static func title(of consent: ConsentOnFile) -> String {
        switch consent.kind {
        case .authorization: "Authorization to disclose"
        case .part2: "Part 2 consent to disclose"
        case .restriction: "Restriction"
        case .communication: "Confidential communications"
        case .notice: consent.entries["notice"] ?? "Notice"
        }
    }

    private static func rule(of consent: ConsentOnFile) -> FHIRValue? {
        let policy = { FHIRCodes.concept(FHIRCodes.hl7("consentpolicycodes"), $0) }
        switch consent.kind {
        case .authorization: return policy("hipaa-auth")
        case .part2: return FHIRCodes.concept(FHIRCodes.actCode, "42CFRPart2")
        case .restriction:
            return policy(consent.isMandatory ? "hipaa-self-pay" : "hipaa-restrictions")
        case .communication: return FHIRCodes.concept("45 CFR 164.522(b)")
        case .notice where consent.entries["notice"] == NoticeKind.privacyNotice.rawValue:
            return policy("hipaa-npp")
        case .notice: return FHIRCodes.concept(title(of: consent))
        }
    }

    private static func provision(of consent: ConsentOnFile) -> FHIRValue? {
        let entries = consent.entries
        switch consent.kind {
        case .authorization, .part2:
            let other = entries["purpose-text"]
            return [
                "type": "permit",
                "period": period(consent.signedOn, end(of: consent) ?? consent.expiresOn),
                "actor": recipient(named(entries)),
                "purpose": .some(
                    Purpose.allCases.filter(consent.purposes.contains).map {
                        FHIRCodes.purpose($0, other: $0 == .other ? other : nil)
                    }),
                "code": items(consent.items),
                "dataPeriod": period(
                    consent.day("period-from"), consent.day("period-until")),
            ]
        case .restriction:
            let against = entries.list("against").map { FHIRValue.text($0) }
            return [
                "type": "deny",
                "period": period(
                    consent.day("agreed-on") ?? consent.day("requested-on"),
                    consent.day("ended-on")),
                "actor": .some(
                    against.map { $0.map { actor(["display": $0]) } }),
                "code": items(consent.items) ?? FHIRCodes.concept(entries["request"]).map { [$0] },
                "dataPeriod": period(consent.day("services-from"), consent.day("services-until")),
            ]
        case .communication, .notice:
            return period(
                consent.signedOn ?? consent.day("requested-on"),
                end(of: consent) ?? consent.day("ended-on") ?? consent.expiresOn
            ).map { ["period": $0] }
        }
    }

    /// When it ended before its time.
    private static func end(of consent: ConsentOnFile) -> Day? {
        ["revoked-on", "superseded-on", "expiry-event-happened"].compactMap(consent.day).min()
    }

    private static func named(_ entries: Entries) -> String? {
        let parts = [entries["recipient"], entries["organization"]].compactMap(\.self)
        if !parts.isEmpty { return parts.joined(separator: ", ") }
        return entries["recipient-named"] == "tpo" ? "Treating providers, payers and helpers" : nil
    }

    private static func recipient(_ name: String?) -> FHIRValue? {
        FHIRValue.text(name).map { [actor(["display": $0])] }
    }

    static func actor(_ reference: FHIRValue) -> FHIRValue {
        [
            "role": FHIRCodes.concept(FHIRCodes.participation, "IRCP"), "reference": reference,
        ]
    }

    static func items(_ items: Set<DisclosureItem>) -> FHIRValue? {
        .some(DisclosureItem.allCases.filter(items.contains).map { FHIRCodes.concept($0.label) })
    }

    private static func period(_ start: Day?, _ end: Day?) -> FHIRValue? {
        guard start != nil || end != nil else { return nil }
        return ["start": .day(start), "end": .day(end)]
    }
}
