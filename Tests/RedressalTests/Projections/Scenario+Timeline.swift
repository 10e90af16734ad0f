import Redressal
import RedressalTesting

extension Scenario {
    /// The events of all cases as timelines show them.
    var timeline: [TimelineEntry] { self.log.timeline }
}

extension [WrittenEvent] {
    /// As timelines show them, at their places in a log.
    var timeline: [TimelineEntry] {
        self.enumerated().map { TimelineEntry($1.record, hash: $1.hash, partition: 0, offset: Int64($0)) }
    }
}
