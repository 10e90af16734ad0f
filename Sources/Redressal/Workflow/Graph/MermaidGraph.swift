/// A workflow as a Mermaid state diagram.
package enum MermaidGraph {
    /// Words that Mermaid reads as syntax.
    private static let reserved = ["end", "state", "note", "class", "direction", "as", "default", "style"]

    /// The diagram's text, ending with a line break.
    package static func text(of definition: WorkflowDefinition) -> String {
        var lines = ["stateDiagram-v2"]
        for state in definition.states where state.title != nil || Self.reserved.contains(state.name.rawValue) {
            lines.append("    state \"\(Self.quoted(state.title ?? state.name.rawValue))\" as \(Self.id(state.name))")
        }
        lines += definition.initialStates.map { "    [*] --> \(Self.id($0))" }
        for arrow in StateGraph(definition.actions).arrows {
            lines.append(
                "    \(Self.id(arrow.from)) --> \(Self.id(arrow.to)): \(arrow.labels.joined(separator: ", "))")
        }
        lines += definition.states.filter { !$0.isOpen }.map { "    \(Self.id($0.name)) --> [*]" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func id(_ name: StateName) -> String {
        Self.reserved.contains(name.rawValue) ? "\(name)_state" : name.rawValue
    }

    /// Mermaid has no escape inside quotation marks but entities.
    private static func quoted(_ text: String) -> String {
        text.replacing("\"", with: "#quot;").replacing("\n", with: " ")
    }
}
