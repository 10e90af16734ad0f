extension AccessFact {
    /// What matters of it, on one line.
    package var summary: String {
        switch self {
        case .signedIn(let facts): "by \(facts.way.rawValue), until \(facts.expires)"
        case .signedOut: ""
        case .signInRefused(let facts): facts.reason.rawValue
        case .requestRefused(let facts): "\(facts.action): \(facts.reason)"
        case .caseDenied(let facts): facts.action ?? "look"
        case .personalDataRead(let facts):
            "\(facts.fields.joined(separator: ", ")) for \(facts.purpose) as \(facts.standing.rawValue)"
        case .personalDataRefused(let facts): "\(facts.purpose): \(facts.reason.rawValue)"
        case .dataExported(let facts): "\(facts.count) \(facts.what)\(facts.personal ? ", personal data open" : "")"
        case .accountChanged(let facts):
            [facts.change.rawValue, facts.subject, facts.token].compactMap(\.self).joined(separator: " ")
        case .accountChangeAsked(let facts):
            [facts.change.rawValue, facts.subject, facts.token].compactMap(\.self).joined(separator: " ")
        case .publicationOrdered(let facts): facts.summary
        case .accessLogRead(let facts): facts.subject ?? ""
        case .erasureOrdered(let facts): "\(facts.step.rawValue): \(facts.reason)"
        }
    }
}
