import Redressal
import RedressalRuntime

/// What the read models show after the demonstration.
struct DemoReport {
    private let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    func show() async throws {
        Terminal.print("\nJoint action plans")
        for plan in try await self.installation.views.jaapPlans() {
            let figures = plan.figures
            Terminal.print(
                "  \(plan.plan ?? "–"): \(figures.completed) of \(figures.actions) (\(figures.percent) %)"
                    + (figures.withSupervisor > 0 ? ", \(figures.withSupervisor) proposed to the supervisor" : ""))
        }
        Terminal.print("\nOverdue, and whose duty")
        var filter = CaseFilter()
        filter.overdue = true
        for line in try await self.installation.views.page(filter, after: nil, limit: 20).cases {
            Terminal.print(
                "  \(line.reference)  \(line.workflow) in \(line.state) at \(line.office), level \(line.level)")
        }
        filter.orphans = true
        Terminal.print("\nOverdue with nobody to take them")
        for line in try await self.installation.views.page(filter, after: nil, limit: 20).cases {
            Terminal.print("  \(line.reference)  \(line.workflow) in \(line.state) at \(line.office)")
        }
        Terminal.print(
            "\nThe cases are of 2025 and keep to it: their clocks run by their own history, not by today's date.")
    }
}
