/// What a programme publishes for Open311: which services there are, and how their cases are filled in and shown.
package struct Open311Jurisdiction: Hashable, Sendable, Codable {
    /// The `jurisdiction_id` that requests name.
    package let id: String
    /// When the section was last changed, for the discovery document.
    package let changeset: Instant
    /// Whom to ask about the service, in words.
    package let contact: String?
    /// How to get a key, in words.
    package let keyService: String?
    /// By the workflow's name.
    package let mappings: [String: Open311Mapping]
    /// In the order of the file.
    package let services: [Open311Service]

    package init(
        id: String, changeset: Instant, contact: String? = nil, keyService: String? = nil,
        mappings: [String: Open311Mapping], services: [Open311Service]
    ) {
        self.id = id
        self.changeset = changeset
        self.contact = contact
        self.keyService = keyService
        self.mappings = mappings
        self.services = services
    }

    package func service(_ code: String) -> Open311Service? { self.services.first { $0.code == code } }
}

extension Open311Jurisdiction {
    /// The channel of every case that comes in this way; its event says so for good.
    package static let channel = "open311"
}
