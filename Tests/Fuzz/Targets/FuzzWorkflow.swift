/// The workflow that fuzzed commands are decided under: something of everything, so that much can be asked for.
enum FuzzWorkflow {
    static let text = """
        workflow: small
        version: 1
        calendar: wall
        initial: open
        roles: [clerk, chief, system]
        fields:
          reason_code: code
          kind: {type: code, values: [road, water]}
          name: {type: string, personal: true}
          assignee: user
          due: date
          cost: money
          share: decimal
          number: integer
          at: instant
          tags: {type: list of code}
        chains:
          up:
            - {level: 1, after: 0d, to: chief}
            - {level: 2, after: 2d, to: chief}
        total: {within: 10d, chain: up}
        states:
          open: {sla: 3d, chain: up}
          closed: {final: reopenable}
        actions:
          - do: close
            from: open
            to: closed
            by: [clerk]
            when: "has(kind)"
            fields:
              {reason_code: required, kind: optional, name: optional, assignee: optional, due: optional, cost: optional,
              share: optional, number: optional, at: optional}
            emit: CaseClosed
          - do: note
            from: [open, closed]
            to: $same
            by: [clerk, chief]
            fields: {kind: optional, number: optional}
            emit: NoteAdded
          - do: reopen
            from: closed
            to: open
            by: [chief]
            emit: CaseReopened

        """
}
