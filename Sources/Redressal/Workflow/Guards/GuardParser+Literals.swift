extension GuardParser {
    /// A span counted by the wall clock; a guard knows no calendar.
    static func duration(_ span: TimeSpan, at offset: Int) throws(GuardError) -> GuardValue {
        let minutes: Int
        switch span.unit {
        case .minutes: minutes = span.amount
        case .hours: minutes = span.amount * 60
        case .days: minutes = span.amount * 24 * 60
        case .businessMinutes, .businessHours, .businessDays:
            throw GuardError(
                .type, "expected a span by the wall clock such as 30m, 4h or 3d but found '\(span)'", at: offset)
        }
        return .duration(Int64(minutes) * 60_000)
    }

    /// The value of `duration("3d")`, `timestamp("…")` or `date("…")`; nil for other names.
    static func constructed(
        _ name: String, from arguments: [GuardExpression], at offset: Int
    ) throws(GuardError) -> GuardValue? {
        guard ["duration", "timestamp", "date"].contains(name) else { return nil }
        guard arguments.count == 1, case .literal(.string(let text)) = arguments[0].kind else {
            throw GuardError(.type, "expected one text in quotation marks for \(name)", at: offset)
        }
        let start = arguments[0].offset
        switch name {
        case "duration":
            guard let span = TimeSpan(text) else {
                throw GuardError(.type, "expected a span such as 30m, 4h or 3d but found '\(text)'", at: start)
            }
            return try self.duration(span, at: start)
        case "timestamp":
            guard let instant = Instant(text) else {
                throw GuardError(
                    .type, "expected an instant such as 2026-04-10T02:30:00Z but found '\(text)'", at: start)
            }
            return .timestamp(instant)
        default:
            guard let date = CivilDate(text) else {
                throw GuardError(.type, "expected a date such as 2026-04-10 but found '\(text)'", at: start)
            }
            return .date(date)
        }
    }
}
