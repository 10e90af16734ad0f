/// The parameters of one statement, laid out for libpq: one flat byte buffer, and offsets into it.
///
/// Pointers are made only inside ``withPointers(_:)``, so they cannot outlive the bytes.
struct ParameterBuffer {
    private var bytes: [UInt8] = []
    /// The start of each value in `bytes`; nil is `NULL`.
    private var offsets: [Int?] = []
    /// The types, 0 where the server infers them.
    private(set) var types: [UInt32] = []

    /// How many parameters there are.
    var count: Int { self.offsets.count }

    /// Lays out the values.
    ///
    /// - Throws: ``PostgresError`` of kind `nulByte`, naming the parameter.
    init(_ values: [PostgresValue]) throws {
        for (index, value) in values.enumerated() {
            self.types.append(value.typeOID)
            guard let text = value.textFormat else {
                self.offsets.append(nil)
                continue
            }
            self.offsets.append(self.bytes.count)
            let start = self.bytes.count
            self.bytes.append(contentsOf: text.utf8)
            // libpq reads a text parameter up to the first NUL and would silently drop the rest.
            if let nul = self.bytes[start...].firstIndex(of: 0) {
                throw PostgresError(
                    .nulByte,
                    "expected a text without NUL characters but parameter $\(index + 1) holds one at byte \(nul - start)"
                )
            }
            self.bytes.append(0)
        }
    }

    /// Lends the types and the values to one call of libpq; the pointers are valid until `body` returns.
    func withPointers<R>(
        _ body: (UnsafePointer<UInt32>?, UnsafePointer<UnsafePointer<CChar>?>?) -> R
    ) -> R {
        self.bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                let values = self.offsets.map { offset in
                    offset.flatMap { offset in characters.baseAddress.map { $0 + offset } }
                }
                return values.withUnsafeBufferPointer { values in
                    self.types.withUnsafeBufferPointer { body($0.baseAddress, values.baseAddress) }
                }
            }
        }
    }
}
