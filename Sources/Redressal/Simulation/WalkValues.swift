/// Makes up values for fields, of the right type and often such as the workflow's guards ask for.
struct WalkValues: Sendable {
    private let workflow: WorkflowDefinition
    private let hints: WalkHints
    /// Everything that guards name, fields among it.
    private let guarded: Set<String>
    /// The fields whose value becomes a case's severity.
    private let severities: Set<FieldName>
    private let accounts: [String]
    private let posts: [String]
    private let offices: [String]

    init(_ workflow: WorkflowDefinition) {
        self.workflow = workflow
        self.hints = WalkHints(workflow)
        self.guarded = Set(workflow.actions.flatMap { $0.guardRule?.expression.names ?? [] })
        self.severities = Set(workflow.actions.compactMap(\.effects.severity))
        self.accounts = workflow.roles.flatMap(WalkOffice.accounts)
        self.posts = workflow.roles.map { "post-\($0)" }
        self.offices = WalkOffice(workflow: workflow).offices
    }

    /// Values for fields that an action uses: the required ones, most of those that guards ask about, some of the others.
    func fields(_ uses: [FieldUse], now: Instant, using random: inout SeededGenerator) -> [String: FieldValue] {
        var fields: [String: FieldValue] = [:]
        for use in uses {
            let thirds = use.isRequired ? 3 : self.guarded.contains(use.name.rawValue) ? 2 : 1
            guard Int.random(in: 0..<3, using: &random) < thirds, let field = self.workflow.field(use.name) else {
                continue
            }
            fields[use.name.rawValue] = self.value(of: field.asked(by: use), now: now, using: &random)
        }
        return fields
    }

    /// Values for the fields that opening requires, and some of the others.
    func opening(now: Instant, using random: inout SeededGenerator) -> [String: FieldValue] {
        self.fields(
            self.workflow.fields.filter { !$0.passes }.map { FieldUse(name: $0.name, isRequired: $0.isRequired) },
            now: now, using: &random)
    }

    private func value(of field: Field, now: Instant, using random: inout SeededGenerator) -> FieldValue {
        if field.isPersonal { return .sealed(SealedValue(subject: "walk", box: "")) }
        guard case .list(let item) = field.type else {
            return self.value(field.type, field, now: now, using: &random)
        }
        if !field.values.isEmpty {
            let count = Int.random(in: 1...field.values.count, using: &random)
            return .list(field.values.shuffled(using: &random).prefix(count).map { .string($0) })
        }
        let count = Int.random(in: 1...max(5, 2 * (field.quorum ?? 0)), using: &random)
        return .list((0..<count).map { _ in self.value(item, field, now: now, using: &random) })
    }

    private func value(
        _ type: FieldType, _ field: Field, now: Instant, using random: inout SeededGenerator
    ) -> FieldValue {
        if Bool.random(using: &random), let hint = self.hints.value(of: field.name.rawValue, using: &random),
            type.holds(hint, values: field.values)
        {
            return hint
        }
        switch type {
        case .integer: return .integer(Int.random(in: 0...100, using: &random))
        case .decimal: return .decimal(Double(Int.random(in: 0...1000, using: &random)) / 10)
        case .boolean: return .boolean(Bool.random(using: &random))
        case .instant: return .string(self.day(near: now, using: &random).description)
        case .date: return .string(String(self.day(near: now, using: &random).description.prefix(10)))
        case .money: return .string("\(Int.random(in: 1...5000, using: &random)).00 USD")
        case .code: return .string(self.codes(field).randomElement(using: &random) ?? "code")
        case .user: return .string(self.accounts.randomElement(using: &random) ?? "u-walk")
        case .post: return .string(self.posts.randomElement(using: &random) ?? "post-system")
        case .office: return .string(self.offices.randomElement(using: &random) ?? WalkOffice.name)
        case .text, .string, .reference, .list:
            return .string("w\(Int.random(in: 0..<1000, using: &random))")
        }
    }

    /// Mostly a day to come, within two months; one in six lies as long ago at most as half of that.
    private func day(near now: Instant, using random: inout SeededGenerator) -> Instant {
        let isPast = Int.random(in: 0..<6, using: &random) == 0
        let days = isPast ? -Int64.random(in: 1...30, using: &random) : Int64.random(in: 1...60, using: &random)
        return now.advanced(bySeconds: days * 86_400)
    }

    private func codes(_ field: Field) -> [String] {
        field.values.isEmpty && self.severities.contains(field.name) ? self.workflow.severities : field.values
    }
}
