/// The states of the workflow `incident`, as the log calls them.
enum IncidentState: String, CaseIterable, Sendable {
    case new = "New"
    case active = "Active"
    case awaitingUserInfo = "Awaiting User Info"
    case awaitingVendor = "Awaiting Vendor"
    case awaitingProblem = "Awaiting Problem"
    case awaitingEvidence = "Awaiting Evidence"
    case resolved = "Resolved"
    case closed = "Closed"

    /// What the workflow calls it.
    var workflowName: String {
        switch self {
        case .new: "new"
        case .active: "active"
        case .awaitingUserInfo: "awaiting_user_info"
        case .awaitingVendor: "awaiting_vendor"
        case .awaitingProblem: "awaiting_problem"
        case .awaitingEvidence: "awaiting_evidence"
        case .resolved: "resolved"
        case .closed: "closed"
        }
    }
}
