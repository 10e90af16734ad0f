import Redressal
import RedressalTesting

/// A case in which random people do random things at random times.
struct RandomWalk {
    let scenario: Scenario
    private(set) var accepted = 0
    private let workflow: WorkflowDefinition
    private var random: SeededGenerator
    private var current = CaseID.one

    init(_ name: String, seed: UInt64) throws {
        let calendar = ShippedWorkflows.officeCalendars[Int(seed % 3)]
        self.scenario = Scenario(try ShippedWorkflows.catalog(calendar: calendar), at: .april(6, 9))
        guard let workflow = self.scenario.catalog.workflow(named: name) else {
            throw ScenarioFailure("expected a workflow '\(name)'")
        }
        self.workflow = workflow
        self.random = SeededGenerator(seed: seed)
        try self.open()
    }

    /// Opens the next case, as it should be.
    private mutating func open() throws {
        self.current = CaseID("case-\(self.scenario.cases.count + 1)")
        var fields: [String: FieldValue] = [:]
        for field in self.workflow.fields where field.isRequired || (!field.passes && self.chance(30)) {
            fields[field.name.rawValue] = self.fitting(field)
        }
        let severity = self.chance(50) ? self.workflow.severities.randomElement(using: &self.random) : nil
        fields["severity"] = nil
        fields["office_id"] = nil
        try self.scenario.as("user-0", role: "complainant")
            .opens(
                self.workflow.name, as: self.current, office: self.workflow.lane ?? "cell", severity: severity, fields)
    }

    /// One more thing: mostly an action of the state, sometimes any action, or time alone, or downtime.
    mutating func step() throws {
        let wait: Int64 = [0, 60_000, 3_600_000, 86_400_000, 5 * 86_400_000].randomElement(using: &self.random) ?? 0
        let later = self.scenario.now.advanced(
            byMilliseconds: wait + Int64.random(in: 0...3_600_000, using: &self.random))
        if self.chance(15) {
            try self.scenario.afterDowntime(until: later.description)
        } else {
            try self.scenario.at(later)
        }
        guard let state = self.scenario.state(of: self.current) else { return }
        let here = self.workflow.actions(from: StateName(state.state))
        if here.isEmpty || self.chance(3) { try self.open() }
        let actions = self.chance(90) && !here.isEmpty ? here : self.workflow.actions
        guard let action = actions.randomElement(using: &self.random) else { return }
        do {
            try self.take(action)
            self.accepted += 1
        } catch is Rejection {
            // Most random things are refused; a broken promise is a ScenarioFailure and ends the test.
        }
    }

    private mutating func take(_ action: Action) throws {
        var fields: [String: FieldValue] = [:]
        for use in action.fields where use.isRequired ? self.chance(95) : self.chance(50) {
            if let field = self.workflow.field(use.name) { fields[use.name.rawValue] = self.value(field) }
        }
        let role = action.by.filter { $0 != .system }.randomElement(using: &self.random)?.rawValue ?? "system"
        let user = "user-\(Int.random(in: 0..<8, using: &self.random))"
        let expected = self.chance(5) ? Int.random(in: 0..<20, using: &self.random) : nil
        try self.scenario.as(user, role: self.chance(97) ? role : "nobody")
            .does(action.name.rawValue, fields, to: self.current, expecting: expected)
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self.random) < percent }

    /// A value that mostly fits.
    private mutating func value(_ field: Field) -> FieldValue {
        self.chance(2) ? .list([.boolean(true)]) : self.fitting(field)
    }

    private mutating func fitting(_ field: Field) -> FieldValue {
        if field.isPersonal { return .boxed("box-\(Int.random(in: 0..<1000, using: &self.random))") }
        if case .list(let item) = field.type {
            if !field.values.isEmpty, self.chance(50) { return .list(field.values.map { .string($0) }) }
            return .list((0..<Int.random(in: 1...4, using: &self.random)).map { _ in self.value(item, field) })
        }
        return self.value(field.type, field)
    }

    private mutating func value(_ type: FieldType, _ field: Field) -> FieldValue {
        let number = Int.random(in: 0..<8, using: &self.random)
        let later = self.scenario.now.advanced(bySeconds: Int64.random(in: -86_400...2_000_000, using: &self.random))
        switch type {
        case .integer: return .integer(number)
        case .decimal: return .decimal(Double(number) + 0.5)
        case .boolean: return .boolean(number.isMultiple(of: 2))
        case .instant: return .string(later.description)
        case .date: return .string(String(later.description.prefix(10)))
        case .money: return "1500.00 PKR"
        case .office: return .string(["cell", "district", "province", "moon"][number % 4])
        case .post: return .string("post-\(self.workflow.roles.randomElement(using: &self.random)?.rawValue ?? "none")")
        case .user: return .string("user-\(number)")
        case .code where field.name == "severity":
            return .string(self.workflow.severities.randomElement(using: &self.random) ?? "none")
        case .code: return .string(field.values.randomElement(using: &self.random) ?? "code_\(number)")
        case .reference: return .string(number < 2 ? "user-\(number)" : "thing-\(number)")
        case .text, .string, .list: return .string("text-\(number)")
        }
    }
}
