/// Facts that change from outside, one line a file; she may put tables of her own in their place.
package enum Tables {
    package static let serviceCodes = PackageResources.service_codes_json
    package static let jurisdictions = PackageResources.jurisdictions_json
    package static let payers = PackageResources.payers_json
    package static let requests = PackageResources.requests_json
    package static let activityReview = PackageResources.activity_review_json
    package static let breach = PackageResources.breach_json

    package static let all: [(name: String, bytes: [UInt8])] = [
        ("service-codes", serviceCodes), ("jurisdictions", jurisdictions), ("payers", payers),
        ("requests", requests), ("activity-review", activityReview), ("breach", breach),
    ]
}
