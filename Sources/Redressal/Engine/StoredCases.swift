/// Cases as they are stored, all at one moment.
package struct StoredCases: Sendable {
    /// A snapshot of every case that was asked for; an empty one for a case that nothing is stored of.
    package let cases: [CaseID: CaseSnapshot]
    /// The latest moment recorded in what is stored of the partition.
    package let recorded: Instant?

    package init(_ cases: [CaseID: CaseSnapshot], recorded: Instant?) {
        self.cases = cases
        self.recorded = recorded
    }
}
