/// How ordinary cases that went on in a lane are told from others without reading them whole, as
/// ``DefinitionCatalog/isHandedOver(_:)`` does.
package struct LaneBorder: Hashable, Sendable {
    /// The workflows that are in a lane: a case of another with a tie to one of theirs was handed over.
    package let workflows: [String]
    /// What the events of the actions are called that hand over; they come before the tie does.
    package let events: [String]

    package init(workflows: [String] = [], events: [String] = []) {
        self.workflows = workflows
        self.events = events
    }
}

extension DefinitionCatalog {
    /// The border between ordinary workflows and those in lanes, as the versions in force have it.
    package var laneBorder: LaneBorder {
        let ordinary = self.workflows.filter { $0.lane == nil }
        let actions = ordinary.flatMap(\.actions).filter { self.handsOver($0) }
        return LaneBorder(
            workflows: self.workflows.filter { $0.lane != nil }.map(\.name).sorted(),
            events: Set(actions.map(\.emit)).sorted())
    }
}
