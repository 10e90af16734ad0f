/// Who holds a case after an action.
package enum AssignRule: Hashable, Sendable {
    /// Whoever does the action.
    case actor
    /// Nobody, until it is assigned again.
    case nobody
    /// The user or post that the field names.
    case field(FieldName)

    /// The field that names who; nil where none does.
    var fieldName: String? { if case .field(let name) = self { name.rawValue } else { nil } }
}

extension AssignRule: CustomStringConvertible {
    /// As definitions write it.
    package var description: String {
        switch self {
        case .actor: "actor"
        case .nobody: "nobody"
        case .field(let name): "$\(name)"
        }
    }
}
