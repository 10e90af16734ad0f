/// A set of read models: the same tables in a schema of their own.
package enum ReadSet: String, Sendable, CaseIterable {
    /// What everybody reads and workers keep up to date.
    case live = "read"
    /// What `projection rebuild` builds beside it.
    case rebuilt = "read_next"
    /// What was live before the last `projection switch`; nobody keeps it up to date.
    case previous = "read_before"
}
