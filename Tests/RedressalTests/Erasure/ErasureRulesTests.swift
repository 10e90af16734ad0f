import Redressal
import RedressalTesting
import Testing

/// Who may have the words of a case erased, by the shipped definitions (ADR 0026).
@Suite struct ErasureRulesTests {
    /// A complaint about the head of a health unit, which its citizen has withdrawn.
    private static func withdrawn() throws -> SensitiveTown {
        let town = try SensitiveTown()
        try town.scenario.as("citizen-1", role: "complainant").does("withdraw", ["withdrawal_statement": .boxed("c")])
        return town
    }

    private static func rules(_ town: SensitiveTown) -> ErasureRules {
        ErasureRules(town.scenario.catalog, at: town.scenario.now)
    }

    private static func erasure(_ town: SensitiveTown, by account: String = "u-205") throws -> Erasure {
        Erasure(
            id: "e-1", case: try town.left().id, reason: "asked_at_counter", askedBy: account,
            askedAt: town.scenario.now)
    }

    private static func refusal(_ body: () throws -> Post?) -> String? {
        do {
            _ = try body()
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test func whoHandlesACaseAsksAndAnotherWhomLaddersReachApproves() throws {
        let town = try Self.withdrawn()
        let (rules, state) = (Self.rules(town), try town.left())
        #expect(try rules.asking("u-205", on: state)?.id == "kp-abbottabad-cell-clerk")
        let erasure = try Self.erasure(town)
        #expect(try rules.approving("u-204", erasure, on: state)?.id == "kp-abbottabad-deputy-commissioner")
    }

    /// The person complained about, another unit, the auditor, the administrator, the citizen, nobody: as if there were no case.
    @Test(arguments: ["u-221", "u-222", "u-207", "u-208", "u-181", "citizen-1", "nobody"])
    func toEverybodyElseItIsAsIfThereWereNoCase(_ account: String) throws {
        let town = try Self.withdrawn()
        let (rules, state) = (Self.rules(town), try town.left())
        let erasure = try Self.erasure(town)
        let none = Self.refusal { try rules.asking(account, on: nil) }
        #expect(none == ErasureRefusal.noSuchCase.description)
        #expect(Self.refusal { try rules.asking(account, on: state) } == none)
        #expect(Self.refusal { try rules.approving(account, erasure, on: state) } == none)
    }

    @Test func nobodyApprovesWhatTheyAskedForNorWithoutASeatThatLaddersReach() throws {
        let town = try Self.withdrawn()
        let (rules, state) = (Self.rules(town), try town.left())
        let own = Self.refusal { try rules.approving("u-204", try Self.erasure(town, by: "u-204"), on: state) }
        #expect(own == "expected another account than 'u-204', which asked for it")
        let erasure = try Self.erasure(town, by: "u-204")
        let clerk = Self.refusal { try rules.approving("u-205", erasure, on: state) }
        #expect(clerk?.contains("'u-205' is in none") == true, "\(clerk ?? "–")")
    }

    @Test func anOpenCaseKeepsItsWords() throws {
        let town = try SensitiveTown()
        let (rules, state) = (Self.rules(town), try town.left())
        for refusal in [
            Self.refusal { try rules.asking("u-205", on: state) },
            Self.refusal { try rules.approving("u-204", try Self.erasure(town), on: state) },
        ] { #expect(refusal?.contains("\(state.reference) is open") == true) }
    }

    @Test(arguments: [
        ("asked_at_counter", true), ("x1", true), ("", false), ("He asked", false), ("é", false), ("a-b", false),
    ])
    func aReasonIsAWord(_ reason: String, _ isOne: Bool) {
        #expect(((try? ErasureRules.check(reason: reason)) != nil) == isOne)
    }

    @Test func whatIsLeftTellsWhenAndByWhom() throws {
        let town = try Self.withdrawn()
        #expect(try Self.erasure(town).notice == nil)
        let done = Erasure(
            id: "e-1", case: CaseID("c"), reason: "asked", askedBy: "u-205", askedAt: .april(6, 9), approvedBy: "u-204",
            approvedAt: .april(6, 10), doneAt: .april(6, 10))
        #expect(done.notice == "erased on \(Instant.april(6, 10)) by order of u-205 and u-204 (asked)")
    }

    @Test func whoseKeysSealedACaseIsKnownFromItsEvents() throws {
        let town = try SensitiveTown()
        #expect(town.scenario.catalog.subjectFields.contains("complainant_ref"))
    }
}
