/// The log's five topics.
package enum Topic: String, Sendable, Hashable, CaseIterable, Codable {
    /// Requests, keyed by case.
    case commands
    /// Facts, keyed by case; never changed, never compacted, kept for ever.
    case events
    /// Answers to commands; kept for a short while.
    case outcomes
    /// Published workflows, calendars and programmes; one partition.
    case definitions
    /// Who came in, was turned away, or read personal data, keyed by account; kept for ever.
    case access

    /// How many partitions a topic has when cases are spread over a number of them.
    package func partitionCount(cases: Int) -> Int { self == .definitions ? 1 : cases }
}
