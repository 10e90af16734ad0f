/// The constants that a workflow's guards compare fields with: what people fill in who mean to satisfy them.
struct WalkHints: Sendable {
    private var constants: [String: [GuardValue]] = [:]

    init(_ workflow: WorkflowDefinition) {
        for action in workflow.actions {
            for part in action.guardRule?.expression.parts ?? [] { self.note(part) }
        }
    }

    /// A constant of the field, or one next to it where values have neighbours; nil when there is none.
    func value(of field: String, using random: inout SeededGenerator) -> FieldValue? {
        guard let constant = self.constants[field]?.randomElement(using: &random) else { return nil }
        let step = Int.random(in: -1...1, using: &random)
        switch constant {
        case .bool(let value): return .boolean(value)
        case .int(let value): return .integer(Int(value) &+ step)
        case .double(let value): return .decimal(value + Double(step))
        case .string(let text): return .string(text)
        case .date(let date): return .string(CivilDate(dayNumber: date.dayNumber + step).description)
        case .timestamp(let instant): return .string(instant.advanced(bySeconds: Int64(step) * 86_400).description)
        case .duration, .list: return nil
        }
    }

    private mutating func note(_ part: GuardExpression) {
        switch part.kind {
        case .binary(_, let left, let right):
            self.note(right, of: left)
            self.note(left, of: right)
        case .call(.includes, let arguments), .call(.between, let arguments):
            for argument in arguments.dropFirst() { self.note(argument, of: arguments[0]) }
        default: break
        }
    }

    private mutating func note(_ value: GuardExpression, of field: GuardExpression) {
        guard case .name(let name) = field.kind else { return }
        switch value.kind {
        case .literal(let constant): self.constants[name, default: []].append(constant)
        case .list(let items): for item in items { self.note(item, of: field) }
        default: break
        }
    }
}
