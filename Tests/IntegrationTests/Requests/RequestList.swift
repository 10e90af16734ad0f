import Foundation

/// A made-up list of requests in the form of Boston's.
struct RequestList {
    private static let columns = [
        "case_enquiry_id", "open_dt", "target_dt", "closed_dt", "ontime", "case_status", "closure_reason", "subject",
        "reason", "type", "queue", "department", "location", "neighborhood", "city_council_district", "ward", "source",
    ]

    private let lines: [String]

    func write(to file: URL) throws {
        try Data(([Self.columns.joined(separator: ",")] + self.lines).joined(separator: "\n").utf8).write(to: file)
    }

    private static func line(_ number: String, _ opened: String, _ target: String, _ closed: String) -> String {
        let isOpen = closed.isEmpty
        let ontime = isOpen || target.isEmpty || closed <= target ? "ONTIME" : "OVERDUE"
        return [
            number, opened, target, closed, ontime, isOpen ? "Open" : "Closed", isOpen ? "" : "Case Resolved. done",
            "Public Works", "Street", "Missed Trash", "PWDx_1", "PWDx", "1 Example St", "Roxbury", "7", "Ward 3",
            "Citizens Connect App",
        ].joined(separator: ",")
    }

    /// In time, late, without a target, late by a second, still open, closed before it was opened, and one twice.
    static let standard = RequestList(lines: [
        line("101000000001", "2022-01-03 09:00:00", "2022-01-04 09:00:00", "2022-01-03 12:00:00"),
        line("101000000002", "2022-01-03 10:00:00", "2022-01-04 10:00:00", "2022-01-05 12:00:00"),
        line("101000000003", "2022-01-03 11:00:00", "", "2022-01-09 12:00:00"),
        line("101000000004", "2022-01-03 12:00:00", "2022-01-04 12:00:00", "2022-01-04 12:00:01"),
        line("101000000005", "2022-01-08 13:00:00", "2022-02-04 12:00:00", ""),
        line("101000000006", "2022-01-08 14:00:00", "2022-01-09 14:00:00", "2022-01-07 14:00:00"),
        line("101000000001", "2022-01-03 09:00:00", "2022-01-04 09:00:00", "2022-01-03 12:00:00"),
    ])
}
