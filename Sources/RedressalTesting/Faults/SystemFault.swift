/// One thing that goes wrong with a running system.
package struct SystemFault: Sendable, Hashable {
    /// One of the four processes.
    package enum Victim: String, Sendable, CaseIterable {
        case engine
        case worker
        case gateway
        case serve
    }

    /// Which connections go through bad weather.
    package enum Line: String, Sendable, CaseIterable {
        /// Of one process, or of all, with the database.
        case postgres
        /// Of one process, or of all, with the broker.
        case broker
        /// Of clients with the two doors.
        case clients
    }

    /// A kind of weather, without its numbers.
    package enum Spoiling: String, Sendable, CaseIterable {
        case cut
        case stalled
        case slow
        case mute
        case torn
    }

    /// What is done.
    package enum Deed: Sendable, Hashable {
        /// Killed with -9 and started again at once.
        case kill([Victim])
        /// Stopped for a while.
        case pause(Victim)
        /// Stopped until others have taken over what it owned; then it goes on, and does not know.
        case replace(Victim)
        case restartPostgres
        case killPostgres
        case terminateConnections
        case fillDisk
        case pauseBroker
        /// The broker does what it is asked and says that it did not.
        case spoilAnswers
        case spoil(Line, Spoiling)
    }

    package let name: String
    package let deed: Deed

    /// All there are, in the order of the table.
    package static let all =
        Victim.allCases.map { SystemFault(name: "\($0.rawValue)-killed", deed: .kill([$0])) }
        + [SystemFault(name: "all-killed", deed: .kill(Victim.allCases))]
        + Victim.allCases.map { SystemFault(name: "\($0.rawValue)-stopped", deed: .pause($0)) }
        + [Victim.engine, .worker, .serve].map { SystemFault(name: "\($0.rawValue)-zombie", deed: .replace($0)) }
        + [
            SystemFault(name: "postgres-restarted", deed: .restartPostgres),
            SystemFault(name: "postgres-killed", deed: .killPostgres),
            SystemFault(name: "connections-terminated", deed: .terminateConnections),
            SystemFault(name: "disk-full", deed: .fillDisk),
            SystemFault(name: "broker-stopped", deed: .pauseBroker),
            SystemFault(name: "broker-erring", deed: .spoilAnswers),
        ]
        + Line.allCases.flatMap { line in
            Spoiling.allCases.map { SystemFault(name: "\(line.rawValue)-\($0.rawValue)", deed: .spoil(line, $0)) }
        }

    /// Whether there is such a thing in an installation with this log.
    package func happens(on log: LogKind) -> Bool {
        switch self.deed {
        case .pauseBroker, .spoilAnswers, .spoil(.broker, _): log == .kafka
        default: true
        }
    }

    /// Whether processes are killed by it.
    package var isKill: Bool { if case .kill = self.deed { true } else { false } }
}
