import Testing

@testable import Redressal

@Suite struct WorkflowReaderTests {
    private static let defaults = """
        kind: defaults
        reminders: [80%, 50%]
        pause_cap: 7bd
        severities: [standard, urgent]
        quiet_hours: {from: "20:00", to: "07:00", except_severity: [urgent]}
        posts: [ombudsman]
        chains:
          std:
            on_missed: collapse
            acknowledge_within: 2h
            levels: [{level: 1, after: 1bd, to: ombudsman, effect: [notify, may_decide]}]
          spare: []
        """

    private static let text = """
        workflow: rich
        version: 3
        title: Rich
        calendar: wall
        initial: [open, waiting]
        subject: person
        roles: [clerk, system]
        relations: [parent]
        total: $due
        fields:
          person: reference
          due: instant
          reason: {type: code, required: true}
          holder: post
          level: code
          home: office
          secret: {type: list of string, personal: true, max_length: 9, title: Secret}
          notes: list of text
        states:
          open: {sla: 4bh, chain: std}
          waiting: {sla: $due, pauses: true, remind: [], may_wait_forever: true}
          done: {final: true}
        actions:
          - do: move
            title: Move
            from: any_open
            to: $same
            by: clerk
            when: "level == 'high' && within(opened_at, 2d)"
            fields: {reason: required, holder: optional}
            emit: RichMoved
            assign: $holder
            severity: $level
            office: $home
            extend: {clock: total, by: 2bd, reason: $reason}
            escalate: true
            acknowledge: true
            spawn: {workflow: rich, relation: child, fields: {reason: $reason}}
            signal: {to: parent, workflow: other, do: wake}
            not_same_person_as: [move]
            approves: move
          - {do: lapse, from: waiting, to: $previous, by: system, timer: sla, emit: WaitLapsed}

        """

    private static func definition() throws -> WorkflowDefinition {
        let reading = WorkflowReader.read(Self.text, file: "rich.yaml", defaults: (Self.defaults, "defaults.yaml"))
        #expect(reading.findings == [])
        return try #require(reading.definition)
    }

    @Test func actionsHoldEverythingTheFileSays() throws {
        let source = "level == 'high' && within(opened_at, 2d)"
        let expected = Action(
            name: "move", title: "Move", from: ["open", "waiting"], to: .same, by: ["clerk"],
            guardRule: Guard(
                source: source, expression: try GuardParser.parse(source),
                location: SourceLocation(line: 29, column: 12)),
            fields: [FieldUse(name: "reason", isRequired: true), FieldUse(name: "holder", isRequired: false)],
            emit: "RichMoved",
            effects: Action.Effects(
                assign: .field("holder"), severity: "level", office: "home",
                extend: Extension(clock: .total, amount: .by(TimeSpan(2, .businessDays)), reason: "reason"),
                escalate: true, acknowledge: true,
                spawn: Spawn(workflow: "rich", relation: "child", fields: ["reason": "reason"]),
                signal: Signal(target: .relation("parent"), workflow: "other", action: "wake")),
            notSamePersonAs: ["move"], approves: ["move"])
        let lapse = Action(
            name: "lapse", from: ["waiting"], to: .previous, by: [.system], emit: "WaitLapsed", timer: true)
        #expect(try Self.definition().actions == [expected, lapse])
    }

    @Test func statesTakeWhatTheyDoNotSayFromTheDefaults() throws {
        let reminders = [50, 80].compactMap(Percent.init)
        let definition = try Self.definition()
        #expect(
            definition.states == [
                State(name: "open", target: .span(TimeSpan(4, .businessHours)), chain: "std", remind: reminders),
                State(
                    name: "waiting", target: .field("due"), pauses: true, pauseCap: TimeSpan(7, .businessDays),
                    mayWaitForever: true),
                State(name: "done", final: .closed),
            ])
        #expect(definition.total == TotalClock(target: .field("due"), remind: reminders))
        #expect(definition.quietHours == QuietHours(from: "20:00", to: "07:00", exceptSeverity: ["urgent"]))
        #expect(definition.severities == ["standard", "urgent"])
    }

    @Test func onlyLaddersInUseComeAlong() throws {
        let ladder = Ladder(
            name: "std",
            levels: [
                Ladder.Level(
                    level: 1, after: TimeSpan(1, .businessDays), to: "ombudsman", effects: ["notify", "may_decide"])
            ], onMissed: .collapse, acknowledgeWithin: TimeSpan(2, .hours))
        #expect(try Self.definition().chains == ["std": ladder])
    }

    @Test func freeTextIsPersonalAndSealedForTheSubject() throws {
        let definition = try Self.definition()
        #expect(
            definition.field("secret")
                == Field(
                    name: "secret", title: "Secret", type: .list(.string), isPersonal: true, subject: "person",
                    maxLength: 9))
        #expect(
            definition.field("notes") == Field(name: "notes", type: .list(.text), isPersonal: true, subject: "person"))
        #expect(definition.field("reason") == Field(name: "reason", type: .code, isRequired: true))
    }

    @Test func namesAndChoicesAreRead() throws {
        let definition = try Self.definition()
        #expect(definition.name == "rich" && definition.version == 3 && definition.title == "Rich")
        #expect(definition.calendar == .named("wall"))
        #expect(definition.initialStates == ["open", "waiting"])
        #expect(definition.relations == ["parent", "child"])
        #expect(definition.posts == ["ombudsman"])
        #expect(definition.timerAction(in: "waiting")?.name == "lapse")
        #expect(definition.actions(from: "open").map(\.name) == ["move"])
    }
}
