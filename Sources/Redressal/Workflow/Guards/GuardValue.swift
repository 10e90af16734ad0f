/// A value in a guard.
package enum GuardValue: Hashable, Sendable {
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case string(String)
    case timestamp(Instant)
    case date(CivilDate)
    /// In milliseconds; a day is 24 hours.
    case duration(Int64)
    case list([GuardValue])
}
