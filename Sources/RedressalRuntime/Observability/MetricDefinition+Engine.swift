extension MetricDefinition {
    /// Those of engines.
    static let engine = [
        commandsDecided, commandsRepeated, decideTime, commitTime, batchSize, takeovers, takeoverTime, ownershipLost,
        partitionOwned, commandsWaiting, casesHeld, casesBrought, partitions,
    ]

    static let commandsDecided = MetricDefinition(
        "redressal_engine_commands_total", .counter,
        "Commands decided and committed, by outcome and code of the refusal.", [.outcome, .code])
    static let commandsRepeated = MetricDefinition(
        "redressal_engine_commands_repeated_total", .counter,
        "Commands that came again and got their first answer once more.")
    static let decideTime = seconds("redressal_engine_decide_seconds", "Time to decide one batch of commands.")
    static let commitTime = seconds(
        "redressal_engine_commit_seconds", "Time to commit one batch's events, outcomes and position to the log.")
    static let batchSize = MetricDefinition(
        "redressal_engine_batch_commands", .histogram, "Commands in one committed batch.", buckets: sizes)
    static let takeovers = MetricDefinition(
        "redressal_engine_takeovers_total", .counter, "Times this process took a partition over.", [.partition])
    static let takeoverTime = seconds(
        "redressal_engine_takeover_seconds",
        "Time from claiming a partition to deciding its commands, reading its events included.")
    static let ownershipLost = MetricDefinition(
        "redressal_engine_ownership_lost_total", .counter,
        "Times a partition was lost other than by handing it over, by reason.", [.lossReason])
    static let partitionOwned = MetricDefinition(
        "redressal_engine_partition_owned", .gauge,
        "1 while this process decides the partition's commands, 0 while it was given it but does not.", [.partition])
    static let commandsWaiting = MetricDefinition(
        "redressal_engine_commands_waiting", .gauge,
        "Commands in the log that wait for an answer, of partitions this process owns.", [.partition])
    static let casesHeld = MetricDefinition(
        "redressal_engine_cases_held", .gauge, "Cases that the engine holds in memory.", [.partition])
    static let casesBrought = MetricDefinition(
        "redressal_engine_cases_brought_total", .counter,
        "Cases read from the read models because the engine did not hold them when their commands came.")
    static let partitions = MetricDefinition(
        "redressal_log_partitions", .gauge, "Partitions that cases are spread over.")
}
