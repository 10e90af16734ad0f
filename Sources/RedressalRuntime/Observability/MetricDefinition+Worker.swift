extension MetricDefinition {
    /// Those of workers: projector and escalator.
    static let worker = [
        eventsFolded, voids, batchEvents, writeTime, projectionDelay, interruptions, lag, freshness, voidRecords,
        parkedCases, orphans, overdueAge, timersSent, sendLateness, timersDue, oldestDue, roundsFailed,
    ]

    static let eventsFolded = MetricDefinition(
        "redressal_projection_events_total", .counter, "Events folded into the read models.", [.projection])
    static let voids = MetricDefinition(
        "redressal_projection_voids_total", .counter,
        "Records of the events topic that count for nothing, by reason.", [.projection, .voidReason])
    static let batchEvents = MetricDefinition(
        "redressal_projection_batch_events", .histogram, "Records in one batch.", [.projection], buckets: sizes)
    static let writeTime = seconds(
        "redressal_projection_write_seconds", "Time to write one batch's rows and position.", [.projection])
    static let projectionDelay = seconds(
        "redressal_projection_delay_seconds",
        "Time from an event's recording until it can be read, of the oldest event of each batch.", [.projection],
        buckets: delays)
    static let interruptions = MetricDefinition(
        "redressal_projection_interruptions_total", .counter,
        "Times folding broke off and began again from what was committed.", [.projection])
    static let lag = MetricDefinition(
        "redressal_projection_lag_events", .gauge, "Records of the events topic that are not folded in yet.",
        [.projection, .partition])
    static let freshness = MetricDefinition(
        "redressal_projection_freshness_seconds", .gauge,
        "For how long the oldest event that is not folded in yet has been seen waiting; 0 when none waits.",
        [.projection, .partition])
    static let voidRecords = MetricDefinition(
        "redressal_void_records", .gauge, "Records in the events topic that count for nothing, of all time.")
    static let parkedCases = MetricDefinition(
        "redressal_parked_cases", .gauge, "Cases left as they stood because their history shows a gap.")
    static let orphans = MetricDefinition(
        "redressal_orphaned_cases", .gauge, "Overdue cases that no post up to the ladder's end could take.")
    static let overdueAge = seconds(
        "redressal_overdue_age_seconds",
        "How long open cases are past due now: a count of the present, to be read without rate().", buckets: ages)
    static let timersSent = MetricDefinition(
        "redressal_timers_sent_total", .counter, "Due timers sent to the engine, those sent again included.")
    static let sendLateness = seconds(
        "redressal_timer_lateness_seconds", "Time from a timer's due instant until it was sent.", buckets: delays)
    static let timersDue = MetricDefinition(
        "redressal_timers_due", .gauge, "Timers that are due and that nothing came of yet; counted up to 10,000.")
    static let oldestDue = MetricDefinition(
        "redressal_timer_oldest_due_seconds", .gauge,
        "For how long the oldest timer that nothing came of yet has been due; 0 when none is.")
    static let roundsFailed = MetricDefinition(
        "redressal_timer_rounds_failed_total", .counter, "Times due timers could not be sent.")
}
