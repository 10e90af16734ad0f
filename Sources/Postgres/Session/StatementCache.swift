/// Decides which statements of a session are prepared: from the second use of the same text and types on.
///
/// A value without I/O. It holds a bounded number of entries and forgets the one unused for the longest time.
struct StatementCache {
    /// What makes two statements the same to the server.
    struct Key: Hashable {
        /// The SQL text.
        var text: String
        /// The types of the parameters, 0 where inferred.
        var types: [UInt32]
    }

    /// How to run a statement.
    enum Plan: Equatable {
        /// Send text and values together.
        case unnamed
        /// Prepare under this name first, then call ``StatementCache/prepared(_:)``.
        case prepare(name: String)
        /// Already prepared under this name.
        case prepared(name: String)
    }

    private struct Entry {
        var name: String?
        var lastUse: Int
    }

    /// How many statements are remembered.
    let capacity: Int
    private var entries: [Key: Entry] = [:]
    private var uses = 0
    private var names = 0

    /// Makes an empty cache.
    init(capacity: Int = 256) {
        self.capacity = capacity
    }

    /// Notes a use of a statement and says how to run it.
    mutating func plan(for key: Key) -> Plan {
        self.uses += 1
        if let entry = self.entries[key] {
            self.entries[key]?.lastUse = self.uses
            if let name = entry.name { return .prepared(name: name) }
            self.names += 1
            return .prepare(name: "s\(self.names)")
        }
        self.entries[key] = Entry(name: nil, lastUse: self.uses)
        return .unnamed
    }

    /// Notes that the server has prepared a statement under a name.
    mutating func prepared(_ key: Key, name: String) {
        self.entries[key]?.name = name
    }

    /// Removes the statement unused for the longest time if there are too many.
    ///
    /// - Returns: the name to deallocate, if it was prepared.
    mutating func evict() -> String? {
        guard self.entries.count > self.capacity,
            let oldest = self.entries.min(by: { $0.value.lastUse < $1.value.lastUse })
        else { return nil }
        return self.forget(oldest.key)
    }

    /// Removes a statement, so that its next use starts anew.
    ///
    /// - Returns: the name to deallocate, if it was prepared.
    @discardableResult
    mutating func forget(_ key: Key) -> String? {
        self.entries.removeValue(forKey: key)?.name
    }
}
