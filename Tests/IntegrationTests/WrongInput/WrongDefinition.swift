/// A workflow with one thing wrong, and what `workflow check` must say of it.
struct WrongDefinition: Sendable, CustomStringConvertible {
    let description: String
    /// What stands in the right text, and what is put in its place.
    let part: String
    let replacement: String
    let rule: String
    /// Words that the message must hold.
    let words: [String]

    /// The file as it is when nothing is wrong with it.
    static let right = """
        workflow: permit
        version: 1
        title: A permit
        calendar: wall
        initial: received
        total: {within: 10d, chain: std, remind: []}
        roles: [applicant, clerk, system]
        fields:
          kind: {type: code, values: [shop, stall]}
          area: integer
        states:
          received: {sla: 2d, remind: []}
          decided: {final: true}
        chains:
          short:
            levels:
              - {level: 1, after: 0d, to: supervisor_l1, effect: [notify]}
        actions:
          - do: decide
            from: received
            to: decided
            by: [clerk, system]
            when: area > 3
            fields: {area: required, kind: optional}
            emit: PermitDecided
          - do: describe
            from: received
            to: $same
            by: [applicant]
            fields: {kind: required}
            emit: PermitDescribed
        """

    /// The file with the mistake.
    var text: String { Self.right.replacing(self.part, with: self.replacement) }

    static let all = [
        WrongDefinition(
            description: "YAML syntax", part: "roles: [applicant, clerk, system]",
            replacement: "roles: [applicant, clerk", rule: "yaml-syntax", words: []),
        WrongDefinition(
            description: "unknown state", part: "to: decided", replacement: "to: desided", rule: "unknown-state",
            words: ["'desided'", "'decided'"]),
        WrongDefinition(
            description: "unknown role", part: "by: [clerk, system]", replacement: "by: [clark, system]",
            rule: "unknown-role", words: ["'clark'", "'clerk'"]),
        WrongDefinition(
            description: "unknown field", part: "fields: {area: required, kind: optional}",
            replacement: "fields: {aera: required, kind: optional}", rule: "unknown-field",
            words: ["'aera'", "'area'"]),
        WrongDefinition(
            description: "guard type", part: "when: area > 3", replacement: "when: area > \"many\"", rule: "guard-type",
            words: ["expected"]),
        WrongDefinition(
            description: "unreachable state", part: "  decided: {final: true}",
            replacement: "  decided: {final: true}\n  limbo: {sla: 2d, remind: []}", rule: "unreachable-state",
            words: ["limbo"]),
        WrongDefinition(
            description: "unbounded ladder", part: "      - {level: 1, after: 0d, to: supervisor_l1, effect: [notify]}",
            replacement: (1...10).map {
                "      - {level: \($0), after: \($0)d, to: supervisor_l1, effect: [notify]}"
            }.joined(separator: "\n"), rule: "ladder-order", words: ["expected"]),
        WrongDefinition(
            description: "ladder that never ends", part: "- {level: 1, after: 0d, to: supervisor_l1",
            replacement: "- {level: 1, repeat: forever, after: 0d, to: supervisor_l1", rule: "unknown-key",
            words: ["'repeat'"]),
    ]
}
