/// The logs that everything is shown for.
enum LogKind: String, CaseIterable, Sendable, CustomStringConvertible {
    case postgres
    case kafka

    var description: String { self.rawValue }
}
