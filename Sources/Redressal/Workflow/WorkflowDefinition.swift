/// A kind of case: its states, what may be done in each, by whom and by when.
///
/// A value of this type has passed the reader, so that every name in it is declared; whether it makes sense as a
/// whole is what ``WorkflowChecks`` finds out.
package struct WorkflowDefinition: Hashable, Sendable {
    package let name: String
    package let version: Int
    package let title: String?
    package let calendar: CalendarChoice
    /// The states a case may open in; the first is the default.
    package let initialStates: [StateName]
    package let total: TotalClock?
    package let profiles: [String: Profile]
    /// In the order of the file.
    package let states: [State]
    /// In the order of the file.
    package let actions: [Action]
    package let roles: [Role]
    /// Roles that belong to the case's own people, each with the field that names who it is.
    package let parties: [Role: FieldName]
    /// Posts that ladders may name beside the roles.
    package let posts: [String]
    /// What this case may call cases it is linked with, besides those it spawns.
    package let relations: [String]
    /// In the order of the file.
    package let fields: [Field]
    /// What the public pages ask and tell; nil for cases that nobody opens there.
    package let portal: Portal?
    /// The lane that its cases are kept in, away from everybody without a seat there; nil for ordinary cases.
    package let lane: String?
    /// The ladders in use, by name, from the file or from the defaults.
    package let chains: [String: Ladder]
    package let severities: [String]
    package let quietHours: QuietHours?
    /// SHA-256 in hex over the texts the definition was read from.
    package let contentHash: String

    private let stateIndex: [StateName: Int]
    private let fieldIndex: [FieldName: Int]
    private let actionIndex: [ActionName: [Int]]

    package init(
        name: String, version: Int, title: String? = nil, calendar: CalendarChoice, initialStates: [StateName],
        total: TotalClock? = nil, profiles: [String: Profile] = [:], states: [State], actions: [Action],
        roles: [Role], parties: [Role: FieldName] = [:], posts: [String] = [], relations: [String] = [],
        fields: [Field] = [], portal: Portal? = nil, lane: String? = nil,
        chains: [String: Ladder] = [:],
        severities: [String] = [], quietHours: QuietHours? = nil, contentHash: String
    ) {
        self.name = name
        self.version = version
        self.title = title
        self.calendar = calendar
        self.initialStates = initialStates
        self.total = total
        self.profiles = profiles
        self.states = states
        self.actions = actions
        self.roles = roles
        self.parties = parties
        self.posts = posts
        self.relations = relations
        self.fields = fields
        self.portal = portal
        self.lane = lane
        self.chains = chains
        self.severities = severities
        self.quietHours = quietHours
        self.contentHash = contentHash
        self.stateIndex = Dictionary(states.enumerated().map { ($1.name, $0) }) { first, _ in first }
        self.fieldIndex = Dictionary(fields.enumerated().map { ($1.name, $0) }) { first, _ in first }
        self.actionIndex = Dictionary(grouping: actions.indices) { actions[$0].name }
    }

    /// The state of this name, if the workflow has one.
    package func state(_ name: StateName) -> State? { self.stateIndex[name].map { self.states[$0] } }

    /// The field of this name, if the workflow has one.
    package func field(_ name: FieldName) -> Field? { self.fieldIndex[name].map { self.fields[$0] } }

    /// The actions of this name, in the order of the file.
    package func actions(named name: ActionName) -> [Action] {
        (self.actionIndex[name] ?? []).map { self.actions[$0] }
    }
}
