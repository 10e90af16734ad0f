extension AccessFact {
    /// The fact as an auditor is told it who may not see its case: word for word as if there were no such case.
    ///
    /// - Returns: Nil for what could not have happened without a case; it is not told at all.
    var hidingCase: AccessFact? {
        switch self {
        case .caseDenied(let facts): .caseDenied(CaseDenied(case: nil, action: facts.action))
        case .requestRefused(let facts) where RequestRefused.earlyReasons.contains(facts.reason):
            .requestRefused(RequestRefused(case: nil, action: facts.action, reason: facts.reason))
        case .accessLogRead(let facts): .accessLogRead(facts.withoutCase)
        case .requestRefused, .personalDataRead, .personalDataRefused, .erasureOrdered: nil
        case .signedIn, .signedOut, .signInRefused, .dataExported, .accountChanged, .accountChangeAsked,
            .publicationOrdered:
            self
        }
    }
}

extension AccessEntry {
    /// The entry as an auditor is told it who may not see its case; nil when it is not told at all.
    package var hidingCase: AccessEntry? {
        self.fact.hidingCase.map {
            AccessEntry(
                id: self.id, at: self.at, reader: self.reader, request: self.request, post: self.post,
                roles: self.roles, fact: $0)
        }
    }
}
