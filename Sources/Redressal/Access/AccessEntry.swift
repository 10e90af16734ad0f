/// One line of the access log: who came in, was turned away, or read something, and as what (ADR 0017).
///
/// The shape of a stored version is never edited: a new version is added beside it (ADR 0004).
package struct AccessEntry: Hashable, Sendable {
    /// The version of the shape this program writes; every kind is at its first.
    package static let version = 1

    /// Unique, so that an entry that was written twice counts once.
    package let id: String
    package let at: Instant
    /// Who; nil where nobody is known, as when a sign-in is refused.
    package let reader: Reader?
    /// The id of the request it came with, for the lines of the log about it.
    package let request: String?
    /// The seat through which they did it, when it was one.
    package let post: String?
    /// The roles of that seat, or else all that they held at that moment.
    package let roles: [String]
    package let fact: AccessFact

    package init(
        id: String, at: Instant, reader: Reader?, request: String?, post: String? = nil, roles: [String] = [],
        fact: AccessFact
    ) {
        self.id = id
        self.at = at
        self.reader = reader
        self.request = request
        self.post = post
        self.roles = roles
        self.fact = fact
    }

    /// What somebody did, with the seat they did it through, or else the roles that they hold.
    package init(
        _ fact: AccessFact, by reader: Reader, through post: Post? = nil, request: String?, id: String, at: Instant,
        _ org: OrgDirectory
    ) {
        let roles = post?.roles ?? (reader.kind == .operator ? [] : org.roles(of: reader.account, at: at))
        self.init(id: id, at: at, reader: reader, request: request, post: post?.id, roles: roles, fact: fact)
    }

    /// A sign-in that was refused.
    ///
    /// - Parameter name: What was typed as the account; only its hash is kept, because people type passwords there.
    package init(refusing name: String, _ reason: SignInRefused.Reason, request: String?, id: String, at: Instant) {
        self.init(
            id: id, at: at, reader: nil, request: request,
            fact: .signInRefused(SignInRefused(name: name, reason: reason)))
    }

    /// What the record is keyed by: the account, so that all that one did is in order.
    package var key: String {
        if let reader { return reader.account }
        if case .signInRefused(let facts) = self.fact { return facts.name }
        return self.id
    }
}

extension AccessEntry: Codable {
    private enum CodingKeys: String, CodingKey {
        case type, version, id, at, account, kind, post, roles, request, facts
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let version = try container.decode(Int.self, forKey: .version)
        guard version == Self.version else {
            throw DecodingError.dataCorruptedError(
                forKey: .version, in: container,
                debugDescription: "expected version \(Self.version) but found \(version): use a newer program")
        }
        let account = try container.decodeIfPresent(String.self, forKey: .account)
        let reader = try account.map {
            Reader(account: $0, kind: try container.decode(Reader.Kind.self, forKey: .kind))
        }
        self.init(
            id: try container.decode(String.self, forKey: .id), at: try container.decode(Instant.self, forKey: .at),
            reader: reader, request: try container.decodeIfPresent(String.self, forKey: .request),
            post: try container.decodeIfPresent(String.self, forKey: .post),
            roles: try container.decode([String].self, forKey: .roles),
            fact: try AccessFact(
                try container.decode(AccessFact.Kind.self, forKey: .type), from: container, at: .facts))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(self.fact.kind, forKey: .type)
        try container.encode(Self.version, forKey: .version)
        try container.encode(self.id, forKey: .id)
        try container.encode(self.at, forKey: .at)
        try container.encodeIfPresent(self.reader?.account, forKey: .account)
        try container.encodeIfPresent(self.reader?.kind, forKey: .kind)
        try container.encodeIfPresent(self.post, forKey: .post)
        try container.encode(self.roles, forKey: .roles)
        try container.encodeIfPresent(self.request, forKey: .request)
        try container.encode(self.fact.facts, forKey: .facts)
    }
}
