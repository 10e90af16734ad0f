import Foundation

/// What the made-up log knows of one case so far.
struct IncidentLogRow {
    /// The states, as the real log writes them.
    enum State: String {
        case new = "New"
        case active = "Active"
        case awaitingUserInfo = "Awaiting User Info"
        case awaitingVendor = "Awaiting Vendor"
        case awaitingProblem = "Awaiting Problem"
        case awaitingEvidence = "Awaiting Evidence"
        case illegal = "-100"
        case resolved = "Resolved"
        case closed = "Closed"
    }

    let number: String
    /// Minutes since the log's first.
    var minute: Int
    var changes = 0
    var reopenings = 0
    var group = "Group 1"

    init(number: String, minute: Int) {
        self.number = number
        self.minute = minute
    }

    /// The row of an update, as a line of the file.
    func line(_ state: State) -> String {
        let values = [
            self.number, state.rawValue, state == .closed ? "false" : "true", "0", "\(self.reopenings)",
            "\(self.changes)", "true", "Caller \(self.number.suffix(2))", "Updated by \(self.changes % 3)", self.time,
            "Phone", "Category 1", "Subcategory 2", "2 - Medium", "2 - Medium", self.priority, self.group,
            self.changes % 2 == 0 ? "?" : "Resolver \(self.changes)", "code 5",
        ]
        return values.joined(separator: ",")
    }

    private var priority: String {
        ["1 - Critical", "2 - High", "3 - Moderate", "4 - Low"][(Int(self.number.suffix(3)) ?? 0) % 4]
    }

    /// `d/m/yyyy HH:MM`, day and month not padded, from 29 February 2016 on.
    private var time: String {
        var calendar = Foundation.Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        // 2016-02-29T01:16:00Z
        let date = Date(timeIntervalSince1970: 1_456_708_560 + Double(self.minute) * 60)
        let parts = calendar.dateComponents([.day, .month, .year, .hour, .minute], from: date)
        let clock = String(format: "%02d:%02d", parts.hour ?? 0, parts.minute ?? 0)
        return "\(parts.day ?? 0)/\(parts.month ?? 0)/\(parts.year ?? 0) \(clock)"
    }
}
