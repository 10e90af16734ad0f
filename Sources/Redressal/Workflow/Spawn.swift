/// Another case that an action opens.
package struct Spawn: Hashable, Sendable {
    /// The name of the workflow the new case follows.
    package let workflow: String
    /// What this case calls the new one, such as `appeal`; guards ask by this name (`in_state`).
    package let relation: String
    /// The new case's fields, each with the field of this case whose value it takes.
    package let fields: [FieldName: FieldName]
    /// How the new case is said to have come in, such as `box`; nil is as the action did.
    package let channel: String?
    /// The field that says when it happened, a `date` or an `instant`; nil, or empty, is when the action happens.
    package let occurred: FieldName?
    /// The field that says how many cases there are to be opened so; pages tell how many there are already.
    package let of: FieldName?

    package init(
        workflow: String, relation: String, fields: [FieldName: FieldName] = [:], channel: String? = nil,
        occurred: FieldName? = nil, of: FieldName? = nil
    ) {
        self.workflow = workflow
        self.relation = relation
        self.fields = fields
        self.channel = channel
        self.occurred = occurred
        self.of = of
    }

    /// The fields of this case that it reads.
    package var sources: [FieldName] {
        self.fields.sorted { $0.key < $1.key }.map(\.value) + [self.occurred, self.of].compactMap(\.self)
    }
}
