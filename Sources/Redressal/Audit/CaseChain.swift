/// Whether a case's events prove each other: each is numbered in turn, names the hash of the one before, and has the hash that was
/// kept of it when it is written again as the log has it.
package enum CaseChain: Hashable, Sendable {
    /// All of them do.
    case whole(events: Int)
    /// The first that does not.
    case broken(seq: Int)

    /// - Parameter timeline: The case's events in order.
    package init(_ timeline: [TimelineEntry]) {
        var before = EventHash.none
        for (index, entry) in timeline.enumerated() {
            let record = entry.record
            let bytes = try? CanonicalJSON.encode(record)
            guard record.seq == index + 1, record.prev == before, bytes.map({ EventHash(of: $0) }) == entry.hash else {
                self = .broken(seq: index + 1)
                return
            }
            before = entry.hash
        }
        self = .whole(events: timeline.count)
    }
}
