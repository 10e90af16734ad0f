import Crypto

extension Command {
    /// A digest of what is asked, by whom and of which case, the same however often it is sent.
    ///
    /// Sealed fields count by their subject and their MAC: sealing the same text twice gives different bytes.
    package func requestDigest() -> String {
        let shown = CommandFingerprint(
            case: self.case, role: self.actor.role, user: self.actor.user, request: self.request)
        guard let bytes = try? CanonicalJSON.encode(shown) else { return "" }
        return Hex.encode(Array(SHA256.hash(data: bytes)).prefix(16))
    }
}

/// The part of a command that makes it the same command again.
private struct CommandFingerprint: JSONWritable {
    let `case`: CaseID
    let role: String
    let user: String
    let request: CommandRequest

    init(case id: CaseID, role: String, user: String, request: CommandRequest) {
        self.case = id
        self.role = role
        self.user = user
        self.request =
            switch request {
            case .open(let open):
                .open(
                    OpenCase(
                        workflow: open.workflow, state: open.state, office: open.office, severity: open.severity,
                        fields: open.fields.mapValues(\.fingerprint), parent: open.parent))
            case .act(let act):
                .act(TakeAction(action: act.action, fields: act.fields.mapValues(\.fingerprint)))
            default: request
            }
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("case", self.case)
        try json.add("request", self.request)
        try json.add("role", self.role)
        try json.add("user", self.user)
        json.close()
    }
}

extension FieldValue {
    /// The value with the bytes of sealed parts left out, for comparisons that must not depend on nonces and keys.
    package var withoutCiphertext: FieldValue {
        switch self {
        case .sealed(let sealed): .sealed(SealedValue(subject: sealed.subject, box: ""))
        case .list(let values): .list(values.map(\.withoutCiphertext))
        default: self
        }
    }

    /// The value with the bytes of sealed parts left out, but not what tells one sealed text from another.
    var fingerprint: FieldValue {
        switch self {
        case .sealed(let sealed): .sealed(SealedValue(subject: sealed.subject, box: "", mac: sealed.mac))
        case .list(let values): .list(values.map(\.fingerprint))
        default: self
        }
    }
}
