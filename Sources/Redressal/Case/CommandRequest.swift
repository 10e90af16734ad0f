/// What a command asks for.
package enum CommandRequest: Hashable, Sendable {
    /// Begin a case.
    case open(OpenCase)
    /// Do an action of the workflow.
    case act(TakeAction)
    /// A timer's instant has passed.
    case fireTimer(FireTimer)
    /// Another case tells this one of its state.
    case notify(NotifyLink)
    /// The imported past is complete.
    case endHistory(EndHistory)
    /// Compute the running clocks' due instants anew on the calendars now in force.
    case recomputeClocks(RecomputeClocks)
    /// Go on under another version of the workflow.
    case migrate(MigrateCase)
}

extension CommandRequest {
    /// The fields that it brings.
    package var fields: [String: FieldValue] {
        switch self {
        case .open(let request): request.fields
        case .act(let request): request.fields
        case .fireTimer, .notify, .endHistory, .recomputeClocks, .migrate: [:]
        }
    }
}

/// Begin a case.
package struct OpenCase: Hashable, Sendable, Codable {
    package let workflow: String
    /// The state to begin in, for imported cases; nil is the workflow's own.
    package let state: String?
    package let office: String
    package let severity: String?
    package let fields: [String: FieldValue]
    package let parent: CaseLink?

    package init(
        workflow: String, state: String? = nil, office: String, severity: String? = nil,
        fields: [String: FieldValue], parent: CaseLink? = nil
    ) {
        self.workflow = workflow
        self.state = state
        self.office = office
        self.severity = severity
        self.fields = fields
        self.parent = parent
    }
}

/// Do an action of the workflow.
package struct TakeAction: Hashable, Sendable, Codable {
    package let action: String
    package let fields: [String: FieldValue]
    /// What a case that the action opens across the border of a lane gets of this one's sealed fields, by the new case's names.
    ///
    /// Sealed anew by a gateway, for nobody there is to need the key that they were sealed with here; nil for nothing.
    package let carried: [String: FieldValue]?

    package init(action: String, fields: [String: FieldValue] = [:], carried: [String: FieldValue]? = nil) {
        self.action = action
        self.fields = fields
        self.carried = carried
    }
}

/// A timer's instant has passed.
package struct FireTimer: Hashable, Sendable, Codable {
    package let timer: TimerID
    package let generation: Int

    package init(timer: TimerID, generation: Int) {
        self.timer = timer
        self.generation = generation
    }
}

/// Another case tells this one of its state.
package struct NotifyLink: Hashable, Sendable, Codable {
    package let link: CaseLink
    package let state: String

    package init(link: CaseLink, state: String) {
        self.link = link
        self.state = state
    }
}

/// The imported past is complete up to the command's time.
package struct EndHistory: Hashable, Sendable, Codable {
    /// Whether the case goes on by the wall clock from here; otherwise only its clocks are brought up to the time.
    package let live: Bool

    package init(live: Bool) { self.live = live }
}

/// Compute the running clocks' due instants anew.
package struct RecomputeClocks: Hashable, Sendable, Codable {
    package let reason: String

    package init(reason: String) { self.reason = reason }
}

/// Go on under another version of the workflow.
package struct MigrateCase: Hashable, Sendable, Codable {
    package let version: Int
    /// State of the old version to state of the new one; states of the same name need no entry.
    package let states: [String: String]

    package init(version: Int, states: [String: String]) {
        self.version = version
        self.states = states
    }
}
