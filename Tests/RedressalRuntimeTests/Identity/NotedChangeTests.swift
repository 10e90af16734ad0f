import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Synchronization
import Testing

/// What people change of how they sign in is written down before it is changed, or not changed.
@Suite struct NotedChangeTests {
    private struct NoPaper: Error {}

    private static let other = "the pump was mended today"

    @Test func aPasswordThatCannotBeWrittenDownStaysTheOldOne() async throws {
        try await AccountsRoom.with { room in
            let session = try await room.settle("u-1")
            let attempt = SignInAttempt(account: "u-1", password: AccountsRoom.good, newPassword: Self.other)
            // More often than anybody may fail: the password was right.
            for _ in 0..<12 {
                await #expect(throws: NoPaper.self) {
                    try await room.identities.signIn(attempt) { throw NoPaper() }
                }
            }
            #expect(try await room.identities.identity(showing: session)?.account == "u-1")
            #expect(try await room.refusal("u-1", Self.other) == .wrong)
            #expect(try await room.refusal("u-1", AccountsRoom.good) == nil)
        }
    }

    @Test func codesThatCannotBeWrittenDownAreNotAskedFor() async throws {
        try await AccountsRoom.with { room in
            let session = try await room.settle("u-1")
            let proposed = try await room.identities.proposeCode(for: "u-1")
            let attempt = SignInAttempt(
                account: "u-1", password: AccountsRoom.good, code: try room.code(of: proposed))
            await #expect(throws: NoPaper.self) {
                try await room.identities.acceptCode(attempt, of: proposed.sealed) { throw NoPaper() }
            }
            #expect(try await room.identities.identity(showing: session)?.codes == .off)
            #expect(try await room.refusal("u-1", AccountsRoom.good) == nil)
            // The same code still sets them up.
            _ = try await room.identities.acceptCode(attempt, of: proposed.sealed)
            #expect(try await room.refusal("u-1", AccountsRoom.good) == .codeMissing)
        }
    }

    /// Nobody is written down as about to change anything who cannot, or does not want to.
    @Test func onlyWhatFitsIsWrittenDown() async throws {
        try await AccountsRoom.with { room in
            _ = try await room.settle("u-1")
            let count = Mutex(0)
            func attempt(_ password: String, _ new: String?) async -> Bool {
                let attempt = SignInAttempt(account: "u-1", password: password, newPassword: new)
                let entered = try? await room.identities.signIn(attempt) { count.withLock { $0 += 1 } }
                return entered != nil
            }
            #expect(await !attempt("another", Self.other))
            #expect(await !attempt(AccountsRoom.good, "short"))
            #expect(await attempt(AccountsRoom.good, nil))
            #expect(count.withLock { $0 } == 0)
            #expect(await attempt(AccountsRoom.good, Self.other))
            #expect(count.withLock { $0 } == 1)
        }
    }
}
