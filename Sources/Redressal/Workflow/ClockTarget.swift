/// When a clock runs out.
package enum ClockTarget: Hashable, Sendable {
    /// So long after the clock's start.
    case span(TimeSpan)
    /// At the instant or date that the case holds in this field (`$planned_end`); no deadline while it is empty.
    case field(FieldName)
}

extension ClockTarget: CustomStringConvertible {
    /// As definitions write it.
    package var description: String {
        switch self {
        case .span(let span): span.description
        case .field(let name): "$\(name)"
        }
    }
}
