extension WorkflowChecks {
    /// The stages on any way through the workflow fit into its total, as far as their units can be added.
    mutating func checkStageSums() {
        self.checkStageSum(of: nil, at: "total")
        for (name, profile) in self.definition.profiles.sorted(by: { $0.key < $1.key }) {
            self.checkStageSum(of: profile, at: "profiles.\(name).total")
        }
    }

    private mutating func checkStageSum(of profile: Profile?, at path: String) {
        guard case .span(let total)? = self.definition.totalTarget(under: profile) else { return }
        var lengths: [StateName: Int] = [:]
        for state in self.definition.states where state.isOpen && !state.pauses {
            guard case .span(let span)? = self.definition.target(of: state, under: profile),
                span.measure == total.measure
            else { continue }
            lengths[state.name] = span.length
        }
        guard !lengths.isEmpty else { return }
        var search = LongestPath(graph: self.graph, lengths: lengths)
        let longest = search.longest(from: self.definition.initialStates)
        guard longest.length > total.length else { return }
        let stages = longest.path.filter { lengths[$0] != nil }.map(\.rawValue).joined(separator: ", ")
        self.report(
            "stage-sum",
            "expected stages that fit into the total of \(total) but \(stages) take longer together", at: path, .warning
        )
    }
}

/// Searches the way through a workflow, no state twice, whose stages last longest.
private struct LongestPath {
    let graph: StateGraph
    let lengths: [StateName: Int]
    /// The number of such ways can be exponential; what was found within this many steps has to do.
    private var steps = 20_000
    private var best: (length: Int, path: [StateName]) = (0, [])

    init(graph: StateGraph, lengths: [StateName: Int]) {
        self.graph = graph
        self.lengths = lengths
    }

    mutating func longest(from starts: [StateName]) -> (length: Int, path: [StateName]) {
        for start in starts { self.visit(start, 0, []) }
        return self.best
    }

    private mutating func visit(_ state: StateName, _ length: Int, _ path: [StateName]) {
        guard self.steps > 0, !path.contains(state) else { return }
        self.steps -= 1
        let length = length + (self.lengths[state] ?? 0)
        let path = path + [state]
        if length > self.best.length { self.best = (length, path) }
        for next in self.graph.next(state) { self.visit(next, length, path) }
    }
}
