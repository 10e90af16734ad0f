/// What of the joint action plans may be shown to everybody.
///
/// A plan of few actions tells of each of them, and 0 % or 100 % of few of all: such a plan shows that it is there, and
/// no figures. The sum is over the plans that show theirs, so that nobody finds a hidden one by taking the others away.
package struct JaapBoard: Hashable, Sendable {
    /// Of how many a figure must be made up to be shown: the rule for ordinary counts.
    package static let smallestGroup = 5

    /// A plan; its figures are nil where they are hidden.
    package struct Line: Hashable, Sendable {
        package let plan: String?
        package let sangkat: String?
        package let figures: JaapFigures?
    }

    package let lines: [Line]
    /// The sum of what is shown; nil when nothing is.
    package let total: JaapFigures?

    package init(_ plans: [JaapPlan]) {
        self.lines = plans.map { plan in
            let isShown = plan.figures.actions >= Self.smallestGroup
            return Line(plan: plan.plan, sangkat: plan.sangkat, figures: isShown ? plan.figures : nil)
        }
        let shown = self.lines.compactMap(\.figures)
        self.total =
            shown.isEmpty
            ? nil
            : JaapFigures(
                actions: shown.reduce(0) { $0 + $1.actions }, completed: shown.reduce(0) { $0 + $1.completed },
                withSupervisor: shown.reduce(0) { $0 + $1.withSupervisor })
    }
}
