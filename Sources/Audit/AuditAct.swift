/// What was done: one word for one idea, `thing.verb`, part of the leaf's bytes.
///
/// A shipped word is never changed or removed, or old trails could not be read. A new act is a new
/// case here and a new pinned vector in the tests.
package enum AuditAct: String, CaseIterable, Sendable {
    // The vault and its keys.
    case vaultCreate = "vault.create"
    case vaultOpen = "vault.open"
    case vaultOpenFailed = "vault.open-failed"
    case vaultLock = "vault.lock"
    case vaultAutoLock = "vault.auto-lock"
    case vaultVerify = "vault.verify"
    case vaultRestore = "vault.restore"
    case backupMake = "backup.make"
    case backupVerify = "backup.verify"
    case settingsChange = "settings.change"
    case clockJump = "clock.jump"
    case passphraseChange = "passphrase.change"
    case slotAdd = "slot.add"
    case slotRemove = "slot.remove"
    case slotCheck = "slot.check"
    case recoveryUse = "recovery.use"
    case executorUse = "executor.use"

    // Clients and their records.
    case clientCreate = "client.create"
    case clientChange = "client.change"
    case clientView = "client.view"
    case clientClose = "client.close"
    case clientReopen = "client.reopen"
    case clientHold = "client.hold"
    case clientRelease = "client.release"
    case clientDestroy = "client.destroy"
    case sessionCreate = "session.create"
    case sessionChange = "session.change"
    case sessionView = "session.view"
    case measureCreate = "measure.create"
    case measureChange = "measure.change"
    case jottingCreate = "jotting.create"
    case jottingChange = "jotting.change"
    case jottingView = "jotting.view"
    case psychotherapyNoteCreate = "psychotherapy-note.create"
    case psychotherapyNoteChange = "psychotherapy-note.change"
    case psychotherapyNoteView = "psychotherapy-note.view"
    case attachmentCreate = "attachment.create"
    case attachmentView = "attachment.view"
    case importDone = "import.done"
    case recordSearch = "record.search"

    // Consent and disclosure.
    case consentGive = "consent.give"
    case consentChange = "consent.change"
    case consentRevoke = "consent.revoke"
    case consentExpire = "consent.expire"
    case disclosureRecord = "disclosure.record"
    case disclosureRefuse = "disclosure.refuse"
    case disclosureOverride = "disclosure.override"
    case exportIntent = "export.intent"
    case exportDone = "export.done"
    case exportFailed = "export.failed"

    // Documents.
    case documentDraft = "document.draft"
    case documentChange = "document.change"
    case documentView = "document.view"
    case documentReview = "document.review"
    case documentSign = "document.sign"
    case documentSignRefused = "document.sign-refused"
    case documentAmend = "document.amend"
    case documentDiscard = "document.discard"
    case documentPrint = "document.print"

    // Oversight.
    case auditView = "audit.view"
    case auditReview = "audit.review"
    case reportMake = "report.make"
    case incidentOpen = "incident.open"
    case incidentClose = "incident.close"
}
