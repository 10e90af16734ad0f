import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// What engines answer, also when a command comes again.
@Suite struct EngineAnswerTests {
    @Test func aCommandLeadsToAnOutcomeAndEvents() async throws {
        try await TestSystem.with { system in
            try await system.startEngine()
            let open = system.opening("a")
            let finish = system.doing("finish", to: "a", as: "finish-a")
            let late = system.doing("hold", to: "a", as: "hold-a", ["holder": "u-1"])
            let outcomes = try await system.submit([open, finish, late])
            #expect(outcomes.prefix(2) == [.accepted(open, seq: 2, events: 2), .accepted(finish, seq: 4, events: 2)])
            #expect(outcomes[2].rejection?.code == .notInThisState)
            #expect(outcomes[2].seq == 4)
            let events = try await system.history().flatMap { $0 }
            #expect(events.map(\.event.kind) == [.caseOpened, .clockStarted, .actionTaken, .clockStopped])
            #expect(events.map(\.seq) == [1, 2, 3, 4])
            #expect(events.map(\.command.text) == ["open-a", "open-a", "finish-a", "finish-a"])
        }
    }

    @Test(arguments: [false, true]) func theSameCommandAgainGetsTheFirstOutcome(afterATakeOver: Bool) async throws {
        try await TestSystem.with { system in
            let engine = try await system.startEngine()
            let open = system.opening("a")
            let tooEarly = system.doing("finish", to: "b", as: "finish-b")
            let other = system.opening("a", ["number": 7])
            let otherTooEarly = system.doing("hold", to: "b", as: "finish-b", ["holder": "u-1"])
            let first = try await system.submit([open, tooEarly])
            #expect(first[0] == .accepted(open, seq: 2, events: 2))
            #expect(first[1].rejection?.code == .unknownCase)
            // Now it would be allowed; but its answer was given.
            _ = try await system.submit([system.opening("b")])
            if afterATakeOver {
                try await engine.stop()
                try await system.startEngine("another")
            }
            let again = try await system.submit([open, tooEarly])
            #expect(again == first.map(\.again))
            let reused = try await system.submit([other])[0]
            #expect(reused.rejection?.code == .commandReused)
            #expect(try await system.submit([otherTooEarly])[0].rejection?.code == .commandReused)
            #expect(try await system.summaries().map(\.events).reduce(0, +) == 4)
        }
    }

    /// A worker whose clock is ahead sends a timer early; after a restart of the engine it must still fire.
    @Test func aTimerRefusedOnceIsDecidedAnewAfterATakeOver() async throws {
        try await TestSystem.with { system in
            let engine = try await system.startEngine()
            let due = TestSystem.start.advanced(bySeconds: 60)
            _ = try await system.submit([system.opening("a", due: due)])
            let timer = TimerID(clock: .total, kind: .breach)
            let fire = Command(
                id: CommandID("fire"), case: CaseID("a"), actor: .system, channel: "system", occurred: due,
                request: .fireTimer(FireTimer(timer: timer, generation: 1)))
            #expect(try await system.submit([fire])[0].rejection?.code == .notDue)
            try await engine.stop()
            try await system.startEngine("another")
            system.clock.advance(to: due.advanced(byMilliseconds: 1))
            #expect(try await system.submit([fire])[0].status == .accepted)
            let facts = try await system.facts(of: "a")
            #expect(facts.map(\.kind) == [.caseOpened, .clockStarted, .deadlineBreached, .escalationRaised])
        }
    }

    @Test func aDefinitionPublishedJustBeforeIsKnown() async throws {
        try await TestSystem.with { system in
            try await system.startEngine()
            _ = try await system.submit([system.opening("old")])
            let text = TestDefinitions.workflow("duty", version: 2, onMissed: "sequential")
            _ = try await system.definitions.publish([
                PublishedDefinition(
                    kind: .workflow, name: "duty", version: 2, file: "duty.yaml", text: text, defaults: nil,
                    published: TestSystem.start, by: "tests")
            ])
            _ = try await system.submit([system.opening("new")])
            let versions = try await system.history().flatMap { $0 }.map { "\($0.case) \($0.workflow.version)" }
            #expect(Set(versions) == ["old 1", "new 2"])
        }
    }
}

extension Outcome {
    /// What an accepted command is answered.
    static func accepted(_ command: Command, seq: Int, events: Int) -> Outcome {
        Outcome(
            command: command.id, case: command.case, status: .accepted, seq: seq, events: events,
            request: command.requestDigest())
    }

    /// The same answer when the command comes again.
    var again: Outcome {
        Outcome(
            command: self.command, case: self.case, status: self.status, rejection: self.rejection, seq: self.seq,
            events: self.events, repeated: true, request: self.request)
    }
}
