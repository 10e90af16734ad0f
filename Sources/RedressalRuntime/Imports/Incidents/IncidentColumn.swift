/// The columns of ServiceNow's incident event log that the import reads.
enum IncidentColumn: String, CaseIterable, Hashable, Sendable {
    case number
    case state = "incident_state"
    case reassignmentCount = "reassignment_count"
    case reopenCount = "reopen_count"
    case modificationCount = "sys_mod_count"
    case madeSLA = "made_sla"
    case caller = "caller_id"
    case updatedBy = "sys_updated_by"
    case updatedAt = "sys_updated_at"
    case contactType = "contact_type"
    case category
    case subcategory
    case impact
    case urgency
    case priority
    case group = "assignment_group"
    case assignee = "assigned_to"
    case closedCode = "closed_code"
}
