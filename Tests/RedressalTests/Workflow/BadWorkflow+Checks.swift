extension BadWorkflow {
    /// Mistakes that only show when the workflow is looked at as a whole.
    static let checks: [BadWorkflow] = [
        // Reachability
        BadWorkflow("  closed: {final", "  lost: {sla: 1d}\n  closed: {final", "18:3 error unreachable-state"),
        BadWorkflow(
            "    to: closed\n", "    to: $same\n", "17:3 error no-end", "18:3 error unreachable-state",
            "28:5 error dead-action"),
        BadWorkflow("final: reopenable", "final: true", "28:5 error leaves-final"),
        BadWorkflow(
            "has(kind)\"", "has(kind) && !has(kind)\"", "17:3 error no-end", "18:3 error unreachable-state",
            "24:5 error dead-action", "28:5 error dead-action"),
        BadWorkflow("    to: open\n", "    to: $previous\n"),
        BadWorkflow(
            "    to: closed\n", "    to: $previous\n", "17:3 error no-end", "18:3 error unreachable-state",
            "22:5 error dead-action", "28:5 error dead-action"),
        // Overlaps
        BadWorkflow(
            "  - do: reopen",
            "  - {do: close, from: open, to: closed, by: [chief, clerk], emit: CaseClosed}\n  - do: reopen",
            "27:5 error overlapping-guards"),
        BadWorkflow(
            "  - do: reopen", "  - {do: close, from: open, to: closed, by: [chief], emit: CaseClosed}\n  - do: reopen"),
        BadWorkflow(
            "  - do: reopen",
            "  - {do: close, from: open, to: closed, by: [chief], when: '!has(kind)', emit: CaseClosed}\n  - do: reopen"
        ),
        // Deadlines
        BadWorkflow("sla: 3d, chain: up", "sla: none, pauses: true", "17:3 error no-deadline"),
        BadWorkflow("sla: 3d, chain: up", "sla: none"),
        BadWorkflow("sla: 3d, chain: up", "may_wait_forever: true, pauses: true"),
        BadWorkflow("sla: 3d", "sla: 3d, pauses: true, pause_cap: 2d", "17:10 warning pause-cap"),
        BadWorkflow(
            "sla: 3d", "sla: 3d, pauses: true, pause_cap: 0d", "17:10 warning pause-cap", "17:33 error pause-cap"),
        BadWorkflow("sla: 3d", "sla: 11d", "15:1 warning stage-sum"),
        BadWorkflow("total: {within: 10d, chain: up}\n", "profiles: {fast: {total: 2d}}\n", "15:19 warning stage-sum"),
        // Ladders
        BadWorkflow("level: 2", "level: 3", "14:8 error ladder-order"),
        BadWorkflow("after: 2d", "after: 0d", "14:18 error ladder-order"),
        BadWorkflow(
            "{level: 2, after: 2d", "{level: 2, after: 1h}\n    - {level: 3, after: 2bd", "14:7 error missing-key"),
        BadWorkflow("after: 0d", "after: 1bd", "14:18 error ladder-order"),
        BadWorkflow("to: chief", "to: cheif", "13:29 error ladder-recipient"),
        // Turns
        BadWorkflow("sla: 3d", "sla: 3d, waits_for: clerk, shows: [kind, due]"),
        BadWorkflow("sla: 3d", "sla: 3d, waits_for: [clerk, chief]", "17:38 error waits-in-vain"),
        BadWorkflow("sla: 3d", "sla: 3d, waits_for: system", "17:30 error waits-in-vain"),
        // Timers
        BadWorkflow("    by: [clerk]\n", "    by: [clerk]\n    timer: sla\n", "23:5 error timer-action"),
        BadWorkflow("    by: [chief]\n", "    by: [system]\n    timer: sla\n", "31:5 error timer-action"),
        // Other cases
        BadWorkflow(
            "emit: CaseClosed", "emit: CaseClosed\n    spawn: {workflow: other, relation: next}",
            "27:13 error unknown-workflow"),
        BadWorkflow(
            "emit: CaseClosed", "emit: CaseClosed\n    spawn: {workflow: small, relation: next, fields: {kin: $kind}}",
            "27:55 error unknown-field"),
        BadWorkflow(
            "emit: CaseClosed",
            "emit: CaseClosed\n    spawn: {workflow: small, relation: next}\n    signal: {to: next, do: reopened}",
            "28:24 error unknown-action"),
        BadWorkflow(
            "emit: CaseClosed",
            "emit: CaseClosed\n    spawn: {workflow: small, relation: next}\n    signal: {to: next, do: reopen}",
            "28:24 error signal-role"),
        BadWorkflow("  due: date\n", "  due: {type: date, passes: true}\n", "25:89 error passed-nowhere"),
        BadWorkflow("has(kind)", "second_approval(chief)", "24:5 error no-approval"),
        // Use and names
        BadWorkflow("roles: [clerk, chief, system]", "roles: [clerk, chief, guest]", "4:23 warning unused-role"),
        BadWorkflow("  due: date\n", "  due: date\n  extra: date\n", "11:3 warning unused-field"),
        BadWorkflow("emit: CaseReopened", "emit: CaseClosed", "31:5 warning emit-name"),
        BadWorkflow("emit: CaseReopened", "emit: CaseReopening", "31:5 warning emit-name"),
    ]
}
