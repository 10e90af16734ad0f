import Redressal

/// One usable row of the log: the state of an incident after one update.
struct IncidentRow {
    let line: Int
    let state: IncidentState
    let updated: Instant
    let updatedBy: String
    let severity: String?
    /// The label of the person who called; nil when the log does not tell.
    let caller: String?
    /// What the log tells of the workflow's fields; `?` is left out.
    let fields: [String: FieldValue]

    /// What stands where the log knows nothing.
    static let unknown = "?"

    /// The fields that a later row may empty again; numbers and flags never are.
    static let texts: [String: IncidentColumn] = [
        "impact": .impact, "urgency": .urgency, "priority": .priority, "assignment_group": .group,
        "assigned_to": .assignee, "category": .category, "subcategory": .subcategory, "contact_type": .contactType,
    ]

    private static let counts: [String: IncidentColumn] = [
        "reassignment_count": .reassignmentCount, "reopen_count": .reopenCount, "sys_mod_count": .modificationCount,
    ]

    private static let severities = [
        "1 - Critical": "critical", "2 - High": "high", "3 - Moderate": "moderate", "4 - Low": "low",
    ]

    /// - Throws: ``RowDefect`` that says which column holds what it must not.
    init(_ record: DelimitedRecord, _ columns: ColumnMap<IncidentColumn>) throws(RowDefect) {
        if let defect = record.defect { throw defect }
        func text(_ column: IncidentColumn) -> String { columns.text(column, of: record) }
        self.line = record.line
        guard let state = IncidentState(rawValue: text(.state)) else {
            let known = IncidentState.allCases.map(\.rawValue).joined(separator: ", ")
            throw RowDefect(
                "expected a state (\(known)) in 'incident_state' but found \(text(.state).quoted)")
        }
        self.state = state
        guard let date = SourceDate(text(.updatedAt), .dayFirst) else {
            throw RowDefect(
                "expected a date and time such as \(DateOrder.dayFirst.example), day first, in 'sys_updated_at' "
                    + "but found "
                    + text(.updatedAt).quoted)
        }
        // The log prints no zone; UTC keeps every difference exact.
        self.updated = date.inUTC
        self.updatedBy = text(.updatedBy) == Self.unknown ? "unknown" : text(.updatedBy)
        self.severity = try Self.severity(text(.priority))
        self.caller = text(.caller) == Self.unknown ? nil : text(.caller)
        self.fields = try Self.fields(state, text)
    }

    private static func severity(_ priority: String) throws(RowDefect) -> String? {
        guard priority != Self.unknown else { return nil }
        guard let severity = Self.severities[priority] else {
            let known = Self.severities.keys.sorted().joined(separator: ", ")
            throw RowDefect("expected a priority (\(known)) in 'priority' but found \(priority.quoted)")
        }
        return severity
    }

    private static func fields(
        _ state: IncidentState, _ text: (IncidentColumn) -> String
    ) throws(RowDefect) -> [String: FieldValue] {
        var fields: [String: FieldValue] = [:]
        for (name, column) in Self.texts where text(column) != Self.unknown {
            fields[name] = .string(text(column))
        }
        for (name, column) in Self.counts where text(column) != Self.unknown {
            guard let count = Int(text(column)), count >= 0 else {
                throw RowDefect("expected a whole number from 0 in '\(name)' but found \(text(column).quoted)")
            }
            fields[name] = .integer(count)
        }
        if text(.madeSLA) != Self.unknown {
            guard let flag = Bool(text(.madeSLA)) else {
                throw RowDefect("expected true or false in 'made_sla' but found \(text(.madeSLA).quoted)")
            }
            fields["made_sla"] = .boolean(flag)
        }
        if text(.caller) != Self.unknown { fields["caller"] = .string(text(.caller)) }
        // Every row of a case carries its final code: taken earlier it would tell the future.
        if state == .closed, text(.closedCode) != Self.unknown { fields["closed_code"] = .string(text(.closedCode)) }
        return fields
    }
}
