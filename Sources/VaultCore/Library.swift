package import Documents
internal import Schema

/// The forms and document kinds that the program carries with it.
package struct Library: Sendable {
    package let kinds: KindLibrary
    package let practiceForm: Form

    package init() throws {
        kinds = try KindLibrary(files: Kinds.all)
        practiceForm = try JSON.value(Form.self, from: Kinds.practice)
    }

    /// The measures; read only where one is needed, for they are many.
    package static func instruments() throws -> InstrumentLibrary {
        try InstrumentLibrary(files: Instruments.all)
    }

    package static func measureForm() throws -> Form {
        try JSON.value(Form.self, from: Kinds.measure)
    }
}
