/// The document kinds, one line a file of `kinds`; the file `ID.json` is `ID_json` here.
package enum Kinds {
    package static let all: [(name: String, bytes: [UInt8])] = [
        ("client", PackageResources.client_json),
        ("session", PackageResources.session_json),
        ("progress-note.soap", PackageResources.progress_note_soap_json),
    ]
}
