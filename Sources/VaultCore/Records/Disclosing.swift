internal import Audit
package import Documents
package import Wording

/// Documents that leave: what they may rest on, and whether they still may go.
extension Vault {
    /// What is known about a client's treatment without opening a note.
    package func treatmentRecord(of client: RecordSummary) throws -> TreatmentRecord {
        let caseload = Caseload(try summaries())
        return TreatmentRecord(
            sessions: caseload.sessions.filter { $0.owner == client.record }.compactMap { session in
                Day(iso: session.header.day).map {
                    .init(
                        day: $0,
                        isVouchedFor: session.header.facts[.missed] == nil
                            && caseload.note(of: session)?.header.state == .signed)
                }
            }, results: try measures(of: client).map(\.result))
    }

    /// The most that a document of this kind may tell there. Where it may tell nothing, that is
    /// noted in the trail and thrown.
    package func scope(
        for asked: Disclosure, of kind: DocumentKind, about client: RecordSummary,
        without excluded: Set<DisclosureItem>
    ) throws -> (consent: Consent, disclosure: Disclosure) {
        guard let needs = kind.discloses else {
            throw KindError.inconsistent(file: kind.id, detail: "what it discloses is not said")
        }
        try refusePaidInFull(asked, of: client, record: client.record, act: .disclosureRefuse)
        let onFile = try consents(of: client)
        let scope = Consents(onFile.map(\.consent)).scope(for: asked, of: needs, without: excluded)
        guard let consent = Consent.to(scope.disclosure, under: scope.permission) else {
            var refusals: [Consents.Refusal] = []
            if case .refused(let found) = scope.permission { refusals = found }
            throw try refused(
                refusals, client: client, record: client.record, act: .disclosureRefuse)
        }
        return (consent, scope.disclosure)
    }

    /// A document that leaves needs its permission again each time: a consent can end, be revoked
    /// or turn out defective. What leaves although one is missing is noted with its basis.
    @discardableResult
    func require(
        _ disclosure: Disclosure, of document: RecordSummary, act: AuditAct
    ) throws -> Consents.Permission {
        let client = try client(of: document)
        try refusePaidInFull(disclosure, of: client, record: document.record, act: act)
        let today = disclosure.with(
            on: surroundings.now().day,
            isPart2: try disclosure.isPart2 || entries(of: client)["part-2"] == "yes")
        let onFile = Consents(try consents(of: client).map(\.consent))
        var permission = onFile.best(for: today)
        if !today.basis.needsConsent, !today.basisFits {
            permission = .refused([Consents.Refusal(consent: nil, reasons: [.basisDoesNotFit])])
        }
        if case .refused(let refusals) = permission {
            throw try refused(refusals, client: client, record: document.record, act: act)
        }
        if case .basis(let basis) = permission, onFile.isOverridden(by: today) {
            try commit(
                AuditEvent(
                    .disclosureOverride, client: document.owner, record: document.record,
                    details: [.basis: basis.rawValue]))
        }
        return permission
    }

    /// 45 CFR 164.522(a)(1)(vi): a client who pays in full can keep it from the health plan.
    private func refusePaidInFull(
        _ disclosure: Disclosure, of client: RecordSummary, record: RecordID, act: AuditAct
    ) throws {
        guard disclosure.recipient.kind == .healthPlan,
            try entries(of: client)["paid-in-full"] == "yes"
        else { return }
        throw try refused(
            [Consents.Refusal(consent: nil, reasons: [.paidInFull])], client: client,
            record: record, act: act)
    }

    private func refused(
        _ refusals: [Consents.Refusal], client: RecordSummary, record: RecordID, act: AuditAct
    ) throws -> DisclosureRefused {
        let reasons = refusals.flatMap(\.reasons)
        try commit(
            AuditEvent(
                act, client: client.owner, record: record,
                details: [.reason: reasons.first?.code ?? "disclosure.refused"]))
        return DisclosureRefused(refusals: refusals)
    }
}

/// Something may not leave the practice, and why.
package struct DisclosureRefused: UserFacing {
    package let refusals: [Consents.Refusal]

    private var first: Reason { refusals.flatMap(\.reasons).first ?? .noneOnFile }

    package var code: String { first.code }
    package var problem: String { first.problem }
    package var nextStep: String { first.nextStep }
    package var exitCode: ExitCode { .refused }
}
