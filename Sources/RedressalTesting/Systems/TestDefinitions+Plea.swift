import Redressal

extension TestDefinitions {
    /// A workflow that can be closed and opened again, once, whose clock can stand still; with a lead at the desk and a chief
    /// above.
    package static let plea = TestDefinitions(
        [
            "plea.yaml": """
            workflow: plea
            version: 1
            title: Plea
            calendar: wall
            initial: [open]
            total: {within: 3d, chain: ladder}
            roles: [clerk, lead, chief, system]
            fields:
              ground: {type: code, values: [disputed, error]}
              outcome: {type: code, values: [granted, refused]}
              holder: user
            states:
              open: {may_wait_forever: true}
              asked: {pauses: true, may_wait_forever: true}
              closed: {final: reopenable}
            actions:
              - {do: take, from: any_open, to: $same, by: [clerk], fields: {holder: required}, assign: $holder, emit: PleaTaken}
              - {do: ask, from: open, to: asked, by: [clerk], emit: PleaAsked}
              - {do: answer, from: asked, to: open, by: [clerk], emit: PleaAnswered}
              - {do: dispute, from: open, to: $same, by: [clerk], emit: PleaDisputed}
              - {do: close, from: any_open, to: closed, by: [clerk], fields: {outcome: required}, emit: PleaClosed}
              - do: reopen
                from: closed
                to: open
                by: [lead, chief]
                when: "count(PleaReopened) < 1"
                fields: {ground: required}
                emit: PleaReopened
            chains:
              ladder:
                on_missed: sequential
                levels:
                  - {level: 1, after: 0m, to: lead}
                  - {level: 2, after: 4300m, to: chief}
            """,
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
              top-chief: {office: top, roles: [chief], holder: u-chief}
            people:
              u-lead:
              u-chief:
              u-1:
            """,
            "calendars/wall.yaml": Self.wall,
        ])
}

extension TestSystem {
    /// Opens a plea, and does actions to it, each an hour after the one before.
    package func plea(_ id: String, _ actions: [(String, [String: FieldValue])]) async throws {
        _ = try await self.submit([
            self.command(
                id, as: "open-\(id)", .open(OpenCase(workflow: "plea", office: "desk", fields: [:])))
        ])
        for (index, action) in actions.enumerated() {
            self.clock.advance(to: self.clock.now().advanced(bySeconds: 3600))
            _ = try await self.submit([self.doing(action.0, to: id, as: "\(id)-\(index)", action.1)])
        }
    }
}
