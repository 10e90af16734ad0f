/// Which calendar counts a case's business time.
package enum CalendarChoice: Hashable, Sendable {
    /// The calendar of the office that owns the case (`$office`).
    case office
    /// One calendar for every case, by its id.
    case named(String)
}

extension CalendarChoice: CustomStringConvertible {
    /// As definitions write it.
    package var description: String {
        switch self {
        case .office: "$office"
        case .named(let id): id
        }
    }
}
