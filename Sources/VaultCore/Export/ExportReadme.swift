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
          document.json       the same for programs: what was signed, as data
          document.fhir.json  the same for health record systems (HL7 FHIR R4)
          document.signature  what was signed, with the signature (Ed25519, C2SP signed note)
          proof.txt           proof that the act of signing stands in the clinician's audit trail
          checkpoint.txt      the state of that trail, signed
          key.txt             the public key that checks all of these
          MANIFEST            a checksum of every file
          MANIFEST.signature  the same list, signed

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
