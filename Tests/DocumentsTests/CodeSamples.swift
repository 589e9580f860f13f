import Documents
import Schema

/// The program's own tables, read once.
enum CodeSample {
    static let diagnoses: DiagnosisCodes = {
        guard let codes = DiagnosisCodes(bytes: Codes.icd10cm) else { fatalError("unreadable") }
        return codes
    }()

    static let services: ServiceCodes = {
        do { return try ServiceCodes(bytes: Tables.serviceCodes) } catch { fatalError("\(error)") }
    }()

    static let rulebook: Rulebook = {
        do {
            return try Rulebook(jurisdictions: Tables.jurisdictions, payers: Tables.payers)
        } catch {
            fatalError("\(error)")
        }
    }()
}
