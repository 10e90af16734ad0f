/// PostgreSQL's binary form of a one-dimensional array (`array_recv` in the server's arrayfuncs.c): what the text form spends
/// on quotes, escapes and hexadecimal digits, and the server on reading them, is most of what a large array costs.
enum BinaryArray {
    /// Appends an array.
    ///
    /// - Parameters:
    ///   - type: The object id of the elements' type.
    ///   - write: Appends one element's binary form.
    static func append<Element>(
        _ elements: [Element?], type: UInt32, to bytes: inout [UInt8], _ write: (Element, inout [UInt8]) -> Void
    ) {
        self.append(Int32(elements.isEmpty ? 0 : 1), to: &bytes)
        self.append(Int32(elements.contains { $0 == nil } ? 1 : 0), to: &bytes)
        self.append(Int32(bitPattern: type), to: &bytes)
        guard !elements.isEmpty else { return }
        self.append(Int32(elements.count), to: &bytes)
        self.append(Int32(1), to: &bytes)
        for element in elements {
            guard let element else {
                self.append(Int32(-1), to: &bytes)
                continue
            }
            let place = bytes.count
            self.append(Int32(0), to: &bytes)
            write(element, &bytes)
            self.put(Int32(bytes.count - place - 4), at: place, in: &bytes)
        }
    }

    /// Appends a whole number, its highest byte first.
    static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    private static func put(_ number: Int32, at place: Int, in bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { number in
            for (index, byte) in number.enumerated() { bytes[place + index] = byte }
        }
    }
}
