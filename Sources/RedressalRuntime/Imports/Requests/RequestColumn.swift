/// The columns of Boston's 311 list that the import reads.
enum RequestColumn: String, CaseIterable, Hashable, Sendable {
    case id = "case_enquiry_id"
    case opened = "open_dt"
    case target = "target_dt"
    case closed = "closed_dt"
    case ontime
    case status = "case_status"
    case closureReason = "closure_reason"
    case subject
    case reason
    case type
    case queue
    case department
    case location
    case neighborhood
    case district = "city_council_district"
    case ward
    case source

    static let dates: [RequestColumn] = [.opened, .target, .closed]
}
