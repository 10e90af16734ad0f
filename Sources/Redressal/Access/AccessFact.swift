/// What the access log notes; a closed and small set.
package enum AccessFact: Hashable, Sendable {
    case signedIn(SignedIn)
    case signedOut(SignedOut)
    case signInRefused(SignInRefused)
    case requestRefused(RequestRefused)
    case caseDenied(CaseDenied)
    case personalDataRead(PersonalDataRead)
    case personalDataRefused(PersonalDataRefused)
    case dataExported(DataExported)
    case accountChanged(AccountChanged)
    case accessLogRead(AccessLogRead)
    case erasureOrdered(ErasureOrdered)
    case accountChangeAsked(AccountChangeAsked)
    case publicationOrdered(PublicationOrdered)

    /// The type's name in the log; with the version it names a schema in `schemas/access/`.
    package enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
        case signedIn = "SignedIn"
        case signedOut = "SignedOut"
        case signInRefused = "SignInRefused"
        case requestRefused = "RequestRefused"
        case caseDenied = "CaseDenied"
        case personalDataRead = "PersonalDataRead"
        case personalDataRefused = "PersonalDataRefused"
        case dataExported = "DataExported"
        case accountChanged = "AccountChanged"
        case accessLogRead = "AccessLogRead"
        case erasureOrdered = "ErasureOrdered"
        case accountChangeAsked = "AccountChangeAsked"
        case publicationOrdered = "PublicationOrdered"
    }

    package var kind: Kind {
        switch self {
        case .signedIn: .signedIn
        case .signedOut: .signedOut
        case .signInRefused: .signInRefused
        case .requestRefused: .requestRefused
        case .caseDenied: .caseDenied
        case .personalDataRead: .personalDataRead
        case .personalDataRefused: .personalDataRefused
        case .dataExported: .dataExported
        case .accountChanged: .accountChanged
        case .accessLogRead: .accessLogRead
        case .erasureOrdered: .erasureOrdered
        case .accountChangeAsked: .accountChangeAsked
        case .publicationOrdered: .publicationOrdered
        }
    }

    /// The facts alone, as they are encoded.
    var facts: any Encodable & Sendable {
        switch self {
        case .signedIn(let facts): facts
        case .signedOut(let facts): facts
        case .signInRefused(let facts): facts
        case .requestRefused(let facts): facts
        case .caseDenied(let facts): facts
        case .personalDataRead(let facts): facts
        case .personalDataRefused(let facts): facts
        case .dataExported(let facts): facts
        case .accountChanged(let facts): facts
        case .accessLogRead(let facts): facts
        case .erasureOrdered(let facts): facts
        case .accountChangeAsked(let facts): facts
        case .publicationOrdered(let facts): facts
        }
    }

    /// Reads the facts of one kind from a container's key.
    init<Key>(_ kind: Kind, from container: KeyedDecodingContainer<Key>, at key: Key) throws {
        switch kind {
        case .signedIn: self = .signedIn(try container.decode(SignedIn.self, forKey: key))
        case .signedOut: self = .signedOut(try container.decode(SignedOut.self, forKey: key))
        case .signInRefused: self = .signInRefused(try container.decode(SignInRefused.self, forKey: key))
        case .requestRefused: self = .requestRefused(try container.decode(RequestRefused.self, forKey: key))
        case .caseDenied: self = .caseDenied(try container.decode(CaseDenied.self, forKey: key))
        case .personalDataRead: self = .personalDataRead(try container.decode(PersonalDataRead.self, forKey: key))
        case .personalDataRefused:
            self = .personalDataRefused(try container.decode(PersonalDataRefused.self, forKey: key))
        case .dataExported: self = .dataExported(try container.decode(DataExported.self, forKey: key))
        case .accountChanged: self = .accountChanged(try container.decode(AccountChanged.self, forKey: key))
        case .accessLogRead: self = .accessLogRead(try container.decode(AccessLogRead.self, forKey: key))
        case .erasureOrdered: self = .erasureOrdered(try container.decode(ErasureOrdered.self, forKey: key))
        case .accountChangeAsked:
            self = .accountChangeAsked(try container.decode(AccountChangeAsked.self, forKey: key))
        case .publicationOrdered:
            self = .publicationOrdered(try container.decode(PublicationOrdered.self, forKey: key))
        }
    }
}

extension AccessFact {
    /// The case it is about, when it is about one.
    package var `case`: CaseID? {
        switch self {
        case .requestRefused(let facts): facts.case
        case .caseDenied(let facts): facts.case
        case .personalDataRead(let facts): facts.case
        case .personalDataRefused(let facts): facts.case
        case .accessLogRead(let facts): facts.case
        case .erasureOrdered(let facts): facts.case
        case .signedIn, .signedOut, .signInRefused, .dataExported, .accountChanged, .accountChangeAsked,
            .publicationOrdered:
            nil
        }
    }
}
