/// A command that an action sends to another case.
package struct Signal: Hashable, Sendable {
    /// How the other case is found.
    package enum Target: Hashable, Sendable {
        /// The case linked under this relation.
        case relation(String)
        /// The case that this field refers to.
        case field(FieldName)
    }

    package let target: Target
    /// The workflow the other case follows; nil for the sender's own.
    package let workflow: String?
    package let action: ActionName

    package init(target: Target, workflow: String? = nil, action: ActionName) {
        self.target = target
        self.workflow = workflow
        self.action = action
    }
}
