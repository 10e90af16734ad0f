/// The way to look at what came in through Open311; it follows the log a little behind.
package protocol FiledRequests: Sendable {
    /// Cases that were opened through Open311, the latest first.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func requests(_ filter: FiledRequestFilter) async throws -> [FiledRequest]
}

/// A case that was opened through Open311.
package struct FiledRequest: Hashable, Sendable {
    package let state: CaseState
    /// What was said when it was opened; personal fields are sealed.
    package let opening: CaseOpened

    package init(state: CaseState, opening: CaseOpened) {
        self.state = state
        self.opening = opening
    }
}
