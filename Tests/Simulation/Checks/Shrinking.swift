import Redressal

/// Looks for the shortest history that goes wrong in the same way.
struct Shrinking {
    private let town: SimulatedTown
    private var first: WorldOptions
    private let report: WorldReport

    /// - Parameter options: Of a world that went wrong; it is lived again, for its history.
    init(_ options: WorldOptions, in town: SimulatedTown) {
        self.first = options
        self.first.keepsHistory = true
        self.town = town
        self.report = WorldReport.of(self.first, in: town)
    }

    /// Prints what went wrong, and the shortest history found.
    func tell() {
        let (options, report) = self.shortest()
        print("seed \(self.first.seed) of \(self.town.workflow.name) goes wrong:")
        for fault in self.report.faults { print("  \(fault)") }
        print(
            "\nshortest history found (\(options.clients) clients with \(options.commands) commands, \(options.strokes) "
                + "strokes of \(options.faults.map(\.rawValue).sorted().joined(separator: ", "))):")
        for fault in report.faults { print("  \(fault)") }
        print(report.history.joined(separator: "\n"))
        let sabotage = self.first.sabotage.map { " --sabotage \($0.rawValue)" } ?? ""
        let faults =
            self.first.faults.count == Fault.allCases.count
            ? "" : self.first.faults.map { " --fault \($0.rawValue)" }.sorted().joined()
        print("\nagain: ops/simulate --seeds 1 --from \(self.first.seed)\(sabotage)\(faults) --history")
    }

    /// What went wrong without the numbers and names that differ from world to world.
    private static func kinds(_ report: WorldReport) -> Set<String> {
        Set(report.faults.map { $0.filter { !$0.isNumber && $0 != "-" } })
    }

    /// Leaves out what can be left out, as long as it still goes wrong in the same way.
    private func shortest() -> (WorldOptions, WorldReport) {
        var best = (self.first, self.report)
        let kinds = Self.kinds(self.report)
        func attempt(_ change: (inout WorldOptions) -> Void) -> Bool {
            var options = best.0
            change(&options)
            let report = WorldReport.of(options, in: self.town)
            guard !Self.kinds(report).isDisjoint(with: kinds), report.history.count <= best.1.history.count else {
                return false
            }
            best = (options, report)
            return true
        }
        _ = attempt { $0.clients = 1 }
        for fault in Fault.allCases { _ = attempt { $0.faults.remove(fault) } }
        while best.0.commands > 1, attempt({ $0.commands /= 2 }) {}
        while best.0.strokes > 0, attempt({ $0.strokes /= 2 }) {}
        while best.0.commands > 1, attempt({ $0.commands -= 1 }) {}
        while best.0.strokes > 0, attempt({ $0.strokes -= 1 }) {}
        return best
    }
}
