import Redressal
import Testing

/// What simulated cases get to see of a workflow.
@Suite struct RandomWalkReachTests {
    /// States that a walk cannot reach by their nature, with the reason: none of the shipped workflows has one.
    private static let unreachable: [String: [String: String]] = [:]

    @Test(arguments: try ShippedDefinitions.set().register.catalog.workflowNames)
    func twoHundredWalksReachEveryStateOfAShippedWorkflow(_ name: String) throws {
        let catalog = try ShippedDefinitions.set().register.catalog
        let workflow = try #require(catalog.workflow(named: name))
        let visited = Self.walks(workflow, catalog, 200).reduce(into: Set<String>()) { $0.formUnion($1.visited) }
        let missed = workflow.states.map(\.name.rawValue).filter { !visited.contains($0) }
        #expect(missed == Self.unreachable[name, default: [:]].keys.sorted())
    }

    @Test func theSameSeedPlaysTheSameCase() throws {
        let catalog = try ShippedDefinitions.set().register.catalog
        let workflow = try #require(catalog.workflow(named: "jaap_action"))
        let hashes = Self.walks(workflow, catalog, 20).map { $0.written.map(\.hash) }
        #expect(hashes == Self.walks(workflow, catalog, 20).map { $0.written.map(\.hash) })
        #expect(Set(hashes).count == 20)
    }

    /// No calendars, no programmes, no defaults: the walk has an office, posts, accounts and a calendar of its own.
    @Test func aWorkflowAloneIsPlayedInAnOfficeOfTheWalksOwn() throws {
        let text = """
            workflow: permit
            version: 1
            calendar: town-hall
            initial: asked
            roles: [clerk, chief]
            fields: {area: integer, seen_on: date, seat: post, place: office}
            profiles: {urgent: {calendar: night-shift}}
            severities: [urgent, ordinary]
            states:
              asked: {sla: 2bd}
              seen: {sla: 2bd}
              granted: {final: true}
            actions:
              - do: see
                from: asked
                to: seen
                by: [clerk]
                when: 'area > 50000 && seen_on == date("2020-02-29") && trained(actor, permits) && has_authority(seat)'
                fields: {area: optional, seen_on: optional, seat: optional, place: optional}
                office: $place
                emit: PermitSeen
              - do: grant
                from: seen
                to: granted
                by: [clerk, chief]
                not_same_person_as: see
                emit: PermitGranted
            """
        let workflow = try #require(WorkflowReader.read(text, file: "permit.yaml").definition)
        let catalog = DefinitionCatalog()
        #expect(Redressal.RandomWalk.missingCalendars(of: workflow, in: catalog) == ["town-hall", "night-shift"])
        let walks = Self.walks(workflow, catalog, 60)
        #expect(walks.allSatisfy { $0.refusals[.unknownOffice] == nil && $0.state != nil })
        let visited = walks.reduce(into: Set<String>()) { $0.formUnion($1.visited) }
        #expect(visited == ["asked", "seen", "granted"])
        #expect(walks.contains { $0.state?.office == "walk-1" })
    }

    private static func walks(
        _ workflow: WorkflowDefinition, _ catalog: DefinitionCatalog, _ count: UInt64
    ) -> [Redressal.RandomWalk] {
        (1...count).map { seed in
            var walk = Redressal.RandomWalk(workflow, catalog: catalog, seed: seed)
            walk.run(steps: 60)
            return walk
        }
    }
}
