import Redressal

/// One entry of every kind: what the golden files hold.
enum GoldenAccess {
    private static let id = CaseID("0f0e3b54-6f5e-8c1d-9a3b-2b1c0d9e8f7a")
    private static let request = "4bf92f3577b34da6a3ce929d0e0e4736"

    static let entries: [AccessEntry] = Self.facts.enumerated().map { index, fact in
        Self.entry(fact, id: "entry-\(index + 1)", at: .april(6, 9, index + 1))
    }

    private static func entry(_ fact: AccessFact, id: String, at: Instant) -> AccessEntry {
        if case .signInRefused(let facts) = fact {
            return AccessEntry(refusing: "u-1", facts.reason, request: self.request, id: id, at: at)
        }
        let isRead = fact.kind == .personalDataRead
        return AccessEntry(
            id: id, at: at, reader: Reader(account: "u-1", kind: .person), request: self.request,
            post: isRead ? "cell-clerk" : nil, roles: ["intake"], fact: fact)
    }

    private static let facts: [AccessFact] = [
        .signedIn(SignedIn(way: .password, expires: .april(6, 21, 1))),
        .signedOut(SignedOut()),
        .signInRefused(SignInRefused(name: "u-1", reason: .wrong)),
        .requestRefused(RequestRefused(case: Self.id, action: "close", reason: "same_person")),
        .caseDenied(CaseDenied(case: Self.id, action: "close")),
        .personalDataRead(
            PersonalDataRead(
                case: Self.id, workflow: "complaint", fields: ["complainant_name", "phone"], purpose: "handling",
                standing: .post)),
        .personalDataRefused(PersonalDataRefused(case: Self.id, purpose: "handling", reason: .oversight)),
        .dataExported(DataExported(what: "cases", count: 12, personal: false)),
        .accountChanged(AccountChanged(subject: "u-2", change: .tokenAdded, token: "token-1")),
        .accessLogRead(
            AccessLogRead(
                AccessQuestion(case: Self.id, account: "u-2", from: .april(1, 0), to: Instant("2026-05-01T00:00:00Z")))),
        .erasureOrdered(
            ErasureOrdered(
                Erasure(
                    id: "erasure-1", case: Self.id, reason: "asked_at_counter", askedBy: "u-1", askedAt: .april(6, 9)),
                .asked)),
        .accountChangeAsked(AccountChangeAsked(subject: "u-2", change: .passwordReset)),
        .publicationOrdered(
            PublicationOrdered(
                .asked,
                PublishedDefinition(
                    kind: .programme, name: "town", version: 4, file: "programmes/town.yaml", text: "", defaults: nil,
                    published: .april(6, 9), by: "u-1"),
                .seat(post: "chief", user: "u-2", on: CivilDate(dayNumber: 0)), leaving: "u-3")),
    ]
}
