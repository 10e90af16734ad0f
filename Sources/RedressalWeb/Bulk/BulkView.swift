import Redressal

/// An order for many cases as its page shows it: what is asked, the preview, and how far it is.
struct BulkView: Sendable {
    private let request: BulkRequest
    private let catalog: DefinitionCatalog
    private let speech: Speech
    private let clock: OfficeClock

    /// - Parameter office: Whose wall clock its times are told by.
    init(
        _ request: BulkRequest, at office: String, _ catalog: DefinitionCatalog, _ speech: Speech, at now: Instant
    ) {
        self.request = request
        self.catalog = catalog
        self.speech = speech
        self.clock = OfficeClock(office, catalog, speech, at: now)
    }

    private var workflow: WorkflowDefinition? {
        self.request.order.workflow.flatMap { self.catalog.workflow(named: $0) }
    }

    var values: [String: any Sendable] {
        let standing = self.request.standing
        let (done, refused) = (self.request.cases(.done), self.request.cases(.refused))
        var values: [String: any Sendable] = [
            "id": self.request.id, "address": "/console/supervision/bulk/orders/\(self.request.id)",
            "title": self.title, "standing": self.speech("bulk.standings.\(standing.rawValue)"),
            "reason": self.request.order.reason, "askedBy": self.request.askedBy,
            "asked": self.clock.text(self.request.asked), "which": self.which, "inputs": self.inputs,
            "hasInputs": !self.request.order.inputs.isEmpty,
            "taken": self.request.cases(.taken, .done, .refused), "leftOut": self.request.cases(.leftOut),
            "done": done, "refused": refused, "left": self.request.cases(.taken, .found),
            "looked": self.request.counts.map(\.cases).reduce(0, +) - self.request.cases(.found),
            "isCounting": standing == .counting, "isWaiting": standing == .waiting,
            "hasBegun": self.request.approvedBy != nil, "isOver": standing == .done || standing == .cancelled,
            "isOpen": standing != .done && standing != .cancelled,
            "reasons": self.reasons, "hasReasons": !self.reasons.isEmpty,
        ]
        if let approver = self.request.approvedBy, let approved = self.request.approved {
            values["approved"] = self.speech("bulk.approved", ["who": approver, "when": self.clock.text(approved)])
        }
        if standing == .cancelled, let who = self.request.endedBy, let ended = self.request.ended {
            values["cancelled"] = self.speech("bulk.cancelled", ["who": who, "when": self.clock.text(ended)])
        }
        return values
    }

    private var title: String {
        if self.request.order.holiday != nil { return self.speech("calendar.order") }
        guard let workflow, let name = self.request.order.action,
            let action = workflow.actions(named: ActionName(name)).first
        else { return self.speech("bulk.recompute") }
        return "\(self.speech.workflow(workflow)): \(self.speech.action(action, of: workflow))"
    }

    /// The filter line by line.
    private var which: [[String: any Sendable]] {
        let order = self.request.order
        var lines: [(String, String)] = []
        if let holiday = order.holiday {
            return [
                ("calendar.calendar", holiday.calendar), ("calendar.day", "\(holiday.date)"),
                ("calendar.name", holiday.name),
            ].map { ["label": self.speech($0.0), "text": $0.1] }
        }
        if let state = order.state {
            lines.append((self.speech("queues.state"), self.speech.state(state, of: self.workflow)))
        }
        lines.append(
            (
                self.speech("queues.office_name"),
                order.office.map { self.catalog.org.office($0)?.name ?? $0 } ?? self.speech("bulk.any_office")
            ))
        if let happened = order.happened {
            lines.append(
                (
                    self.speech("bulk.happened"),
                    self.workflow.map { self.speech.event(happened, of: $0) } ?? happened
                ))
        }
        return lines.map { ["label": $0.0, "text": $0.1] } + self.shown(order.fields)
    }

    private var inputs: [[String: any Sendable]] { self.shown(self.request.order.inputs) }

    private func shown(_ fields: [String: FieldValue]) -> [[String: any Sendable]] {
        guard let workflow else { return [] }
        return fields.sorted { $0.key < $1.key }.compactMap { name, value in
            guard let field = workflow.field(FieldName(name)) else { return nil }
            let shown = ShownValue(value, of: field, in: workflow, self.catalog, self.speech, self.clock)
            return ["label": self.speech.field(field.name, of: workflow), "text": shown.text]
        }
    }

    /// Who is left out or was refused, and why.
    private var reasons: [[String: any Sendable]] {
        self.request.counts.compactMap { count in
            guard let reason = count.reason else { return nil }
            return [
                "fate": self.speech("bulk.fates.\(count.fate.rawValue)"), "why": self.speech.bulkReason(reason),
                "cases": count.cases,
            ]
        }
    }
}

extension Speech {
    /// Why a case of an order is left out or was refused, in words.
    func bulkReason(_ code: String) -> String {
        self.known("rejections.\(code)") ?? self.known("bulk.reasons.\(code)") ?? code
    }
}
