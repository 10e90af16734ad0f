/// The clock that runs from a case's opening to its end and that no reassignment restarts.
package struct TotalClock: Hashable, Sendable {
    package let target: ClockTarget
    /// The name of the ladder that a breach starts; nil when a breach is only flagged.
    package let chain: String?
    /// When to remind, in rising order.
    package let remind: [Percent]

    package init(target: ClockTarget, chain: String? = nil, remind: [Percent] = []) {
        self.target = target
        self.chain = chain
        self.remind = remind
    }
}
