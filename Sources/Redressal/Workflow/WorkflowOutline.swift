/// What a workflow has, in the words of its file, as people and programs are shown it.
package struct WorkflowOutline: Encodable {
    package struct Field: Encodable {
        package let name: String
        package let title: String?
        package let type: String
        /// Whether a case cannot be opened without it.
        package let required: Bool
        package let personal: Bool
        /// The codes allowed; empty where any is, or where there are none.
        package let values: [String]
    }

    package struct State: Encodable {
        package let name: String
        package let title: String?
        package let initial: Bool
        /// `false`, `true` or `reopenable`.
        package let final: String
        /// How long a case may stand in it, as the file says: `10bd`, `$planned_end`, `none`.
        package let sla: String
        /// The ladder that is climbed when it takes longer.
        package let chain: String?
        /// Whether the clock over the whole case stands meanwhile.
        package let pauses: Bool
        /// The roles whose turn it is.
        package let waitsFor: [String]
        /// The fields that they are shown in the list of what waits for them.
        package let shows: [String]

        private enum CodingKeys: String, CodingKey {
            case name, title, initial, final, sla, chain, pauses, shows
            case waitsFor = "waits_for"
        }
    }

    package struct Action: Encodable {
        package struct Field: Encodable {
            package let name: String
            package let required: Bool
            /// The codes that may be given here; empty where the field's own say it.
            package let values: [String]
        }

        package let name: String
        package let title: String?
        package let from: [String]
        /// A state, `$same` or `$previous`.
        package let to: String
        package let by: [String]
        /// Whether the system takes it when the stage's clock runs out.
        package let timer: Bool
        /// Whether pages fold it away.
        package let rare: Bool
        package let fields: [Field]
    }

    package let workflow: String
    package let version: Int
    package let title: String?
    /// How long the whole case may take; nil where nothing says.
    package let total: String?
    /// Who may do something, as actions name them.
    package let roles: [String]
    /// The roles of the case's own people, each with the field that names who it is.
    package let parties: [String: String]
    package let severities: [String]
    package let fields: [Field]
    package let states: [State]
    package let actions: [Action]

    package init(_ workflow: WorkflowDefinition) {
        self.workflow = workflow.name
        self.version = workflow.version
        self.title = workflow.title
        self.total = workflow.total?.target.description
        self.roles = workflow.roles.map(\.rawValue)
        self.parties = Dictionary(
            workflow.parties.map { ($0.key.rawValue, $0.value.rawValue) }, uniquingKeysWith: { first, _ in first })
        self.severities = workflow.severities
        self.fields = workflow.fields.map { field in
            Field(
                name: field.name.rawValue, title: field.title, type: field.type.description,
                required: field.isRequired, personal: field.isPersonal, values: field.values)
        }
        self.states = workflow.states.map { state in
            State(
                name: state.name.rawValue, title: state.title, initial: workflow.initialStates.contains(state.name),
                final: state.final.rawValue, sla: state.target?.description ?? "none", chain: state.chain,
                pauses: state.pauses, waitsFor: state.waitsFor.map(\.rawValue), shows: state.shows.map(\.rawValue))
        }
        self.actions = workflow.actions.map { action in
            Action(
                name: action.name.rawValue, title: action.title, from: action.from.map(\.rawValue),
                to: action.to.description, by: action.by.map(\.rawValue), timer: action.timer, rare: action.isRare,
                fields: action.fields.map { use in
                    Action.Field(name: use.name.rawValue, required: use.isRequired, values: use.values)
                })
        }
    }
}
