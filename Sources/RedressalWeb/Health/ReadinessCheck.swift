/// One part that must work before the server can do its work.
package struct ReadinessCheck: Sendable {
    /// What it is called, such as `log`.
    package let name: String
    /// Why it is not ready, in words for an operator; nil when it is.
    package let reason: @Sendable () async -> String?

    /// - Parameter reason: Asks the part; it should answer within a second, for probes do not wait long.
    package init(_ name: String, reason: @escaping @Sendable () async -> String?) {
        self.name = name
        self.reason = reason
    }
}
