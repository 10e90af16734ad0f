import RedressalRuntime

/// Makes small lists of requests.
enum RequestLines {
    static let columns = [
        "case_enquiry_id", "open_dt", "target_dt", "closed_dt", "ontime", "case_status", "closure_reason", "subject",
        "reason",
        "type", "queue", "department", "location", "neighborhood", "city_council_district", "ward", "location_zipcode",
        "source",
    ]

    static func row(
        _ id: String, opened: String, target: String = "", closed: String = "", ontime: String = "ONTIME",
        ward: String = "Ward 3"
    ) -> [String] {
        [
            id, opened, target, closed, ontime, closed.isEmpty ? "Open" : "Closed", closed.isEmpty ? " " : "Cleared ",
            "Trash",
            "Street Cleaning", "CE Collection", "Q", "PWDx", "1 Main St", "Boston", "3", ward, "02127", "Call",
        ]
    }

    static func file(_ rows: [[String]], delimiter: String = ",", as ending: String = "csv") throws -> TemporaryFile {
        let lines = ([self.columns] + rows).map { $0.joined(separator: delimiter) }
        return try TemporaryFile(lines.joined(separator: "\n") + "\n", as: ending)
    }

    /// What the import makes of rows.
    static func cases(_ rows: [[String]]) throws -> [ImportedCase] {
        let file = try self.file(rows)
        return try RequestImport(file.url).cases()
    }

    /// A request closed one second after its target.
    static let late = row(
        "1", opened: "2022-01-13 10:00:00", target: "2022-01-14 10:00:00", closed: "2022-01-14 10:00:01",
        ontime: "OVERDUE")

    /// A request that was open when its target passed.
    static let open = row(
        "2", opened: "2022-01-21 13:47:00", target: "2022-02-04 13:47:30", ontime: "OVERDUE", ward: "03")
}
