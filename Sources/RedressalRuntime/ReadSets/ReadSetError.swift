/// Why a set of read models could not be made live.
package enum ReadSetError: Error, Hashable, Sendable {
    /// There is no such set.
    case missing(ReadSet)
    /// Its tables have other columns than the live ones.
    case otherColumns(ReadSet, table: String)
    /// Workers folded on faster than it could catch up.
    case behind(ReadSet, partitions: [Int])
    /// Somebody else builds or switches at the moment.
    case busy
}

extension ReadSetError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(.previous):
            "expected the set of read models that was live before but there is none: nothing was switched yet"
        case .missing(let set):
            "expected a set of read models in schema '\(set.rawValue)' but there is none: run `redressal projection rebuild`"
        case .otherColumns(let set, let table):
            "expected table '\(table)' to have the same columns in schemas 'read' and '\(set.rawValue)' but it has not: "
                + "it was built before a migration; run `redressal projection rebuild` again"
        case .behind(let set, let partitions):
            "expected schema '\(set.rawValue)' to catch up with the live read models but it is still behind in partitions "
                + "\(partitions.map(String.init).joined(separator: ", ")): nothing was switched; try again when there is less to do"
        case .busy:
            "expected to be the only one who rebuilds or switches read models but somebody else is at it: nothing was changed"
        }
    }
}
