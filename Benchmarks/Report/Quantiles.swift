/// Measured times in order.
struct Quantiles: Sendable {
    private let sorted: [Double]

    /// - Parameter samples: At least one, in any order.
    init(_ samples: [Double]) { self.sorted = samples.sorted() }

    /// The smallest sample that as many do not exceed; 0 without samples.
    ///
    /// - Parameter share: Of all samples, such as 0.99.
    func at(_ share: Double) -> Double {
        guard let last = self.sorted.indices.last else { return 0 }
        return self.sorted[min(last, Int((Double(self.sorted.count) * share).rounded(.up)) - 1)]
    }

    var largest: Double { self.sorted.last ?? 0 }
}
