/// Which of a case's clocks: the state's, which begins anew with every state, or the total, which never restarts.
package enum ClockName: String, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
    case state
    case total
}
