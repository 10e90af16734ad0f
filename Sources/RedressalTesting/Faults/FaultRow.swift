// Named as the keys of the report.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// What came of all rounds of one fault on one log: a line of the table.
package struct FaultRow: Sendable, Encodable {
    package let fault: String
    package let log: String
    package private(set) var runs = 0
    package private(set) var lost = 0
    package private(set) var duplicated = 0
    package private(set) var diverged = 0
    package private(set) var stuck = 0
    /// Seconds from the end of the fault until all worked again, and from its beginning.
    package private(set) var recovery: [Double] = []
    package private(set) var recovery_since_beginning: [Double] = []

    /// The seconds by which the latest deadline was noticed late.
    package private(set) var lateness = 0.0

    init(_ fault: SystemFault, _ log: LogKind) {
        self.fault = fault.name
        self.log = log.rawValue
    }

    /// Whether nothing was found.
    package var isClean: Bool { self.lost + self.duplicated + self.diverged + self.stuck == 0 }

    mutating func add(_ seen: FaultRound.Seen) {
        self.runs += 1
        self.lost += seen.findings.count { $0.kind == .lost }
        self.duplicated += seen.findings.count { $0.kind == .duplicated }
        self.diverged += seen.findings.count { $0.kind == .diverged }
        self.stuck += seen.findings.count { $0.kind == .stuck }
        self.lateness = max(self.lateness, seen.lateness)
        if let seconds = seen.sinceEnd { self.recovery.append(Self.rounded(seconds)) }
        if let seconds = seen.sinceBeginning { self.recovery_since_beginning.append(Self.rounded(seconds)) }
    }

    private static func rounded(_ seconds: Double) -> Double { (seconds * 1000).rounded() / 1000 }
}
