extension GuardValue {
    /// As people read it: dates, instants and lists without the syntax of guards.
    var words: String {
        switch self {
        case .timestamp(let instant): instant.description
        case .date(let date): date.description
        case .list(let items): items.isEmpty ? "nothing" : items.map(\.words).joined(separator: ", ")
        case .bool, .int, .double, .string, .duration: self.description
        }
    }
}
