import Redressal
import RedressalTesting
import Testing

/// Which suspects break a check's rule.
@Suite struct AuditCheckTests {
    private static func suspect(_ id: String, since: Instant, until: Instant? = nil) -> AuditSuspect {
        AuditSuspect(
            id: CaseID(id), reference: id, workflow: "complaint", office: "desk", since: since, until: until)
    }

    private static func found(_ check: String, _ suspects: [AuditSuspect], at now: Instant) throws -> AuditResult {
        try #require(AuditCheck.named(check)).result(suspects, DefinitionCatalog(), at: now)
    }

    /// Without a calendar a working day is a day.
    @Test func whatCountsTimeIsBrokenOnceItIsOver() throws {
        let begun = Instant(seconds: 1_000_000)
        let suspects = [Self.suspect("a", since: begun)]
        let day = begun.advanced(bySeconds: 86_400)
        #expect(try Self.found("orphans", suspects, at: day).findings.isEmpty)
        let later = try Self.found("orphans", suspects, at: day.advanced(byMilliseconds: 1))
        #expect(later.findings == suspects)
        #expect(later.at == day.advanced(byMilliseconds: 1) && later.isComplete)
    }

    /// A duty that ended unacknowledged within its day is none, however late it is now.
    @Test func whatEndedCountsUntilItsEnd() throws {
        let begun = Instant(seconds: 1_000_000)
        let short = Self.suspect("a", since: begun, until: begun.advanced(bySeconds: 3600))
        let long = Self.suspect("b", since: begun, until: begun.advanced(bySeconds: 90_000))
        let result = try Self.found("unacknowledged", [short, long], at: begun.advanced(bySeconds: 900_000))
        #expect(result.findings == [long])
    }

    /// A Friday's orphan is not a working day old on Saturday.
    @Test func workingDaysAreThoseOfTheOffice() throws {
        let scenario = try RequestWorkflow.working()
        let friday = Instant.april(10, 9)
        let office = try #require(scenario.state()?.office)
        let suspect = AuditSuspect(
            id: CaseID("a"), reference: "a", workflow: "request", office: office, since: friday)
        let check = try #require(AuditCheck.named("orphans"))
        #expect(check.result([suspect], scenario.catalog, at: .april(12, 9)).findings.isEmpty)
        #expect(check.result([suspect], scenario.catalog, at: .april(14, 9)).findings == [suspect])
    }

    @Test func whatDoesNotCountTimeIsBrokenAtOnce() throws {
        let now = Instant(seconds: 5)
        let suspects = [Self.suspect("a", since: now)]
        #expect(try Self.found("self-approved", suspects, at: now).findings == suspects)
    }

    @Test func moreSuspectsThanAreLookedAtMakeALowerBound() throws {
        let now = Instant(seconds: 5)
        let suspects = (0...AuditCheck.mostSuspects).map { Self.suspect("\($0)", since: now) }
        let result = try Self.found("self-approved", suspects, at: now)
        #expect(result.findings.count == AuditCheck.mostSuspects)
        #expect(!result.isComplete)
    }

    /// The shipped workflow has every step and state that the checks name.
    @Test func theyNameWhatThereIs() throws {
        let workflow = try #require(try WorkflowFiles.reading("complaint").definition)
        let steps = Set(workflow.actions.map(\.emit))
        let states = Set(workflow.states.map(\.name.rawValue))
        for check in AuditCheck.all {
            switch check.rule {
            case .samePerson(let step, let earlier, _): #expect(steps.isSuperset(of: [step, earlier]))
            case .closedWithout(let named, let ends, _):
                #expect(steps.isSuperset(of: named))
                #expect(states.isSuperset(of: ends))
            case .moreThan(_, let step, _), .openWithout(let step, _, _): #expect(steps.contains(step))
            case .unacknowledged, .orphaned: #expect(check.rule.span != nil)
            }
        }
        #expect(Set(AuditCheck.all.map(\.id)).count == AuditCheck.all.count)
    }
}
