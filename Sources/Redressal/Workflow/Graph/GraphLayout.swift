/// Places states on a grid: a column for each number of moves from the start, rows in the order of the file.
struct GraphLayout {
    /// A cell of the grid, counted from 0.
    struct Cell: Hashable {
        let column: Int
        let row: Int
    }

    let cells: [StateName: Cell]
    let columns: Int
    let rows: Int

    init(_ definition: WorkflowDefinition, _ graph: StateGraph) {
        let ranks = Self.ranks(definition, graph)
        var cells: [StateName: Cell] = [:]
        var heights: [Int: Int] = [:]
        for state in definition.states {
            let column = ranks[state.name] ?? 0
            cells[state.name] = Cell(column: column, row: heights[column, default: 0])
            heights[column, default: 0] += 1
        }
        self.cells = cells
        self.columns = (heights.keys.max() ?? 0) + 1
        self.rows = heights.values.max() ?? 1
    }

    /// The fewest moves from the start; final states stand together in the last column.
    private static func ranks(_ definition: WorkflowDefinition, _ graph: StateGraph) -> [StateName: Int] {
        var ranks: [StateName: Int] = [:]
        var waiting = definition.initialStates.prefix(1).map { ($0, 0) }
        while !waiting.isEmpty {
            let (state, rank) = waiting.removeFirst()
            guard ranks[state] == nil else { continue }
            ranks[state] = rank
            // The way through a final state is an exception, not the way on.
            guard definition.state(state)?.isOpen == true else { continue }
            waiting += graph.next(state).map { ($0, rank + 1) }
        }
        let last = (definition.states.filter(\.isOpen).compactMap { ranks[$0.name] }.max() ?? 0) + 1
        for state in definition.states where !state.isOpen { ranks[state.name] = last }
        return ranks
    }
}
