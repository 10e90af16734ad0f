/// Which timers a run of events ended and which it set: what the run did to `read.timer`, and nothing that stood before and
/// stands unchanged, so that it keeps when it was sent.
package struct TimerChanges: Sendable {
    /// Those that stand no more, or stand otherwise now.
    package private(set) var ended: [TimerRow] = []
    /// Those that did not stand before, or stood otherwise.
    package private(set) var armed: [TimerRow] = []

    /// Takes in one case.
    ///
    /// - Parameters:
    ///   - before: Its timers before the run.
    ///   - after: Its timers at the end of the run.
    mutating func add(_ before: [TimerRow], _ after: [TimerRow]) {
        self.ended += before.filter { !after.contains($0) }
        self.armed += after.filter { !before.contains($0) }
    }
}
