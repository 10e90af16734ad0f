/// A request as the standard shows it: where it stands, without anything personal or sealed.
package struct Open311Request: Hashable, Sendable {
    /// The tracking number.
    package let id: String
    package let status: Open311Status
    package let statusNotes: String?
    package let service: Open311Service
    /// Nil while the workflow seals it, as it does all free text.
    package let description: String?
    /// The office that has the case now; once it is closed, the one at which it was filed.
    package let agency: String?
    package let requested: Instant
    package let updated: Instant
    /// When it is due; nil once it is closed and where nothing is promised.
    package let expected: Instant?
    package let address: String?
    package let addressID: String?
    package let lat: Double?
    package let long: Double?
    package let mediaURL: String?

    /// - Returns: nil for a case that no service of the jurisdiction opened.
    package init?(_ filed: FiledRequest, _ jurisdiction: Open311Jurisdiction, _ org: OrgDirectory) {
        let (state, opening) = (filed.state, filed.opening)
        guard let service = jurisdiction.services.first(where: { $0.opened(opening, state.workflow.name) }),
            let mapping = jurisdiction.mappings[service.workflow]
        else { return nil }
        let standing = mapping.states[state.state]
        let status = standing?.status ?? (state.closed == nil ? .open : .closed)
        func shown(_ parameter: Open311Parameter) -> FieldValue? {
            mapping.field(ofOnly: parameter).flatMap { state.fields[$0] }
        }
        self.id = state.reference
        self.status = status
        self.statusNotes = standing?.notes
        self.service = service
        self.description = shown(.description)?.text
        // Where a case went at its end may be nobody's business.
        self.agency = org.office(status == .open ? state.office : opening.office)?.name
        self.requested = state.opened
        self.updated = state.touched
        self.expected = status == .open ? state.clocks[.total]?.due : nil
        self.address = shown(.addressString)?.text
        self.addressID = shown(.addressID)?.text
        self.lat = shown(.lat)?.number
        self.long = shown(.long)?.number
        self.mediaURL = shown(.mediaURL)?.text
    }
}

extension FieldValue {
    /// The number, for a number only.
    fileprivate var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .decimal(let number): number
        case .string, .boolean, .list, .sealed: nil
        }
    }
}
