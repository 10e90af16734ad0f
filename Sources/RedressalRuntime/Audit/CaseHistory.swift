import Redressal

/// The accepted events of one case, read from the log.
package struct CaseHistory: Sendable {
    private let log: any Log

    package init(log: any Log) { self.log = log }

    /// - Returns: The events in order; empty when there is no such case.
    package func events(of id: CaseID) async throws -> [EventRecord] {
        let partition = Partitioner.partition(of: id.text, among: self.log.partitionCount)
        var acceptance = Acceptance()
        var head = EventHash.none
        var events: [EventRecord] = []
        for try await record in LogScan(self.log, .events, partition: partition) {
            // Ownerships have no key; everything else of other cases is passed over without being read.
            guard record.key == nil || record.key == id.text else { continue }
            switch LoggedEvent(record) {
            case .ownership(let ownership): _ = acceptance.admit(ownership)
            case .unreadable, .misplaced: break
            case .event(let event, let hash):
                guard event.case == id, acceptance.verdict(on: event, seq: events.last?.seq ?? 0, head: head) == nil
                else { continue }
                acceptance.see(event.epoch)
                events.append(event)
                head = hash
            }
        }
        return events
    }
}
