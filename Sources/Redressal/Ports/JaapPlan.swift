/// A joint accountability action plan, counted.
package struct JaapPlan: Hashable, Sendable {
    /// What the plan is called; nil for actions of none.
    package let plan: String?
    package let sangkat: String?
    package let figures: JaapFigures

    package init(plan: String?, sangkat: String?, figures: JaapFigures) {
        self.plan = plan
        self.sangkat = sangkat
        self.figures = figures
    }
}

/// How far agreed actions are.
package struct JaapFigures: Hashable, Sendable, Encodable {
    package let actions: Int
    package let completed: Int
    /// Proposed to the supervisor, or with them.
    package let withSupervisor: Int
    /// Completed of all, rounded half up once, for display.
    package let percent: Int

    package init(actions: Int, completed: Int, withSupervisor: Int) {
        self.actions = actions
        self.completed = completed
        self.withSupervisor = withSupervisor
        self.percent = actions == 0 ? 0 : (200 * completed + actions) / (2 * actions)
    }

    private enum CodingKeys: String, CodingKey {
        case actions, completed, percent
        case withSupervisor = "with_supervisor"
    }
}
