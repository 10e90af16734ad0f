/// Makes up values for fields, of the right type.
struct WalkValues {
    let workflow: WorkflowDefinition

    /// Values for fields that an action uses: the required ones, and some of the others.
    func fields(_ uses: [FieldUse], now: Instant, using random: inout SeededGenerator) -> [String: FieldValue] {
        var fields: [String: FieldValue] = [:]
        for use in uses where use.isRequired || Int.random(in: 0..<3, using: &random) == 0 {
            guard let field = self.workflow.field(use.name) else { continue }
            fields[use.name.rawValue] = self.value(of: field, now: now, using: &random)
        }
        return fields
    }

    /// Values for the fields that opening requires.
    func opening(now: Instant, using random: inout SeededGenerator) -> [String: FieldValue] {
        self.fields(
            self.workflow.fields.map { FieldUse(name: $0.name, isRequired: $0.isRequired) }, now: now, using: &random)
    }

    private func value(of field: Field, now: Instant, using random: inout SeededGenerator) -> FieldValue {
        if field.isPersonal { return .sealed(SealedValue(subject: "walk", box: "")) }
        return self.value(field.type, field, now: now, using: &random)
    }

    private func value(
        _ type: FieldType, _ field: Field, now: Instant, using random: inout SeededGenerator
    ) -> FieldValue {
        let days = Int64.random(in: 1...60, using: &random)
        switch type {
        case .integer: return .integer(Int.random(in: 0...100, using: &random))
        case .decimal: return .decimal(Double(Int.random(in: 0...1000, using: &random)) / 10)
        case .boolean: return .boolean(Bool.random(using: &random))
        case .instant: return .string(now.advanced(bySeconds: days * 86_400).description)
        case .date: return .string(String(now.advanced(bySeconds: days * 86_400).description.prefix(10)))
        case .money: return .string("\(Int.random(in: 1...5000, using: &random)).00 USD")
        case .code: return .string(field.values.randomElement(using: &random) ?? "code")
        case .user: return .string("u-walk")
        case .post: return .string("post-\(self.workflow.roles.randomElement(using: &random)?.rawValue ?? "system")")
        case .office: return .string(WalkOffice.name)
        case .text, .string, .reference: return .string("w\(Int.random(in: 0..<1000, using: &random))")
        case .list(let item):
            let count = Int.random(in: 1...5, using: &random)
            return .list((0..<count).map { _ in self.value(item, field, now: now, using: &random) })
        }
    }
}
