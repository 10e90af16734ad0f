import Redressal

/// A field as a form asks for it.
struct FieldInput: Sendable {
    let field: Field
    let isRequired: Bool
    let label: String
    /// What helps to fill it in.
    let hint: String?
    /// What can be chosen; empty where people write.
    let options: [FormOption]
    /// What was typed or chosen.
    var typed: [String] = []
    /// What is wrong with it.
    var fault: String?

    /// The name under which a browser sends a field; apart from the names of what else a form holds.
    static func name(_ field: FieldName) -> String { "field.\(field)" }

    /// As the template `field` draws it.
    ///
    /// - Parameter form: Keeps the ids of several forms on one page apart.
    func values(in form: String) -> [String: any Sendable] {
        let kind = self.kind
        let id = "\(form)-\(self.field.name)"
        var notes: [String] = []
        if self.hint != nil { notes.append("\(id)-hint") }
        if self.fault != nil { notes.append("\(id)-fault") }
        var values: [String: any Sendable] = [
            "id": id, "name": Self.name(self.field.name), "label": self.label, "isRequired": self.isRequired,
            "typed": self.typed.first ?? "", "is\(kind.rawValue)": true, "notes": notes.joined(separator: " "),
            "hasNotes": !notes.isEmpty, "hasFault": self.fault != nil,
            "isChecked": self.typed.contains("true"),
        ]
        if self.takesFiles {
            // What was sent before with a form that was wrong elsewhere need not be sent again.
            values["kept"] = self.typed.map { ["file": $0] }
            values["types"] = MediaType.allCases.map(\.rawValue).joined(separator: ",")
        }
        if !self.options.isEmpty { values["options"] = self.options.map { $0.values(chosen: self.typed) } }
        if let hint { values["hint"] = hint }
        if let fault { values["fault"] = fault }
        if let longest = self.field.maxLength { values["longest"] = longest }
        return values
    }

    private enum Kind: String {
        case area = "Area"
        case line = "Line"
        case check = "Check"
        case choice = "Choice"
        case severalChoices = "SeveralChoices"
        case number = "Number"
        case day = "Day"
        case moment = "Moment"
        case files = "Files"
    }

    /// Whether it is filled in with files.
    var takesFiles: Bool { FieldName.ofAttachments.contains(self.field.name) }

    /// Whether it is ticked or not.
    var isCheck: Bool { self.kind == .check }

    private var kind: Kind {
        if self.takesFiles { return .files }
        return switch self.field.type {
        case .text: .area
        // An office says yes, no, or nothing; who is asked in person ticks or does not.
        case .boolean: self.options.isEmpty ? .check : .choice
        case .integer, .decimal: .number
        case .date: .day
        case .instant: .moment
        case .list where !self.options.isEmpty: .severalChoices
        case .list(.text): .area
        default: self.options.isEmpty ? .line : .choice
        }
    }
}
