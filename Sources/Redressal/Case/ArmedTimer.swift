/// A timer that stands.
package struct ArmedTimer: Hashable, Sendable, Codable {
    package let id: TimerID
    /// The arming it belongs to; firing an older one does nothing.
    package let generation: Int
    package let due: Instant

    package init(id: TimerID, generation: Int, due: Instant) {
        self.id = id
        self.generation = generation
        self.due = due
    }
}
