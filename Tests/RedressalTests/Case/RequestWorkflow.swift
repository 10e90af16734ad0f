import Redressal
import RedressalTesting

/// A workflow made for these tests: it has one of everything that decisions know.
enum RequestWorkflow {
    static let office = """
        kind: calendar
        id: office
        version: 1
        tz: UTC
        hours: {mon-fri: ["09:00-17:00"]}
        """
    /// The office's calendar with the 9th of April off.
    static let officeWithHoliday = """
        kind: calendar
        id: office
        version: 2
        tz: UTC
        hours: {mon-fri: ["09:00-17:00"]}
        holidays: [{date: 2026-04-09, name: Holiday, status: announced}]
        """
    static let wall = """
        kind: calendar
        id: wall
        version: 1
        tz: UTC
        hours: {mon-sun: ["00:00-24:00"]}
        """

    /// The workflow; tests change one thing of it by replacing a line.
    static let yaml = """
        workflow: request
        version: 1
        calendar: $office
        initial: [received, triage]
        total: {within: 10bd, chain: std, remind: [50%]}
        roles: [complainant, intake, triage_officer, handler, supervisor_l1, supervisor_l2, system]
        posts: [supervisor_l3, oversight, nobody_has_this]
        severities: [standard, urgent]
        fields:
          summary: {type: text, required: true}
          category: {type: code, values: [water, roads]}
          reason_code: code
          note: {type: string, max_length: 20}
          respondent_ref: user
          assignee: user
          seat: post
          severity: code
          office_id: office
          promised_at: instant
          done_by: date
          people: integer
          tracking_no: string
          duplicate_of: reference
        profiles:
          urgent: {calendar: wall, chain: fast, received: 2h, working: 6h, total: 2d}
        states:
          received: {sla: 1bd, chain: std, remind: [50%]}
          triage: {sla: 2bd, chain: std, remind: [50%]}
          waiting: {sla: 10bd, chain: none, pauses: true, pause_cap: 3bd, remind: [90%]}
          working: {sla: 5bd, chain: std, remind: [50%, 80%]}
          planned: {sla: $done_by, chain: std, remind: [50%]}
          done: {sla: 15d, chain: none, remind: [50%]}
          asked: {may_wait_forever: true, pauses: true}
          closed: {final: reopenable}
          dropped: {final: true}
        actions:
          - {do: acknowledge, from: received, to: triage, by: [intake], when: has(tracking_no), emit: Acknowledged}
          - {do: assign, from: triage, to: working, by: [triage_officer], when: "has(category) && no_conflict", fields: {assignee: required, category: optional, note: optional, people: optional}, assign: $assignee, emit: Assigned}
          - {do: ask, from: [triage, working], to: waiting, by: [triage_officer, handler], when: count(Asked) < 2, emit: Asked}
          - {do: answer, from: waiting, to: $previous, by: [complainant], emit: Answered}
          - {do: lapse, from: waiting, to: $previous, by: [system], timer: sla, emit: AnswerLapsed}
          - {do: propose, from: working, to: done, by: [handler, supervisor_l1], emit: Proposed}
          - {do: approve, from: done, to: closed, by: [supervisor_l1], not_same_person_as: propose, emit: Approved}
          - {do: close_unanswered, from: done, to: closed, by: [system], timer: sla, when: "within(state_since, 30d)", emit: ClosedUnanswered}
          - {do: plan, from: working, to: planned, by: [handler], fields: {done_by: optional}, emit: Planned}
          - {do: replan, from: planned, to: $same, by: [handler], fields: {done_by: required}, emit: Replanned}
          - {do: put_off, from: planned, to: $same, by: [supervisor_l1], fields: {done_by: required, reason_code: required}, extend: {clock: state, until: $done_by, reason: $reason_code}, emit: PutOff}
          - {do: extend, from: working, to: $same, by: [supervisor_l1], fields: {reason_code: required}, extend: {clock: state, by: 2bd, reason: $reason_code}, emit: Extended}
          - {do: extend_total, from: working, to: $same, by: [supervisor_l1], fields: {reason_code: required, promised_at: required}, extend: {clock: total, until: $promised_at, reason: $reason_code}, emit: Extended}
          - {do: set_severity, from: any_open, to: $same, by: [triage_officer], fields: {severity: required}, severity: $severity, emit: SeverityChanged}
          - {do: redirect, from: any_open, to: $same, by: [triage_officer], fields: {office_id: required}, office: $office_id, assign: nobody, emit: Redirected}
          - {do: hand_over, from: any_open, to: $same, by: [triage_officer], fields: {seat: required}, assign: $seat, emit: HandedOver}
          - {do: raise, from: any_open, to: $same, by: [complainant], escalate: true, emit: Raised}
          - {do: take_up, from: any_open, to: $same, by: [supervisor_l1, supervisor_l2], acknowledge: true, emit: TakenUp}
          - {do: reopen, from: closed, to: triage, by: [supervisor_l2], assign: nobody, emit: Reopened}
          - {do: drop, from: triage, to: dropped, by: [triage_officer], when: second_approval(supervisor_l1), emit: Dropped}
          - {do: approve_drop, from: triage, to: $same, by: [supervisor_l1], approves: drop, emit: DropApproved}
          - {do: refer, from: triage, to: asked, by: [triage_officer], spawn: {workflow: errand, relation: errand, fields: {topic: $category}}, emit: Referred}
          - {do: errand_back, from: asked, to: triage, by: [system], when: "in_state(errand, finished)", emit: ErrandBack}
          - {do: merge, from: triage, to: dropped, by: [triage_officer], fields: {duplicate_of: required}, signal: {to: $duplicate_of, do: join}, emit: Merged}
          - {do: join, from: any_open, to: $same, by: [system], emit: Joined}
        chains:
          none: []
          std:
            levels:
              - {level: 1, after: 0bd, to: supervisor_l1, effect: [notify]}
              - {level: 2, after: 3bd, to: supervisor_l2, effect: [notify, may_reassign]}
              - {level: 3, after: 10bd, to: supervisor_l3, effect: [notify]}
          fast:
            on_missed: sequential
            levels:
              - {level: 1, after: 0h, to: supervisor_l1}
              - {level: 2, after: 4h, to: supervisor_l2}
              - {level: 3, after: 24h, to: supervisor_l3}
              - {level: 4, after: 4d, to: ombudsman}
        """

