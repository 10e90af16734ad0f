import Redressal
import RedressalTesting
import Testing

@testable import RedressalRuntime

/// Orders for many cases in PostgreSQL, carried out by a runner that may die at any moment.
@Suite struct BulkRunnerTests {
    private static let granted: [String: FieldValue] = ["outcome": .string("granted")]

    private static var order: BulkOrder {
        var order = BulkOrder(workflow: "plea", action: "reopen", reason: "They said no")
        (order.state, order.happened) = ("closed", "PleaDisputed")
        (order.fields, order.inputs) = (Self.granted, ["ground": .string("disputed")])
        return order
    }

    /// Three pleas that were granted although their people said no, one that was opened again already, and others.
    private func withPleas(_ body: (TestSystem, BulkStore) async throws -> Void) async throws {
        try await TestSystem.with(definitions: .plea) { system in
            try await system.startEngine()
            system.startWorker()
            for id in ["no-1", "no-2", "no-3", "again"] {
                try await system.plea(id, [("dispute", [:]), ("close", Self.granted)])
            }
            let reopen = Command(
                id: CommandID("again"), case: CaseID("again"),
                actor: Actor(user: "u-chief", role: "chief", post: "top-chief", office: "top"), channel: "test",
                occurred: system.clock.now(),
                request: .act(TakeAction(action: "reopen", fields: ["ground": .string("error")])))
            try await system.submit([reopen, system.doing("close", to: "again", as: "again-2", Self.granted)])
            try await system.plea("content", [("close", Self.granted)])
            try await system.plea("refused", [("dispute", [:]), ("close", ["outcome": .string("refused")])])
            try await system.plea("open", [("dispute", [:])])
            try await system.settle()
            try await body(system, BulkStore(pool: system.pool))
        }
    }

    private func runner(_ system: TestSystem, _ gateway: any CommandGateway) -> BulkRunner {
        let (definitions, configuration) = (system.definitions, system.database.configuration)
        return BulkRunner(
            store: BulkStore(pool: system.pool), views: system.views, gateway: gateway,
            catalog: { definitions.catalog() }, announce: { _, _ in }, clock: system.clock, pace: BulkPace(rate: 2),
            resting: NoRest(), logger: .tests
        ) {
            PostgresMembership(configuration, group: "bulk", partitions: 1, name: "runner", logger: .tests)
        }
    }

    private func asked(_ system: TestSystem, _ store: BulkStore) async throws -> BulkRequest {
        try await store.ask(
            BulkRequest(id: "order-1", order: Self.order, askedBy: "u-lead", asked: system.clock.now()))
    }

    @Test func thePreviewCountsExactlyAndSaysWhoIsLeftOut() async throws {
        try await self.withPleas { system, store in
            let asked = try await self.asked(system, store)
            #expect(asked.standing == .counting)
            let runner = self.runner(system, system.gateway)
            while try await runner.step() {}
            let waiting = try #require(try await store.find("order-1"))
            #expect(waiting.standing == .waiting)
            #expect(
                waiting.counts == [
                    BulkRequest.Count(fate: .leftOut, reason: "guard_failed", cases: 1),
                    BulkRequest.Count(fate: .taken, reason: nil, cases: 3),
                ])
            #expect(waiting.order == Self.order)
            let own = try await store.approve("order-1", by: "u-lead", at: system.clock.now())
            #expect(!own)
            let second = try await store.approve("order-1", by: "u-chief", at: system.clock.now())
            #expect(second)
            let ended = try await store.cancel("order-1", by: "u-lead", at: system.clock.now())
            #expect(ended)
            #expect(try await runner.step() == false)
            #expect(try await store.find("order-1")?.cases(.taken) == 3)
        }
    }

    @Test func aRunnerThatDiesDoesNoCaseTwice() async throws {
        try await self.withPleas { system, store in
            _ = try await self.asked(system, store)
            while try await self.runner(system, system.gateway).step() {}
            _ = try await store.approve("order-1", by: "u-chief", at: system.clock.now())
            let dying = self.runner(system, DyingGateway(system.gateway))
            await #expect(throws: GatewayError.self) { try await dying.step() }
            // The first of them is done, which only the log knows.
            #expect(try await store.find("order-1")?.cases(.taken) == 3)
            while try await self.runner(system, system.gateway).step() {}
            let done = try #require(try await store.find("order-1"))
            #expect(done.standing == .done)
            #expect(done.cases(.done) == 3)
            try await system.settle()
            for id in ["no-1", "no-2", "no-3"] {
                let timeline = try await system.views.timeline(of: CaseID(id))
                let reopened = timeline.filter { $0.name == "PleaReopened" }
                #expect(reopened.map(\.record.command.bulkRequest) == ["order-1"])
                #expect(reopened.map(\.record.actor.user) == ["u-lead"])
            }
            for id in ["again", "content", "refused", "open"] {
                let timeline = try await system.views.timeline(of: CaseID(id))
                #expect(timeline.allSatisfy { $0.record.command.bulkRequest == nil })
            }
            #expect(try await system.differences().isEmpty)
        }
    }

    @Test func whatHasChangedMeanwhileIsRefusedWithTheReason() async throws {
        try await self.withPleas { system, store in
            _ = try await self.asked(system, store)
            while try await self.runner(system, system.gateway).step() {}
            let reopen = Command(
                id: CommandID("mean"), case: CaseID("no-2"),
                actor: Actor(user: "u-chief", role: "chief", post: "top-chief", office: "top"), channel: "test",
                occurred: system.clock.now(),
                request: .act(TakeAction(action: "reopen", fields: ["ground": .string("error")])))
            try await system.submit([reopen])
            try await system.settle()
            _ = try await store.approve("order-1", by: "u-chief", at: system.clock.now())
            while try await self.runner(system, system.gateway).step() {}
            let refused = try await store.items(of: "order-1", .refused, after: 0, limit: 10)
            #expect(refused.map(\.case) == [CaseID("no-2")])
            #expect(refused.map(\.reason) == ["not_in_this_state"])
            #expect(try await store.find("order-1")?.cases(.done) == 2)
        }
    }

    @Test func theRateIsKeptAndAsMuchTimeIsLeftToOthersAsWasTaken() {
        let pace = BulkPace(rate: 20)
        #expect(pace.rest(after: 10, taking: .milliseconds(100)) == .milliseconds(400))
        #expect(pace.rest(after: 10, taking: .seconds(3)) == .seconds(3))
    }
}

/// Hands commands in and dies before it tells what came of them.
private struct DyingGateway: CommandGateway {
    private let gateway: any CommandGateway

    init(_ gateway: any CommandGateway) { self.gateway = gateway }

    func submit(_ drafts: [CommandDraft]) async throws(GatewayError) -> [Outcome] {
        _ = try await self.gateway.submit(Array(drafts.prefix(1)))
        throw GatewayError(.closed, "killed")
    }
}
