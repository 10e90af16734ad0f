/// The names that a workflow's guards may use.
struct GuardScope {
    var fields: [FieldName: Field] = [:]
    var states: [String] = []
    var roles: [String] = []
    /// The `emit` names of the actions.
    var events: [String] = []
    var actions: [String] = []
    /// The relations that the actions' `spawn` and the workflow's `relations` declare.
    var relations: [String] = []

    var variables: [String] { self.fields.keys.map(\.rawValue) + GuardVariable.allCases.map(\.rawValue) }
}
