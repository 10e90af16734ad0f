import Redressal

/// What a workflow has, in the words of its file: the JSON of `workflow show`.
struct WorkflowOutline: Encodable {
    struct Field: Encodable {
        let name: String
        let title: String?
        let type: String
        /// Whether a case cannot be opened without it.
        let required: Bool
        let personal: Bool
        /// The codes allowed; empty where any is, or where there are none.
        let values: [String]
    }

    struct State: Encodable {
        let name: String
        let title: String?
        let initial: Bool
        /// `false`, `true` or `reopenable`.
        let final: String
        /// How long a case may stand in it, as the file says: `10bd`, `$planned_end`, `none`.
        let sla: String
        /// The ladder that is climbed when it takes longer.
        let chain: String?
        /// Whether the clock over the whole case stands meanwhile.
        let pauses: Bool
    }

    struct Action: Encodable {
        struct Field: Encodable {
            let name: String
            let required: Bool
        }

        let name: String
        let title: String?
        let from: [String]
        /// A state, `$same` or `$previous`.
        let to: String
        let by: [String]
        /// Whether the system takes it when the stage's clock runs out.
        let timer: Bool
        let fields: [Field]
    }

    let workflow: String
    let version: Int
    let title: String?
    /// How long the whole case may take; nil where nothing says.
    let total: String?
    let fields: [Field]
    let states: [State]
    let actions: [Action]

    init(_ workflow: WorkflowDefinition) {
        self.workflow = workflow.name
        self.version = workflow.version
        self.title = workflow.title
        self.total = workflow.total?.target.description
        self.fields = workflow.fields.map { field in
            Field(
                name: field.name.rawValue, title: field.title, type: field.type.description,
                required: field.isRequired, personal: field.isPersonal, values: field.values)
        }
        self.states = workflow.states.map { state in
            State(
                name: state.name.rawValue, title: state.title, initial: workflow.initialStates.contains(state.name),
                final: state.final.rawValue, sla: state.target?.description ?? "none", chain: state.chain,
                pauses: state.pauses)
        }
        self.actions = workflow.actions.map { action in
            Action(
                name: action.name.rawValue, title: action.title, from: action.from.map(\.rawValue),
                to: action.to.description, by: action.by.map(\.rawValue), timer: action.timer,
                fields: action.fields.map { Action.Field(name: $0.name.rawValue, required: $0.isRequired) })
        }
    }
}
