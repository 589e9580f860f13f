/// The code tables, as bytes. `codes/` holds them as text in Swift, because the compiler takes
/// half a minute for as many bytes embedded from a file, and no time for a text.
package enum Codes {
    package static let icd10cm = Array(icd10cmText.utf8)
}
