extension TestDefinitions {
    /// A workflow made for tests of what runs: a duty with a deadline of its own.
    ///
    /// There are three seats above the desk that it is kept at, and personal fields. It comes three times, with a ladder
    /// for each way to treat missed steps: `duty` (sequential), `duty_collapse` and `duty_skip`.
    package static let duty = TestDefinitions([
        "duty.yaml": Self.workflow("duty", onMissed: "sequential"),
        "duty_collapse.yaml": Self.workflow("duty_collapse", onMissed: "collapse"),
        "duty_skip.yaml": Self.workflow("duty_skip", onMissed: "skip"),
        "calendars/wall.yaml": Self.wall,
        "programmes/desk.yaml": """
        kind: programme
        programme: desk
        version: 1
        tz: UTC
        offices:
          top: {name: Top, kind: province, calendar: wall}
          desk: {name: Desk, kind: cell, parent: top}
        posts:
          desk-lead: {office: desk, roles: [lead], holder: u-lead}
          desk-manager: {office: desk, roles: [manager], holder: u-manager}
          top-director: {office: top, roles: [director], holder: u-director}
        people:
          importer: {roles: [importer]}
          u-lead:
          u-manager:
          u-director:
        \((0..<10).map { "  u-\($0):" }.joined(separator: "\n"))
        """,
    ])

    /// A calendar that never closes.
    static let wall = """
        kind: calendar
        id: wall
        version: 1
        tz: UTC
        weekend: []
        hours:
          mon-sun: ["00:00-24:00"]
        """

    /// The steps of the ladder come at the deadline, 4300 minutes after it and three days after it.
    package static func workflow(_ name: String, version: Int = 1, onMissed: String) -> String {
        """
        workflow: \(name)
        version: \(version)
        title: Duty
        calendar: wall
        initial: [open]
        total: {within: $due_at, chain: ladder}
        roles: [clerk, keeper, system]
        posts: [lead, manager, director]
        fields:
          due_at: {type: instant, required: true}
          name: {type: string, personal: true}
          note: text
          holder: user
          number: integer
        states:
          open: {may_wait_forever: true}
          held: {may_wait_forever: true}
          done: {final: true}
        actions:
          - {do: hold, from: open, to: held, by: [clerk], fields: {holder: required}, assign: $holder, emit: DutyHeld}
          - do: remark
            from: any_open
            to: $same
            by: [clerk]
            fields: {note: optional, name: optional, number: optional}
            emit: DutyRemarked
          - {do: finish, from: any_open, to: done, by: [clerk, keeper], emit: DutyFinished}
        chains:
          ladder:
            on_missed: \(onMissed)
            levels:
              - {level: 1, after: 0m, to: lead}
              - {level: 2, after: 4300m, to: manager}
              - {level: 3, after: 4320m, to: director}
        """
    }
}
