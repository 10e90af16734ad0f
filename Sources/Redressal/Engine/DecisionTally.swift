/// How commands were answered, for those who watch an engine: figures, and which were refused.
package struct DecisionTally: Hashable, Sendable {
    /// A command that was refused.
    package struct Refusal: Hashable, Sendable {
        package let command: CommandID
        package let code: Rejection.Code
    }

    package private(set) var accepted = 0
    /// How many had been answered before and got the first answer once more; counted nowhere else.
    package private(set) var repeated = 0
    package private(set) var refusals: [Refusal] = []

    package init() {}

    /// How many commands it tells of.
    package var count: Int { self.accepted + self.repeated + self.refusals.count }

    mutating func add(_ outcome: Outcome) {
        if outcome.repeated, outcome.rejection?.code != .commandReused {
            self.repeated += 1
        } else if let rejection = outcome.rejection {
            self.refusals.append(Refusal(command: outcome.command, code: rejection.code))
        } else {
            self.accepted += 1
        }
    }
}
