/// Who may have a case's words erased: one who handles it asks, and another, whom ladders reach, approves (ADR 0026).
package struct ErasureRules: Sendable {
    private let catalog: DefinitionCatalog
    private let now: Instant

    package init(_ catalog: DefinitionCatalog, at now: Instant) {
        self.catalog = catalog
        self.now = now
    }

    /// The seat in which somebody asks; nil for who holds the case without one.
    ///
    /// - Throws: ``ErasureRefusal`` for who does not handle the case, which is told as if there were none, and for one that is open.
    package func asking(_ account: String, on state: CaseState?) throws(ErasureRefusal) -> Post? {
        guard let state, let seat = self.handling(account, state) else { throw .noSuchCase }
        guard state.closed != nil else {
            throw ErasureRefusal(
                "expected a case that is closed but \(state.reference) is open: whoever handles it still needs its words"
            )
        }
        return seat.seat
    }

    /// The seat in which somebody approves what another asked for.
    ///
    /// - Throws: As ``asking(_:on:)``; also for who asked, and for who is in no seat that a ladder reaches.
    package func approving(
        _ account: String, _ erasure: Erasure, on state: CaseState?
    ) throws(ErasureRefusal) -> Post? {
        let seat = try self.asking(account, on: state)
        guard account != erasure.askedBy else {
            throw ErasureRefusal("expected another account than '\(account)', which asked for it")
        }
        guard Sight(of: account, self.catalog, at: self.now).supervises else {
            throw ErasureRefusal(
                "expected an account in a post that cases are brought to when they are late but '\(account)' is in none"
            )
        }
        return seat
    }

    /// - Throws: ``ErasureRefusal`` for what is no word of the kind that codes are.
    package static func check(reason: String) throws(ErasureRefusal) {
        let isWord =
            (1...64).contains(reason.utf8.count)
            && reason.utf8.allSatisfy {
                $0 == UInt8(ascii: "_") || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
            }
        guard isWord else {
            throw ErasureRefusal(
                "expected a word of lower-case letters, digits and '_' as the reason, which is kept for ever, but found another"
            )
        }
    }

    /// As what somebody handles a case; nil for everybody else, its own people too: they ask at an office.
    private func handling(_ account: String, _ state: CaseState) -> PersonalStanding? {
        let sight = PersonalSight(of: Reader(account: account, kind: .person), self.catalog, at: self.now)
        return switch try? sight.standing(on: state) {
        case .post(let post): .post(post)
        case .holder(let post): .holder(post)
        default: nil
        }
    }
}
