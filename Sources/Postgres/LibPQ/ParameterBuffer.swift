/// The parameters of one statement, laid out for libpq: one flat byte buffer, and offsets into it.
///
/// Pointers are made only inside ``withPointers(_:)``, so they cannot outlive the bytes.
struct ParameterBuffer {
    private var bytes: [UInt8] = []
    /// The start of each value in `bytes`; nil is `NULL`.
    private var offsets: [Int?] = []
    /// The types, 0 where the server infers them.
    private(set) var types: [UInt32] = []
    /// The bytes of each value in binary form; of one in text form anything, because libpq reads up to the NUL.
    private var lengths: [Int32] = []
    /// 1 for a value in binary form, 0 for one in text form.
    private var formats: [Int32] = []

    /// How many parameters there are.
    var count: Int { self.offsets.count }

    /// Lays out the values.
    ///
    /// - Throws: ``PostgresError`` of kind `nulByte`, naming the parameter.
    init(_ values: [PostgresValue]) throws {
        for (index, value) in values.enumerated() {
            let start = self.bytes.count
            let form = try value.append(to: &self.bytes, parameter: index + 1)
            self.types.append(value.typeOID)
            self.offsets.append(form == .null ? nil : start)
            self.lengths.append(Int32(self.bytes.count - start))
            self.formats.append(form == .binary ? 1 : 0)
            self.bytes.append(0)
        }
    }

    /// Lends types, values, lengths and formats to one call of libpq; the pointers are valid until `body` returns.
    func withPointers<R>(_ body: (Pointers) -> R) -> R {
        self.bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                let values = self.offsets.map { offset in
                    offset.flatMap { offset in characters.baseAddress.map { $0 + offset } }
                }
                return values.withUnsafeBufferPointer { values in self.withArrays(of: values.baseAddress, body) }
            }
        }
    }

    private func withArrays<R>(of values: UnsafePointer<UnsafePointer<CChar>?>?, _ body: (Pointers) -> R) -> R {
        self.types.withUnsafeBufferPointer { types in
            self.lengths.withUnsafeBufferPointer { lengths in
                self.formats.withUnsafeBufferPointer { formats in
                    body((types.baseAddress, values, lengths.baseAddress, formats.baseAddress))
                }
            }
        }
    }
}

extension ParameterBuffer {
    /// What libpq's functions take.
    typealias Pointers = (
        types: UnsafePointer<UInt32>?, values: UnsafePointer<UnsafePointer<CChar>?>?, lengths: UnsafePointer<Int32>?,
        formats: UnsafePointer<Int32>?
    )
}
