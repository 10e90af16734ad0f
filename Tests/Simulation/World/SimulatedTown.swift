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
        let programme = WalkOffice(workflow: workflow).programme
        let offices = programme.offices.map { office in
            let parent = office.parent.map { ", parent: \($0)" } ?? ""
            let lane = office.lane.map { ", lane: \($0)" } ?? ""
            let serves = office.serves.map { ", serves: \($0)" } ?? ""
            return "  \(office.id): {name: \(office.name), kind: \(office.kind), calendar: \(office.calendar)"
                + "\(parent)\(lane)\(serves)}"
        }
        let posts = zip(programme.posts, programme.holdings).map { post, holding in
            "  \(post.id): {office: \(post.office), roles: [\(post.roles.joined())], holder: \(holding.user)}"
        }
        let people = programme.people.map { "  \($0.id): {courses: [\($0.courses.joined(separator: ", "))]}" }
        let head = ["kind: programme", "programme: \(programme.name)", "version: 1", "tz: UTC"]
        return (head + ["offices:"] + offices + ["posts:"] + posts + ["people:"] + people + [""])
            .joined(separator: "\n")
    }
}
