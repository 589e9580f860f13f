"""Makes schema/codes/ICD10CM.swift from the release that PyPI's simple-icd-10-cm carries.

usage: make_icd10cm.py > schema/codes/ICD10CM.swift

The classification is a work of the United States government and free to use. A new release needs
the three lines of RELEASE changed; the tests then show which counts changed with it.
"""
import simple_icd_10_cm as icd

RELEASE = ("ICD-10-CM, April 2026", "2026-04-01",
           "NCHS and CMS tabular list of April 1, 2026 (simple-icd-10-cm 1.5.0)")

# What a psychotherapist codes from. R40 goes without the coma scale, Z03 to Z91 without what
# belongs to medicine only.
COVERED = """F G31.84 G47 R40.0 R40.1 R40.4 R41 R42 R43 R44 R45 R46 T14.91 T74 T76 Z03.89 Z04.4 Z04.6
Z04.7 Z04.8 Z13.3 Z13.4 Z55 Z56 Z57 Z58 Z59 Z60 Z62 Z63 Z64 Z65 Z69 Z70 Z71 Z72 Z73 Z74 Z75 Z76 Z81
Z86.5 Z87.820 Z87.890 Z91.1 Z91.4 Z91.5 Z91.8""".split()

# Longer inclusion terms spell out whole paragraphs, which nobody searches by.
LONGEST_TERM = 90


def terms(code: str) -> str:
    found = (" ".join(term.split()) for term in icd.get_inclusion_term(code))
    return "; ".join(term for term in found if len(term) <= LONGEST_TERM)


def main() -> None:
    codes = sorted({code for code in icd.get_all_codes() if icd.is_category_or_subcategory(code)})
    covered = [code for code in codes if code.startswith(tuple(COVERED))]
    above = {code for code in codes if any(part.startswith(code) for part in COVERED)}
    print("""// swift-format-ignore-file
// Made by Tests/DocumentsTests/Peer/make_icd10cm.py; not for editing by hand.
extension Codes {
    /// The diagnoses, a line each: code, 1 if it is complete or 0 if it needs more digits, title,
    /// inclusion terms; tabs between. First lines: release, first day, source; covered beginnings.
    static let icd10cmText = #\"\"\"""")
    print("#release", *RELEASE, sep="\t")
    print("#covers", *COVERED, sep="\t")
    for code in sorted(above.union(covered)):
        print(code, int(icd.is_leaf(code)), icd.get_description(code), terms(code), sep="\t")
    print('"""#\n}')


if __name__ == "__main__":
    main()
