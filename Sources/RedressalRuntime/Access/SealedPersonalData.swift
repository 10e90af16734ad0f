import Postgres
import Redressal

/// Opens what the vault sealed, for those who may read it, once it is written down that they did.
package struct SealedPersonalData: PersonalData {
    private let vault: Vault
    private let words: OwnWords
    private let orders: ErasureStore
    private let log: any AccessLog
    private let catalog: @Sendable () -> DefinitionCatalog
    private let clock: any WallClock
    private let ids: @Sendable () -> String

    /// - Parameters:
    ///   - pool: The read models, which know who said what.
    ///   - ids: Makes the ids of entries; each must be new.
    package init(
        _ vault: Vault, pool: PostgresPool, log: any AccessLog, catalog: @escaping @Sendable () -> DefinitionCatalog,
        clock: any WallClock, ids: @escaping @Sendable () -> String
    ) {
        self.vault = vault
        self.words = OwnWords(pool: pool)
        self.orders = ErasureStore(pool: pool)
        self.log = log
        self.catalog = catalog
        self.clock = clock
        self.ids = ids
    }

    package func opened(_ states: [CaseState], for reader: Reader, purpose: String) async throws -> [CaseState] {
        let (catalog, now) = (self.catalog(), self.clock.now())
        let entry = { (fact: AccessFact, seat: Post?) in
            AccessEntry(
                fact, by: reader, through: seat, request: Correlation.id, id: self.ids(), at: now, catalog.org)
        }
        do {
            let standings = try Self.standings(on: states, PersonalSight(of: reader, catalog, at: now))
            let (opened, names) = try await self.open(states, try await self.fields(of: states, standings, reader))
            let entries = zip(zip(states, standings), names).filter { !$0.1.isEmpty }.map { read, names in
                let facts = PersonalDataRead(
                    case: read.0.id, workflow: read.0.workflow.name, fields: names, purpose: purpose,
                    standing: read.1.name)
                return entry(.personalDataRead(facts), read.1.seat)
            }
            // Before anything is given away: what cannot be recorded is not shown.
            try await self.log.record(entries)
            return opened
        } catch let refusal as PersonalDataRefusal {
            let facts = PersonalDataRefused(case: refusal.case, purpose: purpose, reason: refusal.reason)
            try await self.log.record([entry(.personalDataRefused(facts), nil)])
            throw refusal
        } catch let error as PostgresError where error.isAbsence {
            throw ViewsUnavailable("expected the keys of persons to be there but they are not: \(error)")
        }
    }

    package func erasures(of id: CaseID) async throws -> [Erasure] {
        do {
            return try await self.orders.erasures(of: id).filter { $0.doneAt != nil }
        } catch let error as PostgresError where error.isAbsence {
            throw ViewsUnavailable("expected what was erased to be told but it is not: \(error)")
        }
    }

    private static func standings(
        on states: [CaseState], _ sight: PersonalSight
    ) throws(PersonalDataRefusal) -> [PersonalStanding] {
        var standings: [PersonalStanding] = []
        for state in states { standings.append(try sight.standing(on: state)) }
        return standings
    }

    /// The sealed fields that may be opened, of each case.
    private func fields(
        of states: [CaseState], _ standings: [PersonalStanding], _ reader: Reader
    ) async throws -> [[String: SealedValue]] {
        let asParty = zip(states, standings).filter { $0.1 == .party }.map { $0.0.id }
        let own = try await self.words.of(reader.account, in: asParty)
        let catalog = self.catalog()
        return zip(states, standings).map { state, standing in
            state.fields.reduce(into: [:]) { fields, field in
                guard case .sealed(let value) = field.value else { return }
                let portal = catalog.workflow(state.workflow)?.portal
                let told = portal?.isForParties(FieldName(field.key), in: StateName(state.state)) ?? false
                if standing == .party, !told, own[state.id]?.contains(value) != true { return }
                fields[field.key] = value
            }
        }
    }

    /// - Returns: The cases with these fields open, and which could be opened of each, in their order.
    private func open(
        _ states: [CaseState], _ fields: [[String: SealedValue]]
    ) async throws -> (states: [CaseState], names: [[String]]) {
        let keys = try await self.vault.keys(of: Set(fields.flatMap { $0.values.map(\.subject) }))
        var (opened, names): ([CaseState], [[String]]) = ([], [])
        for (state, fields) in zip(states, fields) {
            var (state, own): (CaseState, [String]) = (state, [])
            for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
                do {
                    state.fields[name] = try keys.open(value, context: "\(state.id)/\(name)")
                    own.append(name)
                } catch is VaultError {
                    // The person was erased: it stays sealed.
                }
            }
            opened.append(state)
            names.append(own)
        }
        return (opened, names)
    }
}
