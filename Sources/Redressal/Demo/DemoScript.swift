/// The demo: what happened in two programmes in 2025, as commands with the times they happened.
///
/// Everything is derived from names, so that loading it again changes nothing.
package enum DemoScript {
    /// When the story ends: Friday, 28 November 2025, five in the afternoon in Phnom Penh.
    package static let end = DemoPlace.khanSenSok.at(11, 28, 17)

    /// All steps in order of time; those of one case in their own order.
    package static func steps() -> [DemoStep] {
        let plans = DemoPlan.all.flatMap(\.cases)
        let steps = (plans + self.complaints().map(\.story)).flatMap(\.steps)
        return steps.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    private static func complaints() -> [DemoComplaint] {
        [
            .smooth(), .paused(), .silent(), .disputed(), .reopened(), .climbing(), .pastAbsentPost(),
            .pastVacantPost(),
            .pastConflict(), .orphan(), .lifeSafety(), .rejected(), .transferred(), .extended(), .redirected(),
            .withdrawn(),
        ] + DemoComplaint.merged() + DemoComplaint.queue()
    }
}

extension DemoScript {
    /// The complaints whose stories are worth opening.
    package enum Story: String, Sendable, CaseIterable {
        case smooth, paused, silent, disputed, reopened, climbing, orphan
        case pastAbsentPost = "past absent post"
        case pastVacantPost = "past vacant post"
        case pastConflict = "past conflict"
        case lifeSafety = "life safety"
        case mergedInto = "merged into"
        case mergedAway = "merged away"
        case rejected, transferred, extended, redirected, withdrawn

        package var id: CaseID { DemoCase.id(of: "complaint \(self.rawValue)") }
    }
}
