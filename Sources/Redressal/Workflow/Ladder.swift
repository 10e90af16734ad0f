/// Who is told of a breach, in what order, and how long each has before the next is told.
package struct Ladder: Hashable, Sendable {
    /// What happens to levels whose time passed while the system was down.
    package enum OnMissed: String, Hashable, Sendable, CaseIterable {
        /// Every level fires, one after the other.
        case sequential
        /// Only the highest level that is due fires.
        case collapse
        /// Levels whose time has passed are recorded and do not fire.
        case skip
    }

    /// One rung.
    package struct Level: Hashable, Sendable {
        /// Counted from 1.
        package let level: Int
        /// How long after the breach.
        package let after: TimeSpan
        /// A role or a post, found upwards from the case's office.
        package let to: String
        /// What the holder gets, such as `notify` or `may_reassign`.
        package let effects: [String]

        package init(level: Int, after: TimeSpan, to: String, effects: [String] = []) {
            self.level = level
            self.after = after
            self.to = to
            self.effects = effects
        }
    }

    package let name: String
    /// In rising order; empty for a ladder nobody is on.
    package let levels: [Level]
    package let onMissed: OnMissed
    /// How long a level has to acknowledge before the next fires; nil when silence does not matter.
    package let acknowledgeWithin: TimeSpan?

    package init(
        name: String, levels: [Level], onMissed: OnMissed = .sequential, acknowledgeWithin: TimeSpan? = nil
    ) {
        self.name = name
        self.levels = levels
        self.onMissed = onMissed
        self.acknowledgeWithin = acknowledgeWithin
    }
}
