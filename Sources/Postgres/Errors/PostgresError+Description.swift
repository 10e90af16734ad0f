extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible {
    /// One line without row values: safe for a log or a user.
    package var description: String {
        var line = "PostgreSQL \(self.kind.rawValue)"
        if let sqlState = self.sqlState { line += " (\(sqlState))" }
        if let label = self.label { line += " in \(label)" }
        if self.phase != .statement { line += " at \(self.phase.rawValue)" }
        if let pipelineIndex = self.pipelineIndex { line += ", pipeline statement \(pipelineIndex)" }
        for (name, value) in [("table", self.table), ("column", self.column), ("constraint", self.constraint)] {
            if let value { line += ", \(name) \(value)" }
        }
        return line + (self.messageMayQuoteValues ? "" : ": \(self.message)")
    }

    /// Everything known, with the SQL text, the detail and the hint.
    ///
    /// - Warning: the detail may quote row values; keep it out of anything others can read.
    package var debugDescription: String {
        var lines = [self.description]
        if self.messageMayQuoteValues { lines.append("message: \(self.message)") }
        if let detail = self.detail { lines.append("detail: \(detail)") }
        if let hint = self.hint { lines.append("hint: \(hint)") }
        if let sql = self.sql { lines.append("sql: \(sql)") }
        return lines.joined(separator: "\n")
    }

    /// True for the server's messages that quote the offending value ("invalid input syntax for type integer: …")
    /// or come from `RAISE`.
    private var messageMayQuoteValues: Bool {
        guard let sqlState = self.sqlState else { return false }
        return sqlState.hasPrefix("22") || sqlState.hasPrefix("P0")
    }
}