    static let errand = """
        workflow: errand
        version: 1
        calendar: wall
        initial: [open]
        roles: [clerk]
        fields: {topic: {type: code, required: true, values: [water, roads]}}
        states:
          open: {may_wait_forever: true}
          finished: {final: true}
        actions:
          - {do: finish, from: open, to: finished, by: [clerk], emit: Finished}
        """

    /// A scenario on Monday the 6th of April 2026 at nine, when the office opens.
    ///
    /// - Parameter changes: Lines of the workflow to replace by others.
    static func scenario(
        _ changes: [String: String] = [:], programme: Programme = .district(), more: [String] = [],
        calendars: [String] = [office, wall]
    ) throws -> Scenario {
        let text = try self.changed(changes)
        return Scenario(
            try DefinitionCatalog(
                workflows: [text, self.errand] + more, calendars: calendars, programmes: [programme]),
            at: .april(6, 9))
    }

    static func changed(_ changes: [String: String]) throws -> String {
        var text = self.yaml
        for (old, new) in changes {
            guard text.contains(old) else { throw ScenarioFailure("expected '\(old)' in the workflow") }
            text = text.replacing(old, with: new)
        }
        return text
    }

    /// A scenario with a case that was opened at nine on Monday.
    static func opened(_ changes: [String: String] = [:], programme: Programme = .district()) throws -> Scenario {
        let scenario = try self.scenario(changes, programme: programme)
        try scenario.as("citizen", role: "complainant").opens("request", ["summary": .boxed("a")])
        return scenario
    }

    /// A scenario with a case in `working`, assigned to the handler at nine on Monday.
    static func working(_ changes: [String: String] = [:], programme: Programme = .district()) throws -> Scenario {
        let scenario = try self.opened(changes, programme: programme)
        try scenario.as("clerk", role: "intake").does("acknowledge")
        try scenario.as("officer", role: "triage_officer").does("assign", ["assignee": "handler", "category": "water"])
        return scenario
    }
}

extension Instant {
    /// A time of April 2026 in UTC; the 6th is a Monday, and the 31st is the first of May.
    static func april(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
        Instant(seconds: 1_775_001_600 + Int64(day - 1) * 86_400 + Int64(hour) * 3600 + Int64(minute) * 60)
    }
}
