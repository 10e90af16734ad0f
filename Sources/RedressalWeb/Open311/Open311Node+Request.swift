import Redressal

extension Open311Node {
    /// A request with all members of the standard; what is not known, not there, or sealed is empty.
    init(_ request: Open311Request) {
        self = .record([
            "service_request_id": .text(request.id), "status": .text(request.status.rawValue),
            "status_notes": Open311Node(request.statusNotes), "service_name": .text(request.service.name),
            "service_code": .text(request.service.code), "description": Open311Node(request.description),
            "agency_responsible": Open311Node(request.agency), "service_notice": Open311Node(request.service.notice),
            "requested_datetime": Open311Node(request.requested),
            "updated_datetime": Open311Node(request.updated),
            "expected_datetime": request.expected.map { Open311Node($0) } ?? .nothing,
            "address": Open311Node(request.address),
            "address_id": Open311Node(request.addressID), "zipcode": .nothing, "lat": Open311Node(request.lat),
            "long": Open311Node(request.long), "media_url": Open311Node(request.mediaURL),
        ])
    }
}
