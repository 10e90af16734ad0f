/// Everything outside the case that a decision depends on, as values.
package struct DecisionContext: Sendable {
    package let catalog: DefinitionCatalog
    /// The engine's clock at the decision.
    package let now: Instant
    /// The epoch of the owner that decides.
    package let epoch: Int64

    package init(catalog: DefinitionCatalog, now: Instant, epoch: Int64) {
        self.catalog = catalog
        self.now = now
        self.epoch = epoch
    }
}
