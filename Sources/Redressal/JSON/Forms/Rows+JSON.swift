extension CaseRow: JSONWritable {
    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("assignee", self.assignee)
        try json.add("breached", self.breached)
        try json.add("case_id", self.case_id)
        try json.add("closed_at", self.closed_at)
        try json.add("due_at", self.due_at)
        try json.add("escalation_level", self.escalation_level)
        try json.add("fields", self.fields)
        try json.add("head", self.head)
        try json.add("historical", self.historical)
        try json.add("office", self.office)
        try json.add("opened_at", self.opened_at)
        try json.add("partition", self.partition)
        try json.add("paused", self.paused)
        try json.add("reassigned", self.reassigned)
        try json.add("reference", self.reference)
        try json.add("reopened", self.reopened)
        try json.add("seq", self.seq)
        try json.add("severity", self.severity)
        try json.add("state", self.state)
        try json.add("state_since", self.state_since)
        try json.add("touched_at", self.touched_at)
        try json.add("workflow", self.workflow)
        try json.add("workflow_version", self.workflow_version)
        json.close()
    }
}

extension TimerRow: JSONWritable {
    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("case_id", self.case_id)
        try json.add("due_at", self.due_at)
        try json.add("generation", self.generation)
        try json.add("historical", self.historical)
        try json.add("partition", self.partition)
        try json.add("timer", self.timer)
        json.close()
    }
}
