extension Spawn {
    /// The id of the case that it opens; who decides and who prepares the decision make the same.
    ///
    /// - Parameter state: The case before the tie to the new one is recorded.
    package func caseID(from state: CaseState) -> CaseID {
        CaseID(DerivedID.uuid("spawn", state.id.text, self.relation, String(state.links.count)))
    }
}
