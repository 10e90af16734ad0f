/// Another case that an action opens.
package struct Spawn: Hashable, Sendable {
    /// The name of the workflow the new case follows.
    package let workflow: String
    /// What this case calls the new one, such as `appeal`; guards ask by this name (`in_state`).
    package let relation: String
    /// The new case's fields, each with the field of this case whose value it takes.
    package let fields: [FieldName: FieldName]

    package init(workflow: String, relation: String, fields: [FieldName: FieldName] = [:]) {
        self.workflow = workflow
        self.relation = relation
        self.fields = fields
    }
}
