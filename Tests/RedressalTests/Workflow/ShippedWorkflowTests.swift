import Testing

@testable import Redressal

@Suite struct ShippedWorkflowTests {
    @Test(arguments: WorkflowFiles.names)
    func everyShippedWorkflowPassesEveryCheck(name: String) throws {
        let reading = try WorkflowFiles.reading(name)
        let others = try WorkflowFiles.names.compactMap { try WorkflowFiles.reading($0).definition }
        #expect(WorkflowChecks.findings(for: reading, known: others) == [])
        #expect(reading.definition?.name == name)
    }

    @Test func complaintHoldsWhatItsFileSays() throws {
        let complaint = try #require(try WorkflowFiles.reading("complaint").definition)
        #expect(complaint.initialStates == ["received"])
        #expect(
            complaint.total
                == TotalClock(
                    target: .span(TimeSpan(21, .days)), chain: "std", remind: [50, 80, 100].compactMap(Percent.init)))
        #expect(
            complaint.state("awaiting_info")
                == State(
                    name: "awaiting_info", target: .span(TimeSpan(10, .businessDays)), chain: "none",
                    remind: [50, 90].compactMap(Percent.init), pauses: true, pauseCap: TimeSpan(20, .businessDays),
                    waitsFor: ["complainant", "proxy"]))
        #expect(
            complaint.profile(forSeverity: "urgent")
                == Profile(
                    name: "urgent",
                    targets: [
                        "received": .span(TimeSpan(4, .businessHours)), "triage": .span(TimeSpan(1, .businessDays)),
                        "assigned": .span(TimeSpan(4, .businessHours)),
                        "in_progress": .span(TimeSpan(3, .businessDays)),
                        "proposed": .span(TimeSpan(1, .businessDays)),
                    ], total: .span(TimeSpan(7, .days))))
        #expect(complaint.chains.keys.sorted() == ["fast", "none", "pk_ombudsman", "std"])
        #expect(complaint.field("summary")?.isPersonal == true)
        #expect(complaint.field("summary")?.subject == "complainant_ref")
    }

    @Test func complaintLetsNobodyApproveTheirOwnResolution() throws {
        let complaint = try #require(try WorkflowFiles.reading("complaint").definition)
        let approve = try #require(complaint.actions(named: "approve", from: "proposed").first)
        #expect(approve.notSamePersonAs == ["propose_resolution"])
        #expect(approve.guardRule?.expression.description == "actor_is_not(handler) && no_conflict")
        #expect(complaint.timerAction(in: "resolved")?.name == "confirmation_lapsed")
    }

    @Test func aProfileReplacesLaddersOnlyWhereThereIsOne() throws {
        let complaint = try #require(try WorkflowFiles.reading("complaint").definition)
        let urgent = complaint.profile(forSeverity: "life_safety")
        let assigned = try #require(complaint.state("assigned"))
        let resolved = try #require(complaint.state("resolved"))
        #expect(complaint.ladder(of: assigned, under: nil)?.name == "std")
        #expect(complaint.ladder(of: assigned, under: urgent)?.name == "fast")
        #expect(complaint.ladder(of: resolved, under: urgent) == nil)
        #expect(complaint.calendar(under: urgent) == .named("wall"))
        #expect(complaint.target(of: resolved, under: urgent) == .span(TimeSpan(15, .days)))
    }

    @Test func incidentAllowsEveryMoveOfTheLog() throws {
        let incident = try #require(try WorkflowFiles.reading("incident").definition)
        let states = incident.states.map(\.name)
        for from in states {
            for to in states where to != from {
                let actions = incident.actions(named: Name("to_\(to)"), from: from)
                #expect(actions.map(\.to) == [.state(to)], "\(from) to \(to)")
            }
        }
        #expect(states.count == 8)
        #expect(incident.initialStates == ["new", "active", "awaiting_user_info", "awaiting_problem", "resolved"])
    }

    @Test func serviceRequestsAreDueWhenTheirFieldSays() throws {
        let request = try #require(try WorkflowFiles.reading("service_request").definition)
        #expect(request.total?.target == .field("target_at"))
        #expect(request.state("open")?.target == nil)
    }

    @Test func theContentHashCoversBothTextsAndNotTheirLineEnds() throws {
        let text = try WorkflowFiles.text("complaint")
        let hash = WorkflowReader.contentHash(of: [text])
        #expect(hash.count == 64)
        #expect(WorkflowReader.contentHash(of: [text.replacing("\n", with: "\r\n")]) == hash)
        #expect(WorkflowReader.contentHash(of: [text, ""]) != hash)
        #expect(
            WorkflowReader.contentHash(of: ["ab", "c"]) != WorkflowReader.contentHash(of: ["a", "bc"]))
    }
}
