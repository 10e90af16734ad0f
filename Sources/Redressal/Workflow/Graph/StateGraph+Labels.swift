extension StateGraph {
    /// The moves between two states as one arrow.
    struct Arrow: Hashable {
        let from: StateName
        let to: StateName
        /// The actions' names, those that lead back in brackets.
        let labels: [String]
    }

    /// One arrow for every two states with moves between them, in the order of the file.
    var arrows: [Arrow] {
        var order: [[StateName]] = []
        var labels: [[StateName]: [String]] = [:]
        for edge in self.edges {
            let key = [edge.from, edge.to]
            let label = edge.isReturn ? "(\(edge.action))" : edge.action.rawValue
            if labels[key] == nil { order.append(key) }
            if labels[key]?.contains(label) != true { labels[key, default: []].append(label) }
        }
        return order.map { Arrow(from: $0[0], to: $0[1], labels: labels[$0] ?? []) }
    }
}
