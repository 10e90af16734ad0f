import Foundation
import Redressal

/// A made-up incident log of the shape of the real one, with everything in it that makes the real one hard.
///
/// Reopenings out of Resolved and out of Closed, rows in the illegal state `-100`, a step back in time, labels that come
/// and go, and a last case that is cut off.
struct IncidentLog {
    static let columns = [
        "number", "incident_state", "active", "reassignment_count", "reopen_count", "sys_mod_count", "made_sla",
        "caller_id", "sys_updated_by", "sys_updated_at", "contact_type", "category", "subcategory", "impact", "urgency",
        "priority", "assignment_group", "assigned_to", "closed_code",
    ]

    private var random = SeededGenerator(seed: 20_160_229)
    private var lines = [Self.columns.joined(separator: ",")]

    /// Writes a log.
    ///
    /// - Parameter cases: How many complete ones; each has five rows on average.
    static func write(cases: Int, to file: URL) throws {
        var log = IncidentLog()
        for index in 0..<cases { log.add(index) }
        log.addCutOff(cases)
        try Data((log.lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    }

    /// A complete case.
    private mutating func add(_ index: Int) {
        var row = IncidentLogRow(number: String(format: "INC%07d", index + 1), minute: index * 37)
        self.add(&row, [.new, .active].randomElement(using: &self.random) ?? .new)
        for _ in 0..<Int.random(in: 0...4, using: &self.random) { self.work(&row) }
        if index % 97 == 13 { self.addIllegalRows(&row) }
        // Once, as in the real log: the clock of whoever wrote it was wrong.
        if index == 42 { row.minute -= 5 }
        self.add(&row, .resolved)
        if index % 11 == 5 { self.reopen(&row) }
        self.add(&row, .closed)
        if index % 23 == 7 {
            self.reopen(&row)
            self.add(&row, .closed)
        }
    }

    private mutating func work(_ row: inout IncidentLogRow) {
        if Bool.random(using: &self.random) { row.group = "Group \(Int.random(in: 1...9, using: &self.random))" }
        if Int.random(in: 0..<6, using: &self.random) == 0 { row.group = "?" }
        let states: [IncidentLogRow.State] = [
            .active, .active, .awaitingUserInfo, .awaitingVendor, .awaitingProblem, .awaitingEvidence,
        ]
        self.add(&row, states.randomElement(using: &self.random) ?? .active)
    }

    private mutating func reopen(_ row: inout IncidentLogRow) {
        row.reopenings += 1
        self.add(&row, .active)
        self.add(&row, .resolved)
    }

    private mutating func addIllegalRows(_ row: inout IncidentLogRow) {
        self.add(&row, .new)
        self.add(&row, .illegal)
        self.add(&row, .illegal)
    }

    private mutating func addCutOff(_ index: Int) {
        var row = IncidentLogRow(number: String(format: "INC%07d", index + 1), minute: index * 37)
        self.add(&row, .new)
    }

    private mutating func add(_ row: inout IncidentLogRow, _ state: IncidentLogRow.State) {
        self.lines.append(row.line(state))
        row.changes += 1
        row.minute += Int.random(in: 0...3000, using: &self.random)
    }
}
