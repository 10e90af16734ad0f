import Testing

@testable import Benchmarks

/// Of many times, which one counts.
struct QuantilesTests {
    @Test(arguments: [(0.5, 50.0), (0.99, 99.0), (1.0, 100.0), (0.001, 1.0)])
    func isTheSmallestThatAsManyDoNotExceed(_ share: Double, _ expected: Double) {
        #expect(Quantiles((1...100).map(Double.init).reversed()).at(share) == expected)
    }

    @Test func isNothingOfNothing() {
        #expect(Quantiles([]).at(0.5) == 0)
        #expect(Quantiles([]).largest == 0)
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_000_000, "1,000,000"), (-12_345, "-12,345")])
    func groupsThousands(_ number: Int, _ text: String) {
        #expect(number.grouped == text)
    }
}
