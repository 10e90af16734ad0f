/// What a request may say of the matter, the place and the person (GeoReport v2, "POST Service Request").
package enum Open311Parameter: String, Hashable, Sendable, Codable, CaseIterable {
    case description
    case addressString = "address_string"
    case addressID = "address_id"
    case lat
    case long
    case mediaURL = "media_url"
    case firstName = "first_name"
    case lastName = "last_name"
    case phone
    case email
    case deviceID = "device_id"
    case accountID = "account_id"

    /// The longest value in characters; the standard says so of the description alone.
    var longest: Int { self == .description ? 4000 : 2000 }
}
