extension BadWorkflow {
    /// Mistakes that the reader finds.
    static let reading: [BadWorkflow] = [
        // YAML itself
        BadWorkflow("workflow: small", "workflow: [small", "2:8 error yaml-syntax"),
        BadWorkflow("version: 1", "version: 1\nversion: 2", "2:1 error duplicate-key"),
        BadWorkflow("    from: open\n", "    from: open\n    from: closed\n", "21:5 error duplicate-key"),
        BadWorkflow("version: 1", "version:\t'1", "32:1 error yaml-syntax"),
        BadWorkflow("initial: open", "initial: *nowhere", "3:10 error yaml-syntax"),
        // Keys
        BadWorkflow("version: 1", "version: 1\ntitel: Small", "3:1 error unknown-key"),
        BadWorkflow("workflow: small\n", "", "1:1 error missing-key"),
        BadWorkflow("    emit: CaseClosed\n", "", "20:5 error missing-key"),
        BadWorkflow("actions:", "transitions:", "1:1 error missing-key", "19:1 error unknown-key"),
        BadWorkflow("    by: [clerk]", "    roles: [clerk]", "20:5 error missing-key", "23:5 error unknown-key"),
        BadWorkflow("open: {sla: 3d", "open: {slo: 3d", "17:10 error unknown-key"),
        BadWorkflow("{within: 10d, chain: up}", "{chain: up}", "15:8 error missing-key"),
        // Types
        BadWorkflow("version: 1", "version: one", "2:10 error bad-value"),
        BadWorkflow("version: 1", "version: 0", "2:10 error bad-value"),
        BadWorkflow("  open: {sla: 3d, chain: up}", "  open: [3d]", "17:9 error wrong-type"),
        BadWorkflow("{within: 10d, chain: up}", "[10d]", "15:8 error wrong-type"),
        BadWorkflow("actions:\n", "actions: none\nignored:\n", "19:10 error wrong-type", "20:1 error unknown-key"),
        BadWorkflow("personal: true", "personal: yes", "8:34 error wrong-type"),
        BadWorkflow("personal: true", "personal: 'true'", "8:34 error wrong-type"),
        BadWorkflow("reason_code: code", "reason_code: cod", "6:16 error bad-value"),
        BadWorkflow("reason_code: code", "reason_code: list of list of code", "6:16 error bad-value"),
        BadWorkflow("{type: string, personal: true}", "{type: text, personal: false}", "8:32 error bad-value"),
        BadWorkflow("assignee: user", "assignee: {type: user, values: [a]}", "9:34 error bad-value"),
        BadWorkflow("assignee: user", "assignee: {type: user, quorum: 2}", "9:34 error bad-value"),
        BadWorkflow("assignee: user", "assignee: {type: user, max_length: 2}", "9:38 error bad-value"),
        BadWorkflow("[road, water]", "[road, road]", "7:37 error duplicate-name"),
        // Parties
        BadWorkflow("version: 1", "version: 1\nparties: {clark: assignee}", "3:11 error unknown-role"),
        BadWorkflow("version: 1", "version: 1\nparties: {clerk: assigne}", "3:18 error unknown-field"),
        BadWorkflow("version: 1", "version: 1\nparties: {clerk: reason_code}", "3:18 error bad-value"),
        // Spans, percentages, choices
        BadWorkflow("sla: 3d", "sla: 3 d", "17:15 error bad-value"),
        BadWorkflow("sla: 3d", "sla: 3w", "17:15 error bad-value"),
        BadWorkflow("sla: 3d", "sla: -3d", "17:15 error bad-value"),
        BadWorkflow("sla: 3d", "sla: 3d, remind: [101%]", "17:28 error bad-value"),
        BadWorkflow("final: reopenable", "final: maybe", "18:19 error bad-value"),
        BadWorkflow("final: reopenable", "final: reopenable, sla: 3d", "18:36 error bad-value"),
        BadWorkflow("    from: open\n", "    from: open\n    timer: total\n", "22:12 error bad-value"),
        // Names
        BadWorkflow(
            "  open: {", "  Open: {", "3:10 error unknown-state", "17:3 error bad-name", "21:11 error unknown-state",
            "29:9 error unknown-state"),
        BadWorkflow("due: date", "now: date", "10:3 error bad-name", "25:89 error unknown-field"),
        BadWorkflow("emit: CaseClosed", "emit: case_closed", "26:11 error bad-name"),
        BadWorkflow("initial: open", "initial: opened", "3:10 error unknown-state"),
        BadWorkflow("to: closed", "to: close", "22:9 error unknown-state"),
        BadWorkflow("from: open", "from: [open, shut]", "21:18 error unknown-state"),
        BadWorkflow("by: [clerk]", "by: [clark]", "23:10 error unknown-role"),
        BadWorkflow("by: [clerk]", "by: []", "23:9 error bad-value"),
        BadWorkflow("{reason_code: required", "{reason_cod: required", "25:14 error unknown-field"),
        BadWorkflow("{reason_code: required", "{reason_code: needed", "25:27 error bad-value"),
        BadWorkflow("sla: 3d, chain: up", "sla: 3d, chain: down", "17:26 error unknown-chain"),
        BadWorkflow("sla: 3d", "sla: $dew", "17:15 error unknown-field"),
        BadWorkflow("sla: 3d", "sla: $kind", "17:15 error bad-value"),
        BadWorkflow("states:", "profiles: {urgent: {opne: 1d}}\nstates:", "16:21 error unknown-state"),
        BadWorkflow("states:", "profiles: {urgent: {open: none}}\nstates:", "16:27 error bad-value"),
        BadWorkflow("version: 1", "version: 1\nsubject: due", "3:10 error bad-value"),
        // Turns
        BadWorkflow("sla: 3d", "sla: 3d, waits_for: [clark]", "17:31 error unknown-role"),
        BadWorkflow("sla: 3d", "sla: 3d, waits_for: clerk, shows: [nme]", "17:45 error unknown-field"),
        BadWorkflow("sla: 3d", "sla: 3d, waits_for: clerk, shows: [kind, name]", "17:51 error bad-value"),
        BadWorkflow("sla: 3d", "sla: 3d, shows: [kind]", "17:26 error missing-key"),
        BadWorkflow("final: reopenable", "final: reopenable, waits_for: chief", "18:42 error bad-value"),
        // Effects
        BadWorkflow("emit: CaseClosed", "emit: CaseClosed\n    assign: assignee", "27:13 error bad-value"),
        BadWorkflow("emit: CaseClosed", "emit: CaseClosed\n    assign: $due", "27:13 error bad-value"),
        BadWorkflow("emit: CaseClosed", "emit: CaseClosed\n    severity: $name", "27:15 error bad-value"),
        BadWorkflow("emit: CaseClosed", "emit: CaseClosed\n    approves: clos", "27:15 error unknown-action"),
        BadWorkflow(
            "emit: CaseClosed", "emit: CaseClosed\n    signal: {to: parent, do: close}", "27:18 error unknown-relation"),
        BadWorkflow(
            "emit: CaseClosed", "emit: CaseClosed\n    extend: {clock: total, by: 2d, reason: $kind}",
            "27:44 error bad-value"),
        BadWorkflow(
            "emit: CaseClosed", "emit: CaseClosed\n    extend: {clock: total, reason: $reason_code}",
            "27:13 error missing-key"),
        // Guards
        BadWorkflow("\"has(kind)\"", "\"has(kind) and true\"", "24:22 error guard-syntax"),
        BadWorkflow("\"has(kind)\"", "\"has(kind\"", "24:20 error guard-syntax"),
        BadWorkflow("\"has(kind)\"", "\"hass(kind)\"", "24:12 error guard-syntax"),
        BadWorkflow("\"has(kind)\"", "\"has(knd)\"", "24:16 error guard-type"),
        BadWorkflow("\"has(kind)\"", "'kind == \"roads\"'", "24:20 error guard-type"),
        BadWorkflow("\"has(kind)\"", "name == kind", "24:11 error guard-type"),
        BadWorkflow("\"has(kind)\"", "\"due > 3 || kind == 3\"", "24:18 error guard-type", "24:31 error guard-type"),
    ]
}
