import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// Two cases with the same tracking number, which is derived and may, however unlikely, be the same.
@Suite struct SharedReferenceTests {
    @Test func bothAreKeptAndNeitherIsTakenForTheOther() async throws {
        try await TestSystem.with { system in
            try await system.startEngine()
            system.startWorker()
            _ = try await system.submit(["a", "b"].map { system.opening($0) })
            try await system.settle()
            let reference = TrackingReference.make(for: CaseID("a"))
            try await system.pool.execute("UPDATE read.case_current SET reference = \(reference)")
            await #expect(throws: AmbiguousReference()) { _ = try await system.views.find(reference) }
            #expect(try await system.views.find("b")?.id == CaseID("b"))
        }
    }
}
