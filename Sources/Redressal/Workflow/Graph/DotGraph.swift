/// A workflow in Graphviz' language, which `dot -Tsvg` draws.
package enum DotGraph {
    /// The graph's text, ending with a line break.
    package static func text(of definition: WorkflowDefinition) -> String {
        var lines = [
            "digraph \(Self.quoted(definition.name)) {",
            "    rankdir=LR;",
            "    node [shape=box, style=rounded, fontname=\"sans-serif\"];",
            "    edge [fontname=\"sans-serif\", fontsize=10];",
            "    \"[*]\" [shape=point, width=0.2, label=\"\"];",
        ]
        lines += definition.states.map { "    \(Self.quoted($0.name.rawValue)) [\(Self.attributes(of: $0))];" }
        lines += definition.initialStates.map { "    \"[*]\" -> \(Self.quoted($0.rawValue));" }
        for arrow in StateGraph(definition.actions).arrows {
            let label = Self.quoted(arrow.labels.joined(separator: "\n"))
            lines.append(
                "    \(Self.quoted(arrow.from.rawValue)) -> \(Self.quoted(arrow.to.rawValue)) [label=\(label)];")
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private static func attributes(of state: State) -> String {
        let label = [state.title ?? state.name.rawValue, state.target?.description].compactMap(\.self)
        var attributes = "label=\(Self.quoted(label.joined(separator: "\n")))"
        if state.pauses { attributes += ", style=\"rounded,dashed\"" }
        if !state.isOpen { attributes += ", peripheries=2" }
        return attributes
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        return "\"\(escaped)\""
    }
}
