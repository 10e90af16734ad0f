/// What ties the log lines of one request together, whichever task they come from.
package enum Correlation {
    /// The id of the request that this task works for; nil outside of requests.
    ///
    /// Never personal: see ``accepts(_:)``.
    @TaskLocal package static var id: String?

    /// Whether an id from outside may stand in log lines: a UUID, or 20 to 64 hexadecimal digits.
    ///
    /// Anything else could be a telephone or identity number, which logs must not hold: these have at most 15 digits.
    package static func accepts(_ id: String) -> Bool {
        let bytes = Array(id.utf8)
        let isHexadecimal = { (byte: UInt8) in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
                UInt8(ascii: "A")...UInt8(ascii: "F"):
                true
            default: false
            }
        }
        guard bytes.contains(UInt8(ascii: "-")) else {
            return 20...64 ~= bytes.count && bytes.allSatisfy(isHexadecimal)
        }
        let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.map(\.count) == [8, 4, 4, 4, 12] && parts.allSatisfy { $0.allSatisfy(isHexadecimal) }
    }
}
