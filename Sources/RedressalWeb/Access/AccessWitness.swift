import Foundation
import Redressal

/// Writes down what people are refused and shown, before they are told.
struct AccessWitness: Sendable {
    let log: any AccessLog
    let views: any CaseViews
    let catalog: @Sendable () -> DefinitionCatalog
    let clock: any WallClock

    /// Does what was asked for, and writes down that it was refused because of who asks, or that the case is hidden.
    ///
    /// A case that is not there is looked up and written down like one that is hidden, so that both take as long; both are told
    /// at an even pace, and so is every refusal to do something with a named case.
    /// - Parameters:
    ///   - identity: Who has signed in; nil where nobody does, and nothing is written down.
    ///   - idOrReference: The case they named, if they named one.
    ///   - action: What they asked for; nil for looking.
    func watch<Answer: Sendable>(
        _ identity: Identity?, on idOrReference: String? = nil, _ action: String? = nil,
        _ body: () async throws -> Answer
    ) async throws -> Answer {
        let pace = EvenPace()
        do {
            return try await body()
        } catch let problem as Problem {
            guard let identity else { throw problem }
            let isHidden = problem.code == Rejection.Code.unknownCase.rawValue
            guard isHidden || RequestRefused.reasons.contains(problem.code) else { throw problem }
            let id = try await self.id(of: idOrReference)
            let fact: AccessFact =
                isHidden
                ? .caseDenied(CaseDenied(case: id, action: action))
                : .requestRefused(RequestRefused(case: id, action: action ?? "look", reason: problem.code))
            try await self.record(fact, by: Reader(identity))
            if isHidden || idOrReference != nil { try await pace.wait() }
            throw problem
        }
    }

    /// Writes down what somebody did.
    ///
    /// - Throws: ``LogError``.
    func record(_ fact: AccessFact, by reader: Reader) async throws(LogError) {
        let entry = AccessEntry(
            fact, by: reader, request: Correlation.id, id: Self.makeID(), at: self.clock.now(), self.catalog().org)
        try await self.log.record([entry])
    }

    /// Writes down that somebody was not let in.
    ///
    /// - Parameter name: What they typed as the account.
    /// - Throws: ``LogError``.
    func record(refusing name: String, _ reason: SignInRefused.Reason) async throws(LogError) {
        let entry = AccessEntry(
            refusing: name, reason, request: Correlation.id, id: Self.makeID(), at: self.clock.now())
        try await self.log.record([entry])
    }

    /// The case that was named; nil where there is none, or more than one.
    private func id(of idOrReference: String?) async throws -> CaseID? {
        guard let idOrReference else { return nil }
        do {
            return try await self.views.find(idOrReference)?.id
        } catch is AmbiguousReference {
            return nil
        }
    }

    private static func makeID() -> String { UUID().uuidString.lowercased() }
}
