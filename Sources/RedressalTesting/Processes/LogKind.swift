/// The logs that everything is shown for.
package enum LogKind: String, CaseIterable, Sendable, CustomStringConvertible {
    case postgres
    case kafka

    package var description: String { self.rawValue }
}
