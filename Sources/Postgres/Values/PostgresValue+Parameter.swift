import Glibc

extension PostgresValue {
    /// How a parameter is laid out.
    enum ParameterForm {
        case null, text, binary
    }

    /// Appends the value as a parameter: arrays and bytes in binary form, all else as text.
    ///
    /// - Parameter number: Of the parameter, from 1, for the message.
    /// - Throws: ``PostgresError`` of kind `nulByte`: no text of PostgreSQL holds a NUL, and libpq would silently drop what
    ///   follows one.
    func append(to bytes: inout [UInt8], parameter number: Int) throws -> ParameterForm {
        switch self {
        case .null: return .null
        case .bytes(let value):
            bytes.append(contentsOf: value)
        case .bytesArray(let elements):
            BinaryArray.append(elements, type: 17, to: &bytes) { $1.append(contentsOf: $0) }
        case .int64Array(let elements):
            BinaryArray.append(elements, type: 20, to: &bytes) { BinaryArray.append($0, to: &$1) }
        case .timestampArray(let elements):
            BinaryArray.append(elements, type: 1184, to: &bytes) {
                BinaryArray.append(PostgresTimestamp(milliseconds: $0).binaryFormat, to: &$1)
            }
        case .textArray(let elements):
            for element in elements { try Self.check(element?.utf8, parameter: number) }
            BinaryArray.append(elements, type: 25, to: &bytes) { $1.append(contentsOf: $0.utf8) }
        case .text, .int, .bool, .double, .json, .timestamp:
            let text = self.textFormat ?? ""
            try Self.check(text.utf8, parameter: number)
            bytes.append(contentsOf: text.utf8)
            return .text
        }
        return .binary
    }

    private static func check(_ text: String.UTF8View?, parameter number: Int) throws {
        guard let text, text.holdsNUL, let nul = text.firstIndex(of: 0) else { return }
        throw PostgresError(
            .nulByte,
            "expected a text without NUL characters but parameter $\(number) holds one at byte "
                + "\(text.distance(from: text.startIndex, to: nul))")
    }
}

extension String.UTF8View {
    /// Whether a byte of it is 0; asked of every text, so in the fastest way there is.
    fileprivate var holdsNUL: Bool {
        self.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        } ?? self.contains(0)
    }
}
