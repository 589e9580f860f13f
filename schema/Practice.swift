extension Kinds {
    /// The form that asks who signs.
    package static let practice = PackageResources.practice_json
}
