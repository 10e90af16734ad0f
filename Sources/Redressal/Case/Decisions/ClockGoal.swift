/// What a running clock is to count towards from now on.
struct ClockGoal {
    /// As the workflow writes it.
    let target: String
    let ladder: String?
    let due: Instant
    let plan: TimerPlan
}
