/// How much of a partition an engine keeps in memory.
package struct MemoryLimits: Sendable {
    /// How many cases at most, as far as snapshots hold the others.
    package let cases: Int
    /// How many answers that no event tells of are given before they are kept, and how many outcomes of any kind.
    package let answers: Int
    package let outcomes: Int64

    package init(cases: Int = 5000, answers: Int = 200, outcomes: Int64 = 10_000) {
        self.cases = cases
        self.answers = answers
        self.outcomes = outcomes
    }
}
