import ArgumentParser

/// Plants each deliberate bug in turn and looks for the first seed that finds it.
struct SabotageReport {
    private let towns: Towns
    private let from: UInt64
    private let most: UInt64

    /// - Parameter most: How many seeds may pass before a bug counts as not found.
    init(_ towns: Towns, from: UInt64, most: UInt64) {
        self.towns = towns
        self.from = from
        self.most = most
    }

    /// - Throws: `ExitCode` 1 when a bug was not found.
    func run() throws {
        var isMissed = false
        for sabotage in Sabotage.allCases {
            guard let (seed, fault) = self.found(sabotage) else {
                isMissed = true
                print("\(sabotage.rawValue): not found within \(self.most) seeds")
                continue
            }
            print("\(sabotage.rawValue): found by seed \(seed): \(fault)")
        }
        if isMissed { throw ExitCode(1) }
    }

    private func found(_ sabotage: Sabotage) -> (UInt64, String)? {
        for seed in self.from..<self.from + self.most {
            var options = WorldOptions(seed: seed)
            options.sabotage = sabotage
            let faults = WorldReport.of(options, in: self.towns[seed]).faults
            if let fault = faults.first(where: { sabotage.isShown(by: $0) }) { return (seed, fault) }
        }
        return nil
    }
}
