import Foundation
import Redressal

/// What has to be known of a whole list of requests before its first row can be read.
struct RequestSurvey: Sendable {
    /// In which order its dates are written.
    let order: DateOrder
    /// The latest instant that had passed when the list was made, as far as it shows; nil for an empty list.
    let latest: Instant?
    /// How many rows have a number for a postal code.
    let numericPostalCodes: Int

    /// Reads a list through.
    ///
    /// - Parameter order: The order of dates, when it is known; nil finds it out.
    /// - Throws: ``ImportError`` when the list cannot be read or its dates cannot be told.
    init(_ file: URL, zone: CalendarZone, order: DateOrder?) throws(ImportError) {
        var rows = try RequestRows(file)
        var tally = DateTally(file: file.lastPathComponent)
        var latest: [DateOrder: Instant] = [:]
        var numericPostalCodes = 0
        while let row = try rows.next() {
            if row.hasNumericPostalCode { numericPostalCodes += 1 }
            guard let values = try? row.values.get() else { continue }
            for column in RequestColumn.dates {
                guard let text = values[column], !text.isEmpty else { continue }
                tally.add(text, column, line: row.line)
            }
            for text in Self.passed(values) {
                for order in DateOrder.allCases {
                    guard let instant = SourceDate(text, order)?.instant(in: zone) else { continue }
                    latest[order] = max(latest[order] ?? instant, instant)
                }
            }
        }
        let found = if let order { order } else { try tally.order() }
        self.order = found
        self.latest = latest[found]
        self.numericPostalCodes = numericPostalCodes
    }

    /// The dates of a row that lie before the making of the list: what happened, and the target of an open request that
    /// the list itself calls overdue.
    private static func passed(_ values: [RequestColumn: String]) -> [String] {
        var columns: [RequestColumn] = [.opened, .closed]
        if values[.closed]?.isEmpty != false, values[.ontime] == "OVERDUE" { columns.append(.target) }
        return columns.compactMap { values[$0] }.filter { !$0.isEmpty }
    }
}
