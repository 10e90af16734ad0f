extension MetricDefinition {
    /// Those of the index that searches look into.
    static let search = [casesIndexed, indexInterruptions, indexLag]

    static let casesIndexed = MetricDefinition(
        "redressal_search_cases_indexed_total", .counter, "Cases indexed, each time that events changed them.")
    static let indexInterruptions = MetricDefinition(
        "redressal_search_interruptions_total", .counter,
        "Times indexing broke off and began again from what was committed.")
    static let indexLag = MetricDefinition(
        "redressal_search_lag_events", .gauge, "Records of the events topic whose cases are not indexed yet.",
        [.partition])
}
