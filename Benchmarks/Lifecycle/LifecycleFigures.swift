/// How long the requests of complaints took, and how many were done.
struct LifecycleFigures: Sendable {
    let seconds: Int
    /// Milliseconds, by step.
    private var times: [LifeStep: [Double]] = [:]

    init(seconds: Int) { self.seconds = seconds }

    mutating func note(_ step: LifeStep, _ time: Duration) {
        self.times[step, default: []].append(time / .milliseconds(1))
    }

    mutating func add(_ other: LifecycleFigures) { self.times.merge(other.times) { $0 + $1 } }

    private var all: [Double] { self.times.values.flatMap { $0 } }

    /// A second.
    var requests: Double { Double(self.all.count) / Double(self.seconds) }

    /// A second: as many as a ninth of the requests, whichever complaints they belong to.
    var lifecycles: Double { self.requests / Double(LifeStep.allCases.count) }

    /// Milliseconds that a share of all requests does not exceed.
    func time(_ share: Double) -> Double { Quantiles(self.all).at(share) }

    /// A row for half of the time, 95 times of 100 and 99 times of 100, of each step.
    func rows(_ place: String) -> [BenchRow] {
        LifeStep.allCases.flatMap { step in
            let quantiles = Quantiles(self.times[step] ?? [])
            return [0.5, 0.95, 0.99].map { share -> BenchRow in
                .most("\(step.rawValue), p\(Int(share * 100)); \(place)", "ms", quantiles.at(share), atMost: nil)
            }
        }
    }
}
