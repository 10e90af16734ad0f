/// Finds out whether a definition makes sense as a whole, before any case is opened under it.
package struct WorkflowChecks {
    let definition: WorkflowDefinition
    let map: SourceMap
    /// The other workflows that cases may be opened under.
    let known: [WorkflowDefinition]
    /// Of the states that can be reached.
    let graph: StateGraph
    let reachable: Set<StateName>
    private(set) var findings: [Finding] = []

    private init(_ definition: WorkflowDefinition, _ map: SourceMap, _ known: [WorkflowDefinition]) {
        self.definition = definition
        self.map = map
        self.known = known
        // An action that can never be done leads nowhere.
        let graph = StateGraph(definition.actions.filter { $0.guardRule?.expression.isNeverMet != true })
        self.reachable = graph.reachable(from: definition.initialStates)
        self.graph = graph.limited(to: self.reachable)
    }

    /// What every check finds in a workflow that is published already; where in its file nobody knows any more.
    package static func findings(of definition: WorkflowDefinition, known: [WorkflowDefinition] = []) -> [Finding] {
        let map = SourceMap(file: "\(definition.name).yaml")
        return self.findings(for: WorkflowReading(definition: definition, findings: [], map: map), known: known)
    }

    /// The findings of reading and of every check, in the order of the file.
    /// - Parameters:
    ///   - reading: what the reader made of the file; without a definition, only its own findings are given.
    ///   - known: the other workflows that cases may be opened under.
    package static func findings(for reading: WorkflowReading, known: [WorkflowDefinition] = []) -> [Finding] {
        guard let definition = reading.definition else { return reading.findings }
        var checks = WorkflowChecks(definition, reading.map, known)
        checks.checkReachability()
        checks.checkActions()
        checks.checkOverlaps()
        checks.checkDeadlines()
        checks.checkTurns()
        checks.checkOwed()
        checks.checkStageSums()
        checks.checkLadders()
        checks.checkOtherCases()
        checks.checkUse()
        checks.checkEvents()
        return (reading.findings + checks.findings).sorted()
    }

    mutating func report(_ rule: String, _ message: String, at path: String, _ severity: Finding.Severity = .error) {
        let place = self.map[path]
        self.findings.append(
            Finding(
                file: place.file, line: place.location.line, column: place.location.column, rule: rule,
                message: message, severity: severity))
    }
}
