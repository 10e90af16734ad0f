import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// Trying to sign in, rightly and wrongly, with a real database.
@Suite struct LocalSignInTests {
    @Test func namesThatDoNotExistAreTreatedAsThoseThatDo() async throws {
        try await AccountsRoom.with { room in
            _ = try await room.settle("u-1")
            for name in ["u-1", "nobody", "\u{0}"] {
                for _ in 0..<5 { #expect(try await room.refusal(name, "a wrong password") == .wrong) }
                let end = room.clock.now().advanced(bySeconds: 30)
                #expect(try await room.refusal(name, "a wrong password") == .wait(until: end))
            }
            // The right password does not help before the wait is over, and then ends the count.
            #expect(
                try await room.refusal("u-1", AccountsRoom.good)
                    == .wait(until: room.clock.now().advanced(bySeconds: 30)))
            room.clock.advance(bySeconds: 30)
            #expect(try await room.refusal("u-1", AccountsRoom.good) == nil)
            #expect(try await room.pool.query("SELECT count(*) FROM identity.attempt").value(as: Int.self) == 2)
            room.clock.advance(bySeconds: 2 * 86_400)
            #expect(try await room.refusal("u-1", AccountsRoom.good) == nil)
            #expect(try await room.pool.query("SELECT count(*) FROM identity.attempt").value(as: Int.self) == 0)
        }
    }

    @Test func triesAtTheSameTimeAreNotFree() async throws {
        try await AccountsRoom.with { room in
            _ = try await room.settle("u-1")
            let refusals = try await withThrowingTaskGroup(of: SignInRefusal?.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        try await room.refusal("u-1", "a wrong password")
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(refusals.count { $0 == .wrong } == 5)
            #expect(refusals.count { if case .wait = $0 { true } else { false } } == 15)
        }
    }

    @Test func aCodeIsAskedForAndWorksOnce() async throws {
        try await AccountsRoom.with { room in
            _ = try await room.settle("u-1")
            let secret = try await room.setUpCode("u-1")
            #expect(try await room.refusal("u-1", AccountsRoom.good) == .codeMissing)
            let code = OneTimeCode.code(secret, step: room.clock.now().milliseconds / 30_000)
            #expect(try await room.refusal("u-1", AccountsRoom.good, code: code) == nil)
            #expect(try await room.refusal("u-1", AccountsRoom.good, code: code) == .wrong)
            // What was short because of the code has to be replaced.
            try await room.identities.removeCode(from: "u-1")
            #expect(try await room.refusal("u-1", AccountsRoom.good) == .passwordExpired)
            #expect(try await room.refusal("u-1", AccountsRoom.good, new: "and another long one") == nil)
        }
    }

    @Test func aCodeIsNotSpentByASignInThatFails() async throws {
        try await AccountsRoom.with { room in
            _ = try await room.settle("u-1")
            let secret = try await room.setUpCode("u-1")
            let code = OneTimeCode.code(secret, step: room.clock.now().milliseconds / 30_000)
            guard case .weakPassword = try await room.refusal("u-1", AccountsRoom.good, code: code, new: "short") else {
                Issue.record("expected a short password to be refused")
                return
            }
            #expect(try await room.refusal("u-1", AccountsRoom.good, code: code, new: "dry pump") == nil)
        }
    }

    @Test func whoIsAskedForCodesSetsThemUpThemselves() async throws {
        try await AccountsRoom.with { room in
            let before = try await room.settle("u-1")
            try await room.identities.requireCode(of: "u-1")
            #expect(try await room.identities.identity(showing: before) == nil)
            #expect(try await room.identities.accounts().map(\.wantsCode) == [true])
            let (secret, _) = try await room.identities.signIn(
                SignInAttempt(account: "u-1", password: AccountsRoom.good))
            #expect(try await room.identities.identity(showing: secret)?.codes == .wanted)
            let own = try await room.setUpCode("u-1")
            #expect(try await room.identities.identity(showing: secret) == nil)
            #expect(try await room.identities.accounts().map(\.wantsCode) == [false])
            // Another telephone: what was set up is off, and so is what a password may be beside it.
            try await room.identities.requireCode(of: "u-1")
            #expect(try await room.refusal("u-1", AccountsRoom.good) == .passwordExpired)
            #expect(try await room.refusal("u-1", AccountsRoom.good, new: "and another long one") == nil)
            #expect(try await room.setUpCode("u-1", password: "and another long one") != own)
        }
    }

    /// Neither another's proposal, nor a wrong code or password, nor a second one beside the first.
    @Test func aProposalIsForOneAccountAndOneTime() async throws {
        try await AccountsRoom.with { room in
            _ = try await room.settle("u-1")
            let identities = room.identities
            let (own, theirs) = (
                try await identities.proposeCode(for: "u-1"), try await identities.proposeCode(for: "u-2")
            )
            let (code, foreign) = (try room.code(of: own), try room.code(of: theirs))
            func accept(_ proposed: ProposedCode, _ code: String, _ password: String = AccountsRoom.good) async throws {
                _ = try await identities.acceptCode(
                    SignInAttempt(account: "u-1", password: password, code: code), of: proposed.sealed)
            }
            await #expect(throws: SignInRefusal.wrong) { try await accept(theirs, foreign) }
            await #expect(throws: SignInRefusal.wrong) { try await accept(own, foreign) }
            await #expect(throws: SignInRefusal.wrong) { try await accept(own, code, "a wrong password") }
            try await accept(own, code)
            // The code that set it up signs nobody in.
            #expect(try await room.refusal("u-1", AccountsRoom.good, code: code) == .wrong)
            let second = try await identities.proposeCode(for: "u-1")
            let next = try room.code(of: second)
            await #expect(throws: SignInRefusal.wrong) { try await accept(second, next) }
        }
    }

    /// Hashing takes its time: what was right when it began may be wrong when it ends.
    @Test func nobodySlipsInWhileThePasswordIsChangedForThem() async throws {
        try await AccountsRoom.with { room in
            _ = try await room.settle("u-1")
            let secrets = try await withThrowingTaskGroup(of: AccessSecret?.self) { group in
                for number in 0..<3 {
                    group.addTask {
                        let new = number == 0 ? "what a stranger likes" : nil
                        let attempt = SignInAttempt(account: "u-1", password: AccountsRoom.good, newPassword: new)
                        return try? await room.identities.signIn(attempt).secret
                    }
                }
                group.addTask {
                    _ = try await room.identities.resetPassword(of: "u-1")
                    return nil
                }
                return try await group.reduce(into: []) { $0 += $1.map { [$0] } ?? [] }
            }
            for secret in secrets { #expect(try await room.identities.identity(showing: secret) == nil) }
            #expect(try await room.refusal("u-1", "what a stranger likes") == .wrong)
        }
    }
}
