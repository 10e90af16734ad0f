extension Action {
    /// Where an action leads.
    package enum Destination: Hashable, Sendable {
        case state(StateName)
        /// The case stays, and the stage's clock runs on (`$same`).
        case same
        /// Back to the state the case was in before this one (`$previous`).
        case previous
    }
}

extension Action.Destination: CustomStringConvertible {
    /// As definitions write it.
    package var description: String {
        switch self {
        case .state(let name): name.rawValue
        case .same: "$same"
        case .previous: "$previous"
        }
    }
}
