import Foundation
import RedressalRuntime

@testable import Redressal

/// The definitions that a world lives by: one of the shipped workflows, with offices and a seat for every role.
struct SimulatedTown: Sendable {
    let definitions: DefinitionStore
    let workflow: WorkflowDefinition

    /// The shipped workflows' names.
    static func names(home: String) throws -> [String] {
        try DefinitionFolder(home: home).files().map(\.path)
            .filter { !$0.contains("/") && !$0.hasPrefix("defaults") }.map { String($0.prefix { $0 != "." }) }
    }

    /// Publishes the shipped workflows and calendars, and a programme made for one of them.
    static func make(_ name: String, home: String) async throws -> SimulatedTown {
        let shipped = try DefinitionFolder(home: home).files().filter { !$0.path.hasPrefix("programmes/") }
        let published = Instant(seconds: 0)
        let bare = DefinitionSet(shipped, published: published, by: "simulation").register.catalog
        guard let workflow = bare.workflow(named: name) else { throw WorldFailure("there is no workflow '\(name)'") }
        let programme = DefinitionFile(path: "programmes/walk.yaml", text: Self.programme(workflow))
        let set = DefinitionSet(shipped + [programme], published: published, by: "simulation")
        let store = DefinitionStore(log: MemoryLog(), logger: .silent)
        _ = try await store.publish(set.definitions)
        return SimulatedTown(definitions: store, workflow: workflow)
    }

    /// The programme of ``WalkOffice`` as a file.
    private static func programme(_ workflow: WorkflowDefinition) -> String {
        let office = WalkOffice(workflow: workflow)
        let offices = zip(office.offices, office.calendars).map { id, calendar in
            let parent = id == WalkOffice.name ? "" : ", parent: \(WalkOffice.name)"
            return "  \(id): {name: \(id), kind: office, calendar: \(calendar)\(parent)}"
        }
        let seats = Set(
            workflow.roles.map(\.rawValue) + workflow.posts + workflow.chains.values.flatMap { $0.levels.map(\.to) }
        ).sorted()
        let posts = seats.map {
            "  post-\($0): {office: \(WalkOffice.name), roles: [\($0)], holder: \(WalkOffice.accounts(Role($0))[0])}"
        }
        let people = seats.flatMap { WalkOffice.accounts(Role($0)) }.map { "  \($0):" }
        return
            (["kind: programme", "programme: walk", "version: 1", "tz: UTC", "offices:"] + offices + ["posts:"]
            + posts + ["people:"] + people + [""]).joined(separator: "\n")
    }
}
