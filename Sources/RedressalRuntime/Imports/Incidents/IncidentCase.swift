import Redressal

/// The rows of one incident, becoming commands in the order of the file.
struct IncidentCase {
    let number: String
    let firstLine: Int
    /// Rows seen, used or not: a row's place in its case is part of its command's id.
    private var rows: Int
    /// The state after the last row used; nil before the first.
    private(set) var state: IncidentState?
    /// The fields as the rows used so far have them.
    private var fields: [String: FieldValue] = [:]
    private var steps: [ImportStep] = []
    private var rejected: [ImportRejection] = []

    static let channel = "import:incidents"
    static let office = "it-service-desk"

    /// - Parameter skipped: Rows of the case that came before and could not be read at all.
    init(_ number: String, line: Int, skipped: Int) {
        self.number = number
        self.firstLine = line
        self.rows = skipped
    }

    /// Takes the next row in: it opens the case, moves it, or changes its fields.
    mutating func add(_ record: DelimitedRecord, _ columns: ColumnMap<IncidentColumn>) {
        self.rows += 1
        do throws(RowDefect) {
            let row = try IncidentRow(record, columns)
            let request = self.request(row)
            self.steps.append(self.step(row, request))
            self.state = row.state
        } catch {
            self.reject(record.line, as: self.number, error)
        }
    }

    /// Notes a row that cannot be used, of this case or of none.
    mutating func reject(_ line: Int, as label: String, _ defect: RowDefect) {
        self.rejected.append(ImportRejection(line: line, case: label, reason: defect.reason))
    }

    /// All that is to be sent.
    func finished() -> ImportedCase { ImportedCase(self.number, steps: self.steps, rejected: self.rejected) }

    /// The same when the file ends with this case: sent only if the log is seen to reach the case's end.
    func finishedAtEndOfFile() -> ImportedCase {
        guard self.state != .closed else { return self.finished() }
        let found = self.state.map { "it ends in \($0.rawValue)" } ?? "none of its rows can be used"
        let cutOff = ImportRejection(
            line: self.firstLine, case: self.number,
            reason:
                "expected the file's last case to be complete, up to Closed, but \(found): the file is probably "
                + "cut off inside it, so nothing of the case was imported")
        return ImportedCase(self.number, steps: [], rejected: self.rejected + [cutOff])
    }

    private mutating func request(_ row: IncidentRow) -> CommandRequest {
        guard let state = self.state else {
            self.fields = row.fields
            return .open(
                OpenCase(
                    workflow: "incident", state: row.state.workflowName, office: Self.office, severity: row.severity,
                    fields: row.fields))
        }
        let action = row.state == state ? "update" : "to_\(row.state.workflowName)"
        return .act(TakeAction(action: action, fields: self.change(to: row.fields)))
    }

    /// The fields that differ from those before; a text that is no longer known becomes empty.
    private mutating func change(to new: [String: FieldValue]) -> [String: FieldValue] {
        var changed = new.filter { self.fields[$0.key] != $0.value }
        for name in IncidentRow.texts.keys where new[name] == nil && self.fields[name]?.isEmpty == false {
            changed[name] = .string("")
        }
        self.fields.merge(changed) { $1 }
        return changed
    }

    private func step(_ row: IncidentRow, _ request: CommandRequest) -> ImportStep {
        let command = Command(
            id: CommandID(DerivedID.uuid("incident-row", self.number, "\(self.rows)")),
            case: CaseID(DerivedID.uuid("incident", self.number)),
            actor: Actor(user: row.updatedBy, role: "importer"), channel: Self.channel, occurred: row.updated,
            vouched: "importer", request: request)
        return ImportStep(line: row.line, command, subject: row.caller.map { DerivedID.uuid("incident-caller", $0) })
    }
}
