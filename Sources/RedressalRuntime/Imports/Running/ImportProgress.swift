/// How far an import has come.
package struct ImportProgress: Hashable, Sendable {
    /// The cases whose opening was accepted.
    package internal(set) var cases = 0
    /// The commands that were answered.
    package internal(set) var commands = 0
    /// The commands that the whole file makes.
    package let total: Int
    package internal(set) var events = 0
    package internal(set) var repeated = 0
    package internal(set) var rejected = 0

    init(total: Int) { self.total = total }

    /// How far it came and how to go on, for whoever has to do so.
    package var advice: String { "\(self.commands) of \(self.total) commands were answered; \(Self.goingOn)" }

    /// The same before any window was answered.
    package static var adviceBeforeTheFirst: String { "no command was answered; \(Self.goingOn)" }

    private static let goingOn = "run the same import again to go on: what was done before is recognised"
}
