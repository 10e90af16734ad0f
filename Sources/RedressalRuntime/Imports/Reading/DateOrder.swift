/// In which order a source writes the parts of a date.
package enum DateOrder: String, Sendable, CaseIterable, Codable {
    /// `2022-01-31`
    case yearFirst = "ymd"
    /// `31/1/2022` or `31/01/2022`
    case dayFirst = "dmy"
    /// `1/31/2022` or `01/31/2022`
    case monthFirst = "mdy"

    var separator: Character { self == .yearFirst ? "-" : "/" }

    /// How messages show it.
    var example: String {
        switch self {
        case .yearFirst: "2022-01-31 09:30:00"
        case .dayFirst: "31/1/2022 09:30"
        case .monthFirst: "1/31/2022 09:30"
        }
    }
}
