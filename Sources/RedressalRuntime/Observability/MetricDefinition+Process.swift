extension MetricDefinition {
    /// Those of the process; the first six have the names that Prometheus' own libraries give them.
    static let process = [
        startTime, residentMemory, openFiles, mostOpenFiles, cpuTime, build, loops, stuckLoops, sampleAge,
        samplesFailed,
    ]

    static let startTime = MetricDefinition(
        "process_start_time_seconds", .gauge, "When the process started, in seconds since 1970.")
    static let residentMemory = MetricDefinition(
        "process_resident_memory_bytes", .gauge, "Memory that the process holds.")
    static let openFiles = MetricDefinition("process_open_fds", .gauge, "File descriptors that are open.")
    static let mostOpenFiles = MetricDefinition(
        "process_max_fds", .gauge, "File descriptors that may be open at once.")
    static let cpuTime = MetricDefinition(
        "process_cpu_seconds_total", .counter, "Processor time used, in user mode and in the system.")
    static let build = MetricDefinition(
        "redressal_build_info", .gauge, "1, with the version of the program.", [.version])
    static let loops = MetricDefinition("redressal_loops", .gauge, "Loops that this process runs.")
    static let stuckLoops = MetricDefinition(
        "redressal_loops_stuck", .gauge, "Loops that have not passed for two minutes.")
    static let sampleAge = MetricDefinition(
        "redressal_sample_age_seconds", .gauge,
        "For how long no figures were got from the database and the log; they are left out when they cannot be got.")
    static let samplesFailed = MetricDefinition(
        "redressal_samples_failed_total", .counter, "Times figures could not be got from the database or the log.")
}
