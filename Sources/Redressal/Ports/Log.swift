/// The ordered record of commands and events: what is true, and in which order.
///
/// Every implementation passes one contract suite. Reading shows committed records only.
package protocol Log: Sendable {
    /// Over how many partitions cases are spread; fixed when the log is made.
    var partitionCount: Int { get }

    /// Makes what is missing and checks the rest.
    ///
    /// - Throws: ``LogError`` `.unsafeSetting` for a topic whose settings would lose data, naming the setting.
    func prepare() async throws(LogError)

    /// Appends records that need no owner, such as commands; each topic and partition keeps their order.
    ///
    /// - Returns: Their offsets, in order.
    /// - Throws: ``LogError`` `.tooLarge`, `.unavailable`, `.unknownOutcome`.
    func append(_ records: [NewRecord]) async throws(LogError) -> [Int64]

    /// A reader of one topic from an offset of each partition named.
    func reader(of topic: Topic, from offsets: [Int: Int64]) async throws(LogError) -> any LogReader

    /// The offset after the partition's last committed record.
    func end(of topic: Topic, partition: Int) async throws(LogError) -> Int64

    /// Becomes the partition's owner: whoever owned it before can no longer commit once this returns.
    func takeOwnership(of partition: Int) async throws(LogError) -> any PartitionOwner

    /// Joins the engines that share the partitions out among them.
    ///
    /// - Parameter name: What to call this member, for people who look for it.
    func joinEngines(as name: String) async throws(LogError) -> any Membership

    /// Deletes outcomes that are a day old, where the log does not do so by itself; nothing else is ever deleted.
    ///
    /// - Returns: How many were deleted.
    func pruneOutcomes() async throws(LogError) -> Int

    /// Gives up connections and threads; nothing may be used afterwards.
    func close() async
}

extension Log {
    package func pruneOutcomes() async throws(LogError) -> Int { 0 }
}
