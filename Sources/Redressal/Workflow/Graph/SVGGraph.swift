/// A workflow as a picture that needs no other program.
package enum SVGGraph {
    private static let boxWidth = 180
    private static let boxHeight = 44
    private static let columnWidth = 300
    private static let rowHeight = 110
    private static let margin = 30

    /// The picture's text, ending with a line break; the same definition gives the same text.
    package static func text(of definition: WorkflowDefinition) -> String {
        let graph = StateGraph(definition.actions)
        let layout = GraphLayout(definition, graph)
        let width = 2 * Self.margin + (layout.columns - 1) * Self.columnWidth + Self.boxWidth
        let height = 2 * Self.margin + (layout.rows - 1) * Self.rowHeight + Self.boxHeight
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" "
                + "aria-label=\"\(Self.escaped(definition.title ?? definition.name))\">"
        ]
        lines += Self.styles
        lines += graph.arrows.enumerated().compactMap { index, arrow in
            guard let from = layout.cells[arrow.from], let to = layout.cells[arrow.to] else { return nil }
            return Self.move(from, to, labels: arrow.labels, index: index)
        }
        lines += definition.states.compactMap { state in layout.cells[state.name].map { Self.box(state, $0) } }
        return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
    }

    private static let styles = [
        "<style>",
        "text { font: 13px sans-serif; text-anchor: middle; fill: #222 }",
        ".target, .label { font-size: 11px; fill: #555 }",
        ".label { paint-order: stroke; stroke: #fff; stroke-width: 3px }",
        ".state { fill: #eef3fb; stroke: #35588f } .pauses { stroke-dasharray: 5 3 }",
        ".final { fill: #e9f5ec; stroke: #2f6b3f; stroke-width: 3 }",
        ".move { fill: none; stroke: #777 }",
        "</style>",
        "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" "
            + "orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" fill=\"#777\"/></marker></defs>",
    ]

    private static func box(_ state: State, _ cell: GraphLayout.Cell) -> String {
        let (x, y) = Self.corner(cell)
        let kind = state.isOpen ? (state.pauses ? "state pauses" : "state") : "final"
        let middle = x + Self.boxWidth / 2
        let title = Self.escaped(state.title ?? state.name.rawValue)
        let rect =
            "<rect class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\" width=\"\(Self.boxWidth)\" height=\"\(Self.boxHeight)\" "
            + "rx=\"8\"/>"
        guard let target = state.target else {
            return rect + "<text x=\"\(middle)\" y=\"\(y + 27)\">\(title)</text>"
        }
        return rect + "<text x=\"\(middle)\" y=\"\(y + 19)\">\(title)</text>"
            + "<text class=\"target\" x=\"\(middle)\" y=\"\(y + 35)\">\(Self.escaped(target.description))</text>"
    }

    /// A curve from the right side onwards, or from the lower side back, with the actions' names beside it.
    private static func move(_ from: GraphLayout.Cell, _ to: GraphLayout.Cell, labels: [String], index: Int) -> String {
        let (fromX, fromY) = Self.corner(from)
        let (toX, toY) = Self.corner(to)
        let isOnward = to.column > from.column
        // Arrows and labels that share a way keep a little apart.
        let shift = (index % 5 - 2) * 6
        let start = (
            x: fromX + (isOnward ? Self.boxWidth : Self.boxWidth / 2 + shift),
            y: fromY + (isOnward ? Self.boxHeight / 2 + shift : Self.boxHeight)
        )
        let end = (
            x: toX + (isOnward ? 0 : Self.boxWidth / 2 + 30 + shift),
            y: toY + (isOnward ? Self.boxHeight / 2 : Self.boxHeight)
        )
        let bend = isOnward ? (x: 60, y: 0) : (x: 0, y: 50)
        let title = labels.count > 2 ? "\(labels[0]) +\(labels.count - 1)" : labels.joined(separator: ", ")
        let label = (x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 + (isOnward ? -4 : 36) + shift)
        return "<path class=\"move\" marker-end=\"url(#tip)\" d=\"M\(start.x) \(start.y)C\(start.x + bend.x) "
            + "\(start.y + bend.y) \(end.x - bend.x) \(end.y + bend.y) \(end.x) \(end.y)\">"
            + "<title>\(Self.escaped(labels.joined(separator: ", ")))</title></path>"
            + "<text class=\"label\" x=\"\(label.x)\" y=\"\(label.y)\">\(Self.escaped(title))</text>"
    }

    private static func corner(_ cell: GraphLayout.Cell) -> (x: Int, y: Int) {
        (Self.margin + cell.column * Self.columnWidth, Self.margin + cell.row * Self.rowHeight)
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
