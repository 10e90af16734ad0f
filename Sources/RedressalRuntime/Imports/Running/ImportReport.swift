/// What an import did; scripts read it as JSON.
package struct ImportReport: Hashable, Sendable, Codable {
    /// The cases whose opening was accepted, now or in an earlier run.
    package let cases: Int
    /// The commands that were answered.
    package let commands: Int
    /// The events that this run wrote; those of earlier runs do not count.
    package let events: Int
    /// The commands that had been answered in an earlier run.
    package let repeated: Int
    /// In the order of the file.
    package let rejected: [ImportRejection]
    package let seconds: Double
    package let eventsPerSecond: Double
    /// How the file was read, where that is not obvious.
    package let notes: [String]
    /// Why it ended before the end of the file, and how to go on; nil when it did not.
    package let stopped: String?

    private enum CodingKeys: String, CodingKey {
        case cases, commands, events, repeated, rejected, seconds, notes, stopped
        case eventsPerSecond = "events_per_second"
    }
}
