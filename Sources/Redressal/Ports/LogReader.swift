/// Reads a topic's partitions forward.
package protocol LogReader: Sendable {
    /// The next records.
    ///
    /// Returns as soon as there is one, without a polling delay, and then takes what is there up to the limit.
    /// - Parameters:
    ///   - limit: The most records to return.
    ///   - wait: How long to wait for the first; zero returns at once.
    /// - Returns: An empty batch when the wait is over or the task is cancelled.
    func next(_ limit: Int, wait: Duration) async throws(LogError) -> LogBatch

    func close() async
}
