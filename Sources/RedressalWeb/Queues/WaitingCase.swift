import Redressal

/// A case in the list of what waits for somebody, over HTTP.
struct WaitingCase: Encodable {
    private let listing: CaseListing
    private let since: Instant?
    private let shows: [String: FieldValue]

    /// - Parameter glance: nil for a case that went away since the list was read.
    init(_ listing: CaseListing, _ glance: CaseGlance?, _ catalog: DefinitionCatalog) {
        self.listing = listing
        self.since = glance?.since
        let shown = catalog.shown(glance?.fields ?? [:], at: CaseStep(listing))
        self.shows = Dictionary(shown.map { ($0.field.name.rawValue, $0.value) }) { first, _ in first }
    }

    private enum CodingKeys: String, CodingKey {
        case since, shows
    }

    func encode(to encoder: any Encoder) throws {
        try self.listing.encode(to: encoder)
        var own = encoder.container(keyedBy: CodingKeys.self)
        try own.encodeIfPresent(self.since, forKey: .since)
        try own.encode(self.shows, forKey: .shows)
    }
}
