/// Keys of log lines that more than one part uses.
package enum LogKey {
    /// What the lines about one command, or one request, have in common.
    package static let correlation = "correlation_id"
}
