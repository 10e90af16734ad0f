/// Kafka keeps null and empty apart, by the pointer; Swift's empty arrays have no pointer of their own.
extension [UInt8]? {
    /// Lends the bytes: a null pointer for `nil`, some other pointer for an empty array.
    func withPossiblyEmptyBytes<Result>(_ body: (UnsafeRawPointer?, Int) throws -> Result) rethrows -> Result {
        switch self {
        case .none:
            return try body(nil, 0)
        case .some(let bytes) where bytes.isEmpty:
            var placeholder: UInt8 = 0
            return try withUnsafeBytes(of: &placeholder) { try body($0.baseAddress, 0) }
        case .some(let bytes):
            return try bytes.withUnsafeBytes { try body($0.baseAddress, $0.count) }
        }
    }
}

extension [UInt8] {
    /// Copies C bytes; `nil` for a null pointer.
    init?(copying start: UnsafeRawPointer?, count: Int) {
        guard let start else { return nil }
        self.init(UnsafeRawBufferPointer(start: start, count: count))
    }
}
