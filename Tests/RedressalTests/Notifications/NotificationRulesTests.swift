import Redressal
import Testing

/// Who is told of what in complaints, by the shipped rules.
@Suite struct NotificationRulesTests {
    private static let officer = Actor(user: "officer", role: "triage_officer", post: "cell-officer", office: "cell")

    @Test func eachEventTellsThoseWhomItConcerns() throws {
        let world = try NoticeWorld(assignee: Assignee(user: "handler"))
        let raised = EscalationRaised(
            clock: .state, generation: 1, level: 1, ladder: "std", role: "supervisor_l1", post: "cell-head",
            office: "cell", user: "head", effects: [], skipped: [], due: NoticeWorld.noon, timers: [])
        let table: [(CaseEvent, [String])] = [
            (.taken("ComplaintAcknowledged", from: "received"), ["party news"]),
            (.taken("InfoRequested", to: "awaiting_info"), ["party question"]),
            (.taken("ResolutionProposed", to: "proposed"), []),
            (.taken("ResolutionApproved", from: "proposed", to: "resolved"), ["party news"]),
            (.taken("ConfirmationLapsed", from: "resolved", to: "closed_unconfirmed", closed: true), ["party news"]),
            (.taken("ComplaintReopened", from: "closed_rejected", reopened: true), ["party news"]),
            (
                .taken("ComplaintAssigned", to: "assigned", assignee: Assignee(post: "cell-handler")),
                ["post:cell-handler assigned"]
            ),
            (.taken("ComplaintDeclined", assignee: Assignee()), []),
            (.taken("InfoProvided", from: "awaiting_info"), ["account:handler answered"]),
            (
                .reminderDue(ReminderDue(clock: .state, percent: 50, due: NoticeWorld.noon)),
                ["account:handler reminder"]
            ),
            (.escalationRaised(raised), ["account:head escalated"]),
            (.taken("NoteAdded"), []),
            // Whom it goes to is told of the case in the lane.
            (.taken("ComplaintHandedOver", to: "closed_transferred"), []),
        ]
        for (event, told) in table { #expect(world.told(event, by: Self.officer) == told, "\(event)") }
    }

    @Test func nobodyIsToldWhatTheyDidThemselvesButThatACaseWasFiled() throws {
        let world = try NoticeWorld()
        let citizen = Actor(user: "citizen", role: "complainant")
        let opened = CaseOpened(
            reference: "K7MQ-3RTW-9XHC", state: "received", office: "cell", severity: nil, fields: [:], assignee: nil,
            parent: nil, historical: false)
        #expect(world.told(.caseOpened(opened), by: citizen) == ["party filed"])
        let confirmed = CaseEvent.taken("ResolutionConfirmed", from: "resolved", to: "closed_confirmed", closed: true)
        #expect(world.told(confirmed, by: citizen) == [])
        #expect(world.told(confirmed, by: Self.officer) == ["party news"])
        let own = CaseEvent.taken("ComplaintAccepted", assignee: Assignee(user: "officer"))
        #expect(world.told(own, by: Self.officer) == [])
        let seat = CaseEvent.taken("ComplaintAccepted", assignee: Assignee(post: "cell-officer"))
        #expect(world.told(seat, by: Self.officer) == [])
    }

    @Test func theSameEventIsTheSameNoticeWheneverItIsLookedAt() throws {
        let world = try NoticeWorld(assignee: Assignee(user: "handler"))
        let events: [CaseEvent] = [
            .taken("InfoRequested"), .taken("InfoProvided"),
            .taken("ResolutionApproved", from: "proposed", to: "resolved"),
        ]
        var ids: Set<String> = []
        for event in events {
            let first = world.notices(event)
            let later = world.notices(event, now: NoticeWorld.noon.advanced(bySeconds: 1_000_000))
            #expect(first.map(\.id) == later.map(\.id))
            ids.formUnion(first.map(\.id))
        }
        #expect(ids.count == events.count)
    }

    /// One person gets one notice of one event, whatever rules ask for more.
    @Test func oneEventTellsOnePersonOnce() throws {
        var world = try NoticeWorld(assignee: Assignee(user: "handler"))
        let moment = NotificationTrigger.event("InfoProvided")
        world.catalog.notifications.add(
            NotificationRules(
                workflow: "complaint", version: 9, language: "en", party: nil,
                rules: [
                    NotificationRule(moment, tell: .holder, template: "answered"),
                    NotificationRule(.state("triage"), tell: .holder, template: "news"),
                    // Without a way to reach them there is nobody to tell.
                    NotificationRule(moment, tell: .party, template: "news"),
                ]))
        #expect(world.told(.taken("InfoProvided", from: "awaiting_info")) == ["account:handler answered"])
    }

    @Test func officersThingsAreGatheredIntoOneMessageAnHour() throws {
        let world = try NoticeWorld(assignee: Assignee(user: "handler"))
        let hour = Int64(3_600_000)
        for minutes in [Int64(0), 1, 59] {
            let now = Instant(milliseconds: 494_000 * hour + minutes * 60_000)
            let notice = try #require(world.notices(.taken("InfoProvided"), now: now).first)
            #expect(notice.after == Instant(milliseconds: 494_001 * hour))
            #expect(notice.bundle == "email account:handler")
        }
        let citizens = try #require(world.notices(.taken("InfoRequested")).first)
        #expect(citizens.after == NoticeWorld.noon)
        #expect(citizens.bundle == citizens.id)
    }

    @Test(arguments: ["party", "account:u-1", "post:cell-clerk", "role:safeguarding_lead"])
    func recipientsHaveATextThatReadsBack(_ text: String) {
        #expect(MessageRecipient(text)?.description == text)
    }

    @Test(arguments: ["", "party:x", "account", "somebody", "account:"]) func othersAreNone(_ text: String) {
        #expect(MessageRecipient(text) == nil)
    }
}
