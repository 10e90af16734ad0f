@testable import Redressal

/// A workflow with one of everything, for tests to break in one place.
enum SmallWorkflow {
    static let text = """
        workflow: small
        version: 1
        initial: open
        roles: [clerk, chief, system]
        fields:
          reason_code: code
          kind: {type: code, values: [road, water]}
          name: {type: string, personal: true}
          assignee: user
          due: date
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
            fields: {reason_code: required, kind: optional, name: optional, assignee: optional, due: optional}
            emit: CaseClosed
          - do: reopen
            from: closed
            to: open
            by: [chief]
            emit: CaseReopened

        """

    /// The findings for a text under the name `small.yaml`.
    static func findings(_ text: String, known: [WorkflowDefinition] = []) -> [Finding] {
        WorkflowChecks.findings(for: WorkflowReader.read(text, file: "small.yaml"), known: known)
    }

    /// The definition of a text that has nothing wrong with it.
    static func definition(_ text: String = Self.text) -> WorkflowDefinition? {
        WorkflowReader.read(text, file: "small.yaml").definition
    }
}
