/// The workflow that cases live by while faults come over them: a deadline of their own, and remarks with a mark.
enum FaultWorkflow {
    static let name = "fault"
    static let text = """
        workflow: fault
        version: 1
        title: Cases that live through faults
        calendar: wall
        initial: open
        total: {within: $due_at, chain: std, remind: []}
        roles: [requester, agent, system]
        fields:
          due_at: instant
          mark: string
          story: text
        states:
          open: {may_wait_forever: true}
          closed: {final: true}
        actions:
          - do: remark
            from: open
            to: $same
            by: [requester]
            fields: {mark: required}
            emit: CaseRemarked
          - do: finish
            from: open
            to: closed
            by: [requester]
            fields: {mark: required}
            emit: CaseFinished
          - do: close
            from: open
            to: closed
            by: [agent, system]
            fields: {mark: required}
            emit: CaseClosed
        """
}
