/// The moves a workflow allows between states, `$previous` resolved to every state it may lead back to.
struct StateGraph {
    /// A move by an action.
    struct Edge: Hashable {
        let from: StateName
        let to: StateName
        let action: ActionName
        /// Whether it leads back (`$previous`).
        let isReturn: Bool
    }

    /// In the order of the file; moves that stay (`$same`) are left out.
    let edges: [Edge]
    private let successors: [StateName: [StateName]]

    private init(edges: [Edge]) {
        self.edges = edges
        self.successors = Dictionary(grouping: edges, by: \.from).mapValues { $0.map(\.to) }
    }

    init(_ actions: [Action]) {
        var edges: [Edge] = []
        for action in actions {
            for from in action.from {
                for to in Self.destinations(of: action, from: from, actions) {
                    edges.append(Edge(from: from, to: to, action: action.name, isReturn: action.to == .previous))
                }
            }
        }
        self.init(edges: edges)
    }

    /// The graph of these states alone.
    func limited(to states: Set<StateName>) -> StateGraph {
        StateGraph(edges: self.edges.filter { states.contains($0.from) && states.contains($0.to) })
    }

    /// The states one move away, each once, in the order of the file.
    func next(_ state: StateName) -> [StateName] {
        var seen: Set<StateName> = []
        return (self.successors[state] ?? []).filter { seen.insert($0).inserted }
    }

    /// Every state that can be reached from these, with them; leading back reaches nothing new.
    func reachable(from starts: [StateName]) -> Set<StateName> {
        let onward = Dictionary(grouping: self.edges.filter { !$0.isReturn }, by: \.from)
        var reached = Set(starts)
        var waiting = starts
        while let state = waiting.popLast() {
            for edge in onward[state] ?? [] where reached.insert(edge.to).inserted { waiting.append(edge.to) }
        }
        return reached
    }

    /// Every state that can reach one of these, with them.
    func reaching(_ ends: [StateName]) -> Set<StateName> {
        let predecessors = Dictionary(grouping: self.edges, by: \.to).mapValues { $0.map(\.from) }
        var reached = Set(ends)
        var waiting = ends
        while let state = waiting.popLast() {
            for previous in predecessors[state] ?? [] where reached.insert(previous).inserted {
                waiting.append(previous)
            }
        }
        return reached
    }

    private static func destinations(of action: Action, from: StateName, _ actions: [Action]) -> [StateName] {
        switch action.to {
        case .state(let name): return [name]
        case .same: return []
        case .previous:
            var seen: Set<StateName> = []
            return actions.filter { $0.to == .state(from) }.flatMap(\.from)
                .filter { $0 != from && seen.insert($0).inserted }
        }
    }
}
