import RedressalTesting
import Testing

@testable import Redressal

/// An engine that lets go of its cases and brings them again decides as one that holds them all.
@Suite struct ForgetfulEngineTests {
    @Test(arguments: try ShippedDefinitions.set().register.catalog.workflowNames)
    func whatIsForgottenAndBroughtAgainChangesNothing(_ name: String) throws {
        let catalog = try ShippedDefinitions.set().register.catalog
        let workflow = try #require(catalog.workflow(named: name))
        for seed in UInt64(1)...4 {
            var twins = EngineTwins(workflow, catalog, seed: seed)
            try twins.start()
            for _ in 0..<150 {
                let (whole, forgetful) = try twins.step()
                #expect(whole == forgetful, "seed \(seed)")
                #expect(!whole.isEmpty)
            }
            #expect(twins.forgotten > 50)
            #expect(twins.repeated > 10)
            #expect(twins.events > 30)
        }
    }

    @Test func nothingIsForgottenThatIsNotStored() throws {
        let catalog = try ShippedDefinitions.set().register.catalog
        let workflow = try #require(catalog.workflow(named: "complaint"))
        var twins = EngineTwins(workflow, catalog, seed: 7)
        try twins.start()
        for _ in 0..<40 { _ = try twins.step(forgetting: false) }
        let cases = twins.forgetful.caseCount
        #expect(cases > 2)
        // The announcement is event 0; no case has an event before it.
        twins.forgetful.forget(before: 1, downTo: 0)
        let answered = Set(twins.forgetful.unkept.map(\.case))
        #expect(twins.forgetful.caseCount >= Set(twins.forgetful.fold.cases.keys).union(answered).count)
        #expect(twins.forgetful.fold.cases == twins.whole.fold.cases)
        twins.forgetful.kept(twins.forgetful.unkept.count)
        twins.forgetful.forget(before: .max, downTo: 1)
        #expect(twins.forgetful.caseCount == 1)
        #expect(twins.forgetful.fold.cases.count <= 1)
    }

    @Test func theClockDoesNotGoBackBehindWhatIsStored() throws {
        let catalog = try ShippedDefinitions.set().register.catalog
        let late = Instant.april(6, 12)
        let early = Instant.april(6, 9)
        let opening = WalkCommands(try #require(catalog.workflow(named: "complaint")))
        var random = SeededGenerator(seed: 3)
        let draft = opening.opening(now: early, using: &random)
        let office = WalkOffice(workflow: opening.workflow).catalog(from: catalog)
        for start in [SnapshotStart(recorded: late), SnapshotStart()] {
            var engine = PartitionEngine(partition: 0, of: 1, from: start)
            engine.learn(StoredCases([CaseID("a"): CaseSnapshot()], recorded: late))
            _ = try engine.takeOwnership(by: "engine", now: early)
            let command = Command(
                id: CommandID("open"), case: CaseID("a"), actor: draft.actor, channel: "letter", occurred: early,
                request: draft.request)
            let record = try CommandRecord.make(command, among: 1).logged(at: 0)
            let events = engine.decide(record, catalog: office, now: early).filter { $0.topic == .events }
            let times = try events.map { try CanonicalJSON.decode(EventRecord.self, from: $0.value).recorded }
            #expect(!times.isEmpty)
            #expect(times.allSatisfy { $0 >= late })
        }
    }
}
