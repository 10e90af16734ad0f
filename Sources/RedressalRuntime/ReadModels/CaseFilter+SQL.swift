import Postgres
import Redressal

extension CaseFilter {
    /// Whose cases they are: those of some holders, or else of some offices; nil for anybody's.
    var spread: (column: SQL, keys: [String])? {
        if let heldBy { return ("assignee", heldBy.filter { self.assignee == nil || $0 == self.assignee }) }
        if let assignee { return ("assignee", [assignee]) }
        return self.wantedOffices.map { ("office", $0) }
    }

    /// The offices that are asked for among those that may be; nil for all.
    private var wantedOffices: [String]? {
        guard let office else { return self.offices }
        return self.offices?.contains(office) ?? true ? [office] : []
    }

    /// Only what is asked for, so that the index made for it is used; without what ``spread`` says.
    var condition: SQL {
        var conditions: [SQL] = []
        if self.assignee != nil || self.heldBy != nil, let offices = self.wantedOffices {
            conditions.append("office = ANY (\(PostgresValue.textArray(offices)))")
        }
        if let workflow { conditions.append("workflow = \(workflow)") }
        if let state { conditions.append("state = \(state)") }
        if let severity { conditions.append("severity = \(severity)") }
        if let dueFrom { conditions.append("due_at >= \(dueFrom.timestamp)") }
        if let dueBefore { conditions.append("due_at < \(dueBefore.timestamp)") }
        if self.overdue { conditions.append("breached") }
        if self.orphans { conditions.append("case_id IN (SELECT case_id FROM read.orphan)") }
        if let hidden = Self.without(self.hiddenRespondents, in: "fields") { conditions.append(hidden) }
        // Lists of open cases have none of these.
        if self.closed, let uncrossed = self.border.condition(on: "case_current") { conditions.append(uncrossed) }
        return conditions.reduce("true") { "\($0) AND \($1)" }
    }

    /// Leaves cases out that complain about somebody; nil when nothing is left out.
    ///
    /// - Parameter fields: The column that holds a case's fields.
    static func without(_ respondents: [String], in fields: SQL) -> SQL? {
        guard !respondents.isEmpty else { return nil }
        let hidden = PostgresValue.textArray(respondents)
        return "coalesce(\(fields)->>'\(unsafeSQL: CaseState.respondentField)', '') <> ALL (\(hidden))"
    }

    /// All that is asked for, where no index has its order.
    var whole: SQL {
        guard let spread else { return "\(self.condition) AND \(self.openness)" }
        return
            "\(spread.column) = ANY (\(PostgresValue.textArray(spread.keys))) AND \(self.condition) AND \(self.openness)"
    }

    /// Whether open cases alone are asked for.
    var openness: SQL { self.closed ? "true" : "closed_at IS NULL" }
}
