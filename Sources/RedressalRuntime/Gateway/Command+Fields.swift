import Redressal

extension Command {
    /// The fields it brings.
    var fields: [String: FieldValue] { self.request.fields }

    /// The workflow it names; only an opening does.
    var workflowName: String? {
        if case .open(let open) = self.request { open.workflow } else { nil }
    }

    /// The command with some of its fields sealed.
    ///
    /// - Parameters:
    ///   - subjects: The fields to seal, each with whose key seals it.
    ///   - seal: Seals a value; gets the value, the subject and the field's name.
    func sealing(
        _ subjects: [String: String], _ seal: (FieldValue, String, String) throws -> SealedValue
    ) throws -> Command {
        guard !subjects.isEmpty else { return self }
        var fields = self.fields
        for (name, subject) in subjects {
            if let value = fields[name] { fields[name] = .sealed(try seal(value, subject, name)) }
        }
        return self.with(fields)
    }

    private func with(_ fields: [String: FieldValue]) -> Command {
        let request: CommandRequest =
            switch self.request {
            case .open(let open):
                .open(
                    OpenCase(
                        workflow: open.workflow, state: open.state, office: open.office, severity: open.severity,
                        fields: fields, parent: open.parent))
            case .act(let act): .act(TakeAction(action: act.action, fields: fields, carried: act.carried))
            default: self.request
            }
        return self.with(request, expecting: self.expected)
    }

    /// The command with what goes along to another case, which holds while the case stands where it was read.
    func carrying(_ values: [String: FieldValue], at seq: Int) -> Command {
        guard case .act(let act) = self.request else { return self }
        return self.with(
            .act(TakeAction(action: act.action, fields: act.fields, carried: values)), expecting: self.expected ?? seq)
    }

    private func with(_ request: CommandRequest, expecting seq: Int?) -> Command {
        Command(
            id: self.id, case: self.case, actor: self.actor, channel: self.channel, occurred: self.occurred,
            vouched: self.vouched, expected: seq, request: request)
    }
}
