import Redressal
import Testing

/// What the demo claims, found in the states that its commands lead to.
@Suite struct DemoScriptTests {
    private let run: DemoRun

    init() throws { self.run = try DemoRun.shipped() }

    @Test func everyCommandIsAccepted() {
        #expect(self.run.rejections == [])
        #expect((250...700).contains(self.run.commands))
        #expect(self.run.fold.voids == [:])
    }

    @Test func stepsComeInOrderUnderIdsOfTheirOwn() {
        let steps = DemoScript.steps()
        #expect(steps.map(\.at) == steps.map(\.at).sorted())
        #expect(Set(steps.map(\.draft.command.id)).count == steps.count)
        #expect(steps.allSatisfy { $0.at <= DemoScript.end && $0.draft.command.occurred == $0.at })
        #expect(steps.map(\.draft.command) == DemoScript.steps().map(\.draft.command))
    }

    @Test func everybodyHoldsTheSeatTheyActIn() throws {
        let org = self.run.catalog.org
        for step in DemoScript.steps() {
            let actor = step.draft.command.actor
            guard actor != .system else { continue }
            guard let post = actor.post else {
                #expect(org.person(actor.user)?.roles.contains(actor.role) == true, "\(actor)")
                continue
            }
            #expect(org.holder(of: post, at: step.at) == actor.user, "\(actor)")
            #expect(org.post(post)?.roles.contains(actor.role) == true, "\(actor)")
            #expect(org.post(post)?.office == actor.office, "\(actor)")
            #expect(!org.isAbsent(actor.user, at: step.at), "\(actor)")
        }
    }

    @Test func complaintsEndAsTold() throws {
        func state(_ story: DemoScript.Story) throws -> String { try self.run.state(story.id).state }
        #expect(try state(.smooth) == "closed_confirmed")
        #expect(try state(.paused) == "closed_confirmed")
        #expect(try state(.silent) == "closed_unconfirmed")
        #expect(try state(.disputed) == "closed_confirmed")
        #expect(try state(.lifeSafety) == "closed_confirmed")
        #expect(try state(.mergedAway) == "closed_merged")
        #expect(try state(.rejected) == "closed_rejected")
        #expect(try state(.transferred) == "closed_transferred")
        #expect(try state(.withdrawn) == "closed_withdrawn")
        #expect(try self.run.state(DemoScript.Story.disputed.id).counts["ResolutionDisputed"] == 1)
        #expect(try self.run.state(DemoScript.Story.reopened.id).reopened == 1)
        #expect(try self.run.state(DemoScript.Story.mergedInto.id).counts["SupporterAdded"] == 1)
        #expect(try self.run.state(DemoScript.Story.redirected.id).office == "kh-120809-hc")
    }

    @Test func storiesThatGoWellAreNeverLate() {
        for story in [DemoScript.Story.smooth, .paused, .disputed, .reopened, .extended, .redirected, .withdrawn] {
            let breaches = (self.run.events[story.id] ?? []).filter { $0.kind == .deadlineBreached }
            #expect(breaches == [], "\(story)")
        }
    }

    @Test func theQuestionStoppedTheTotalClockForSixDays() throws {
        let events = try #require(self.run.events[DemoScript.Story.paused.id])
        let pauses = events.compactMap { if case .clockPaused(let facts) = $0 { facts } else { nil } }
        let resumed = events.compactMap { if case .clockResumed(let facts) = $0 { facts } else { nil } }
        // The second pause is the wait for the citizen's word.
        #expect(pauses.map(\.reason) == ["awaiting_info", "resolved"])
        let answered = try #require(resumed.first)
        #expect(answered.reason == .left)
        #expect(answered.paused == DemoScript.hours(6 * 24 + 7))
    }

    @Test func theLadderIsClimbedLevelByLevel() throws {
        let raised = self.raised(.climbing).filter { $0.clock == .state }
        #expect(raised.map(\.level) == [1, 2, 3, 4])
        #expect(raised.map(\.user) == ["u-112", "u-104", "u-102", "u-101"])
        #expect(raised.allSatisfy { $0.skipped == [] })
        #expect(raised.map(\.due) == raised.map(\.due).sorted())
        #expect(try self.run.state(DemoScript.Story.climbing.id).escalationLevel == 4)
    }

    @Test func theLadderPassesOverAnAbsentPost() {
        let raised = self.raised(.pastAbsentPost)
        #expect(raised.map(\.post) == ["kh-1208-deputy-governor"])
        #expect(
            raised.map(\.skipped) == [
                [SkippedStep(level: 1, role: "supervisor_l1", post: "kh-120807-chief", reason: .absent)]
            ])
    }

    @Test func theLadderPassesOverAVacantPostAndAConflict() {
        #expect(
            self.raised(.pastVacantPost).first?.skipped == [
                SkippedStep(level: 1, role: "supervisor_l1", post: "kh-120808-chief", reason: .noHolder)
            ])
        #expect(self.raised(.pastConflict).first?.post == "kp-abbottabad-deputy-commissioner")
        #expect(
            self.raised(.pastConflict).first?.skipped == [
                SkippedStep(level: 1, role: "supervisor_l1", post: "kp-abbottabad-dho", reason: .conflict)
            ])
    }

    @Test func exactlyOneCaseIsAnOrphan() throws {
        let orphans = self.run.fold.cases.values.filter(\.orphaned).map(\.id)
        #expect(orphans == [DemoScript.Story.orphan.id])
        let facts = (self.run.events[DemoScript.Story.orphan.id] ?? []).compactMap {
            if case .caseOrphaned(let facts) = $0 { facts } else { nil }
        }
        #expect(facts.map { $0.skipped.map(\.reason) } == [[.noPost, .noPost, .noPost, .noPost]])
    }

    @Test func ofTheLastDaysComplaintsThreeAreOverdue() {
        let told = Set(DemoScript.Story.allCases.map(\.id))
        let overdue = self.run.fold.cases.values.filter {
            $0.workflow.name == "complaint" && $0.closed == nil && $0.isBreached && !told.contains($0.id)
        }
        let levels = Dictionary(overdue.map { ($0.office, $0.escalationLevel) }) { $1 }
        #expect(levels == ["kh-120802-hc": 1, "kp-bhu-1": 2, "kp-bhu-2": 1])
    }

    private func raised(_ story: DemoScript.Story) -> [EscalationRaised] {
        (self.run.events[story.id] ?? []).compactMap {
            if case .escalationRaised(let facts) = $0 { facts } else { nil }
        }
    }
}

extension DemoScript {
    /// So many hours in milliseconds.
    fileprivate static func hours(_ hours: Int64) -> Int64 { hours * 3_600_000 }
}
