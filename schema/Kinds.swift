/// The forms and the document kinds, one line a file; the file `ID.json` is `ID_json` here.
package enum Kinds {
    /// Forms that are also read on their own.
    package static let practice = PackageResources.practice_json
    package static let measure = PackageResources.measure_json
    package static let disclosure = PackageResources.disclosure_json
    package static let correspondent = PackageResources.correspondent_json
    package static let request = PackageResources.request_json
    package static let reviewFinding = PackageResources.review_finding_json
    package static let suspension = PackageResources.suspension_json
    package static let incident = PackageResources.incident_json

    /// The forms of consents, restrictions and notices, by their ids.
    package static let consents: [(name: String, bytes: [UInt8])] = [
        ("consent-authorization", PackageResources.consent_authorization_json),
        ("consent-part2", PackageResources.consent_part2_json),
        ("consent-restriction", PackageResources.consent_restriction_json),
        ("consent-communication", PackageResources.consent_communication_json),
        ("consent-notice", PackageResources.consent_notice_json),
    ]

    package static let all: [(name: String, bytes: [UInt8])] = [
        ("client", PackageResources.client_json),
        ("session", PackageResources.session_json),
        ("practice", practice),
        ("disclosure", disclosure),
        ("amendment", PackageResources.amendment_json),
        ("contact-note.collateral", PackageResources.contact_note_collateral_json),
        ("contact-note.missed", PackageResources.contact_note_missed_json),
        ("contact-note.phone", PackageResources.contact_note_phone_json),
        ("letter.animal", PackageResources.letter_animal_json),
        ("letter.attendance", PackageResources.letter_attendance_json),
        ("letter.attorney", PackageResources.letter_attorney_json),
        ("letter.continued-stay", PackageResources.letter_continued_stay_json),
        ("letter.copy", PackageResources.letter_copy_json),
        ("letter.court", PackageResources.letter_court_json),
        ("letter.employer", PackageResources.letter_employer_json),
        ("letter.family", PackageResources.letter_family_json),
        ("letter.leave", PackageResources.letter_leave_json),
        ("letter.preauthorization", PackageResources.letter_preauthorization_json),
        ("letter.referral", PackageResources.letter_referral_json),
        ("letter.school", PackageResources.letter_school_json),
        ("letter.termination", PackageResources.letter_termination_json),
        ("progress-note.birp", PackageResources.progress_note_birp_json),
        ("progress-note.crisis", PackageResources.progress_note_crisis_json),
        ("progress-note.dap", PackageResources.progress_note_dap_json),
        ("progress-note.family", PackageResources.progress_note_family_json),
        ("progress-note.girp", PackageResources.progress_note_girp_json),
        ("progress-note.group", PackageResources.progress_note_group_json),
        ("progress-note.intake", PackageResources.progress_note_intake_json),
        ("progress-note.narrative", PackageResources.progress_note_narrative_json),
        ("progress-note.pie", PackageResources.progress_note_pie_json),
        ("progress-note.pirp", PackageResources.progress_note_pirp_json),
        ("progress-note.soap", PackageResources.progress_note_soap_json),
        ("summary.discharge", PackageResources.summary_discharge_json),
        ("summary.safety-plan", PackageResources.summary_safety_plan_json),
        ("treatment-plan", PackageResources.treatment_plan_json),
    ]

    /// Fields that several kinds share, with their wording.
    package static let blocks: [(name: String, bytes: [UInt8])] = [
        ("ending", PackageResources.block_ending_json),
        ("letter", PackageResources.block_letter_json),
        ("mental-status", PackageResources.block_mental_status_json),
        ("payer", PackageResources.block_payer_json),
        ("risk", PackageResources.block_risk_json),
        ("session", PackageResources.block_session_json),
    ]
}
