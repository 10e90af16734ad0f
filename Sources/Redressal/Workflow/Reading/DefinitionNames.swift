/// The names a definition declares, gathered before anything refers to them.
struct DefinitionNames {
    var states: [String] = []
    var openStates: [StateName] = []
    var roles: [String] = []
    var actions: [String] = []
    var events: [String] = []
    var relations: [String] = []
    var fields: [FieldName: Field] = [:]

    /// What guards may use.
    var scope: GuardScope {
        GuardScope(
            fields: self.fields, states: self.states, roles: self.roles, events: self.events, actions: self.actions,
            relations: self.relations)
    }

    /// Words that a field cannot be named with, because guards read them otherwise.
    static let reservedForGuards =
        GuardVariable.allCases.map(\.rawValue) + ["actor", "true", "false", "in", "and", "or", "not"]
    /// Words that a state cannot be named with, because profiles and `from` read them otherwise.
    static let reservedForStates = ["total", "calendar", "chain", "any_open", "none"]
}
