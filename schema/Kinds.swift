/// The forms and the document kinds, one line a file; the file `ID.json` is `ID_json` here.
package enum Kinds {
    /// Forms that no document rests on, each read on its own.
    package static let practice = PackageResources.practice_json
    package static let measure = PackageResources.measure_json

    package static let all: [(name: String, bytes: [UInt8])] = [
        ("client", PackageResources.client_json),
        ("session", PackageResources.session_json),
        ("progress-note.soap", PackageResources.progress_note_soap_json),
    ]
}
