extension ExportContents {
    /// Beside the files, for whoever opened the export without this program.
    static let readmeText = """
        WHAT THIS IS

        Signed clinical documents, exported from the vault of the clinician who wrote them.

          cover.pdf           from whom it is, for whom, and what is enclosed
          document.pdf        the document, to read and to print (where there are several,
                              document-1.pdf, document-2.pdf and so on; the rest likewise)
          document.txt        the same as plain text: the words that were signed
          document.html       the same for a web browser
          document.md         the same as Markdown
          document.docx       a copy for Word, where one was asked for: it can be edited
          document.json       the same for programs: what was signed, as data
          document.fhir.json  the same for health record systems (HL7 FHIR R4)
          document.signature  what was signed, with the signature (Ed25519, C2SP signed note)
          proof.txt           proof that the act of signing stands in the clinician's audit trail
          checkpoint.txt      the state of that trail, signed
          key.txt             the public key that checks all of these
          MANIFEST            a checksum of every file
          MANIFEST.signature  the checksum of that list, signed

        HOW TO CHECK IT

          Linux     sha256sum -c MANIFEST
          macOS     shasum -a 256 -c MANIFEST
          Windows   certutil -hashfile document.pdf SHA256, and compare with MANIFEST

        With the vault program, `vault unseal FILE` checks checksums, signatures and proofs at
        once. The public key is in key.txt. It proves something only if you compare it with the one
        the clinician gave you in another way, on paper or by telephone.

        This is confidential health information. If it is not meant for you, do not read it: tell
        the clinician, and delete it.

        """

    /// Beside the folders, where everything left: what is where, and how another program reads it.
    static let everythingText = """
        WHAT THIS IS

        Everything in the vault of the clinician who exported it, but for psychotherapy notes.

          clients/C1/                one folder for each client
            documents/D1.pdf         each signed document, to read and to print
            documents/D1.txt         the words that were signed
            documents/D1.json        what was signed, as data
            documents/D1.signature   what was signed, with the signature (Ed25519, C2SP signed note)
            attachments/F1.pdf       each attached file, as it was
            record.fhir.json         the whole record for other programs (HL7 FHIR R4 collection)
            consents.json            the consents on file
            accounting.csv           the accounting of disclosures (45 CFR 164.528)
            records.jsonl            every revision of every record, for a vault that takes over
          practice/records.jsonl     the same for the practice's profile and the correspondents
          practice/settings.json     how the clinician likes the program
          audit/trail.txt            the whole audit trail: each line is the Base64 of one entry,
                                     a leaf of the RFC 6962 tree that checkpoint.txt signs
          audit/entries.csv          the same trail for people
          audit/earlier-1.txt        the trail of a vault that was taken over before, if there was
                                     one, with its own signed checkpoint beside it
          checkpoint.txt             the state of the trail, signed
          key.txt                    the public key, then those of vaults that were taken over
          MANIFEST                   a checksum of every file
          MANIFEST.signature         the checksum of that list, signed

        A line of records.jsonl is a JSON object: record and owner (ids), revision (from 1), type,
        number (with the type's letter its name: C1, D1), state, day, label, parent (an id),
        writtenAt (milliseconds since 1970, UTC), facts (pairs), file (of an attached file: its name
        in attachments), and last body, the record's own JSON. Revisions of a record come in order.

        HOW TO USE IT

        Another vault takes it over: `vault init`, then `vault import everything FILE`. Every record
        has the same digest there, and every signature still verifies.
        `vault unseal FILE` takes it apart and checks checksums, signatures and the trail. The public
        key proves something only if you compare it with the one on the clinician's recovery sheet.

        This is confidential health information. If it is not meant for you, do not read it: tell
        the clinician, and delete it.

        """

    /// On the stick beside the encrypted file; it says nothing of what is inside.
    static let openingName = "HOW-TO-OPEN.txt"
    static let openingText = """
        HOW TO OPEN A FILE THAT ENDS IN .tar.age

        It is encrypted with age, a free program that anyone can get from
        https://age-encryption.org. Put FILE in place of the file's name below. age asks for the
        passphrase that you were told; if the file was made for your age key, add
        -i and the key's file after -d.

          Windows   Get age from the page above and unpack it. Open a terminal in the folder:
                      age -d -o opened.tar FILE
                      tar -xf opened.tar
          macOS       brew install age
                      age -d FILE | tar xf -
          Linux       sudo apt install age
                      age -d FILE | tar xf -

        README.txt inside says what the files are and how to check them.

        A file that ends in .vault is a backup; only the vault program opens it.

        """
}
