@testable import Redressal

/// Makes guards at random, the same ones for the same seed; they are well-formed but not well-typed.
struct GuardGenerator {
    private var state: UInt64

    init(seed: UInt64) { self.state = seed }

    /// A number below the bound, by SplitMix64.
    mutating func next(_ bound: Int) -> Int {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = self.state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    /// One of the items.
    mutating func pick<Item>(_ items: [Item]) -> Item { items[self.next(items.count)] }

    /// A guard with at most so many levels.
    mutating func expression(depth: Int) -> GuardExpression {
        guard depth > 0 else { return self.leaf() }
        switch self.next(8) {
        case 0...3:
            let operation = self.pick(GuardOperator.Binary.allCases)
            return GuardExpression(
                .binary(operation, self.expression(depth: depth - 1), self.expression(depth: depth - 1)))
        case 4:
            return GuardExpression(.unary(self.pick(GuardOperator.Unary.allCases), self.expression(depth: depth - 1)))
        case 5:
            let items = (0..<self.next(3)).map { _ in self.expression(depth: depth - 1) }
            return GuardExpression(.list(items))
        case 6:
            let method = self.pick(GuardMethod.allCases)
            return GuardExpression(
                .method(method, self.expression(depth: depth - 1), self.expression(depth: depth - 1)))
        default:
            return self.call(depth: depth)
        }
    }

    private mutating func call(depth: Int) -> GuardExpression {
        switch self.next(4) {
        case 0: GuardExpression(.call(.size, [self.expression(depth: depth - 1)]))
        case 1: GuardExpression(.call(.between, (0..<3).map { _ in self.expression(depth: depth - 1) }))
        case 2: GuardExpression(.call(.inState, [self.name(), self.name(), self.name()]))
        default: GuardExpression(.call(self.pick([.has, .count, .actorIsNot, .quorum]), [self.name()]))
        }
    }

    private mutating func name() -> GuardExpression {
        GuardExpression(.name(self.pick(["kind", "number", "a_1", "CaseClosed", "inn", "trues"])))
    }

    private mutating func leaf() -> GuardExpression {
        switch self.next(9) {
        case 0: GuardExpression(.literal(.bool(self.next(2) == 0)))
        case 1: GuardExpression(.literal(.int(Int64(self.next(1_000_000)))))
        case 2:
            GuardExpression(
                .literal(.double(self.pick([0, 0.1, 1e300, Double.leastNonzeroMagnitude, 1e16, 123.456, 2.5e-7]))))
        case 3:
            GuardExpression(.literal(.string(self.pick(["", "it's", "\"", "\\", "\n\t\r", "ښار", "ភូមិ", "a && b"]))))
        case 4: GuardExpression(.literal(.duration(Int64(self.next(5000)) * 60_000)))
        case 5: GuardExpression(.literal(.timestamp(Instant(milliseconds: Int64(self.next(2_000_000_000)) * 1000))))
        case 6: GuardExpression(.literal(.date(CivilDate(dayNumber: self.next(40_000)))))
        case 7: GuardExpression(.name(self.pick(["now", "today", "actor.user", "no_conflict", "state_since"])))
        default: self.name()
        }
    }
}
