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
}
