import RedressalRuntime

/// Makes small incident logs.
enum IncidentLines {
    static let header =
        "number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,"
        + "sys_updated_by,sys_updated_at,contact_type,category,subcategory,impact,urgency,priority,assignment_group,"
        + "assigned_to,closed_code"

    static func row(
        _ number: String, _ state: String, _ time: String, count: Int = 0, group: String = "Group 1",
        code: String = "code 5"
    ) -> String {
        "\(number),\(state),true,0,0,\(count),true,Caller 7,Updated by 2,\(time),Phone,Category 1,Subcategory "
            + "2,1 - High,2 - Medium,2 - High,\(group),?,\(code)"
    }

    static func file(_ rows: [String]) throws -> TemporaryFile {
        try TemporaryFile(([self.header] + rows).joined(separator: "\n") + "\n")
    }

    /// What the import makes of rows.
    static func cases(_ rows: [String]) throws -> [ImportedCase] {
        let file = try self.file(rows)
        return try IncidentImport(file.url).cases()
    }

    /// A whole case, so that others are not the file's last.
    static let end = [row("INC9", "Closed", "1/6/2016 10:00")]
}
