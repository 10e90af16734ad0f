/// The case was moved to another version of its workflow.
package struct WorkflowVersionChanged: Hashable, Sendable, Codable {
    package let from: WorkflowPin
    package let to: WorkflowPin
    /// The state under the old version and under the new one.
    package let oldState: String
    package let state: String

    package init(from: WorkflowPin, to: WorkflowPin, oldState: String, state: String) {
        self.from = from
        self.to = to
        self.oldState = oldState
        self.state = state
    }

    private enum CodingKeys: String, CodingKey {
        case from, to, state
        case oldState = "old_state"
    }
}
