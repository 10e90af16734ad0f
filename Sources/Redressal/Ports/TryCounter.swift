/// Counts wrong tries in a row under a name, across all processes of an installation.
package protocol TryCounter: Sendable {
    /// Counts a try as a failure, before it is looked at.
    ///
    /// - Parameter name: What is tried, such as `receipt K7MQ-3RTW-9XH3`; only a hash of it is kept.
    /// - Throws: ``SignInRefusal`` `.wait` when there were too many; ``ViewsUnavailable``.
    func count(_ name: String) async throws

    /// Forgets the failures under a name, for one was right.
    ///
    /// - Throws: ``ViewsUnavailable``.
    func forget(_ name: String) async throws
}
