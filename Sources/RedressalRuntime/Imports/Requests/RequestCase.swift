import Redressal

/// One request, as its row tells it.
struct RequestCase {
    private let label: String
    private let line: Int
    private let values: [RequestColumn: String]
    private let opened: Instant
    private let target: Instant?
    private let closed: Instant?

    static let channel = "import:requests"
    static let office = "boston"

    /// The fields that an opening takes over as they are.
    private static let texts: [String: RequestColumn] = [
        "type": .type, "queue": .queue, "department": .department, "source": .source, "subject": .subject,
        "neighborhood": .neighborhood, "reason": .reason, "location": .location, "district": .district,
    ]

    /// - Throws: ``RowDefect`` for dates that cannot be read or do not fit together.
    init(
        _ label: String, line: Int, _ values: [RequestColumn: String], _ order: DateOrder, _ zone: CalendarZone
    ) throws(RowDefect) {
        func instant(_ column: RequestColumn) throws(RowDefect) -> Instant? {
            guard let text = values[column], !text.isEmpty else { return nil }
            if let date = SourceDate(text, order) { return date.instant(in: zone) }
            throw RowDefect(
                "expected a date and time such as \(order.example) in '\(column.rawValue)' but found "
                    + "\(text.quoted)"
            )
        }
        guard let opened = try instant(.opened) else {
            throw RowDefect("expected a date and time in 'open_dt' but it is empty")
        }
        self.label = label
        self.line = line
        self.values = values
        self.opened = opened
        self.target = try instant(.target)
        self.closed = try instant(.closed)
        try self.checkEnd()
    }

    private func checkEnd() throws(RowDefect) {
        let status = self.values[.status] ?? ""
        switch (status, self.closed) {
        case ("Open", nil): return
        case ("Closed", let closed?):
            guard closed >= self.opened else {
                throw RowDefect("expected 'closed_dt' not before 'open_dt' but found \(closed) before \(self.opened)")
            }
        case ("Open", _): throw RowDefect("expected no 'closed_dt' for an open request but found one")
        case ("Closed", nil): throw RowDefect("expected a 'closed_dt' for a closed request but it is empty")
        default: throw RowDefect("expected Open or Closed in 'case_status' but found \(status.quoted)")
        }
    }

    /// The commands that make the case, and bring it up to the making of the list when it was open then.
    func steps(asOf: Instant) -> [ImportStep] {
        let opening = self.step(
            "request-open", at: self.opened,
            .open(OpenCase(workflow: "service_request", office: Self.office, fields: self.openingFields)))
        if let closed = self.closed {
            let action = TakeAction(action: "close", fields: self.closingFields)
            return [opening, self.step("request-close", at: closed, .act(action))]
        }
        let end = self.step("request-as-of", at: asOf, .endHistory(EndHistory(live: false)), "\(asOf.milliseconds)")
        return [opening, end]
    }

    private var openingFields: [String: FieldValue] {
        var fields = Self.texts.compactMapValues { column in
            self.values[column].flatMap { $0.isEmpty ? nil : FieldValue.string($0) }
        }
        if let target = self.target { fields["target_at"] = .string(target.description) }
        if let ward = self.values[.ward].map(Self.ward), !ward.isEmpty { fields["ward"] = .string(ward) }
        return fields
    }

    private var closingFields: [String: FieldValue] {
        var fields: [String: FieldValue] = [:]
        if let reason = self.values[.closureReason], !reason.isEmpty { fields["closure_reason"] = .string(reason) }
        if let verdict = self.values[.ontime], !verdict.isEmpty { fields["ontime_source"] = .string(verdict) }
        return fields
    }

    /// The list writes one ward as `Ward 3`, `3` and `03`.
    private static func ward(_ text: String) -> String {
        let number = text.hasPrefix("Ward ") ? String(text.dropFirst(5)).trimmed : text
        return Int(number).map { "\($0)" } ?? text
    }

    private func step(_ kind: String, at instant: Instant, _ request: CommandRequest, _ extra: String...) -> ImportStep
    {
        let command = Command(
            id: CommandID(DerivedID.uuid([kind, self.label] + extra)),
            case: CaseID(DerivedID.uuid("request", self.label)),
            actor: Actor(user: "importer", role: "importer"), channel: Self.channel, occurred: instant,
            vouched: "importer", request: request)
        return ImportStep(line: self.line, command)
    }
}
