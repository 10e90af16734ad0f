import HTTPTypes
import Hummingbird
import NIOCore
import Redressal
import Synchronization
import Testing

@testable import RedressalWeb

/// What browsers hear when the read models move.
@Suite struct ChangeStreamTests {
    /// What a stream says in so many looks, when the read models move before some of them.
    private static func said(looks: Int, moves: Set<Int>) async throws -> String {
        let views = MovingViews()
        let clock = MovingClock()
        let look = Atomic(0)
        let stream = ChangeStream(watch: ChangeWatch(views: views, clock: clock)) {
            let number = look.add(1, ordering: .relaxed).newValue
            guard number <= looks else { throw CancellationError() }
            clock.move(bySeconds: 2)
            if moves.contains(number) { views.move() }
        }
        let body = CollectedBody()
        try await stream.response().body.write(body)
        return body.text
    }

    @Test func eachMoveIsToldOnceAndNothingOfAnyCase() async throws {
        let said = try await Self.said(looks: 4, moves: [2, 3])
        #expect(said == "retry: 5000\n\nevent: moved\ndata:\n\nevent: moved\ndata:\n\n")
    }

    @Test func silenceIsBrokenSoThatALostConnectionIsNoticed() async throws {
        let said = try await Self.said(looks: 17, moves: [])
        #expect(said == "retry: 5000\n\n: still here\n\n: still here\n\n")
    }

    @Test func onlyWhoHasSignedInHearsIt() async throws {
        let website = try Website.withPages()
        #expect(try await website.send(.get, "/queues/changes").status == 401)
        let reply = try await website.send(.get, "/queues/changes", headers: website.bearer("sok"))
        #expect(reply.status == 200)
        #expect(reply.header("Content-Type") == "text/event-stream")
        #expect(reply.header("Cache-Control") == "no-store")
        #expect(reply.body == "retry: 5000\n\n")
    }

    @Test func oneQuestionServesAllWhoAskWithinASecond() async throws {
        let views = MovingViews()
        let clock = MovingClock()
        let watch = ChangeWatch(views: views, clock: clock)
        for _ in 0..<3 { _ = try await watch.positions() }
        #expect(views.asked == 1)
        clock.move(bySeconds: 1)
        _ = try await watch.positions()
        #expect(views.asked == 2)
    }
}

/// Read models that move when they are told.
private final class MovingViews: OversightViews, Sendable {
    private let state = Mutex((position: Int64(0), asked: 0))

    var asked: Int { self.state.withLock { $0.asked } }

    func move() { self.state.withLock { $0.position += 1 } }

    func standings() async throws -> [PartitionStanding] {
        self.state.withLock { state in
            state.asked += 1
            return [
                PartitionStanding(
                    partition: 0, position: state.position, epoch: 1, accepted: 0, voided: 0,
                    moved: Instant(seconds: 0), recorded: nil)
            ]
        }
    }

    func escalations(
        _ filter: EscalationFilter, after cursor: EscalationCursor?, limit: Int
    ) async throws -> [EscalationLine] { [] }
    func voids(of offices: [String]?, after cursor: LogPosition?, limit: Int) async throws -> [VoidRow] { [] }
    func parked(of offices: [String]?, after id: CaseID?, limit: Int) async throws -> [VoidRow] { [] }
    func jaapPlans() async throws -> [JaapPlan] { [] }
    func complaintFigures(in window: Range<Instant>) async throws -> [ComplaintFigures] { [] }
}

/// Keeps what is written.
private final class CollectedBody: ResponseBodyWriter, Sendable {
    private let written = Mutex("")

    var text: String { self.written.withLock { $0 } }

    func write(_ buffer: ByteBuffer) async throws { self.written.withLock { $0 += String(buffer: buffer) } }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
