/// A value that reads and writes its canonical JSON itself, without the containers of `Codable`, which take most of the time.
///
/// The bytes and the values are those of its `Codable` conformance: tests hold them against each other. A reader refuses
/// without a reason whatever it does not expect; then ``CanonicalJSON/decode(_:from:)`` asks Foundation,
/// which knows the reason, or reads it after all.
protocol JSONForm: JSONWritable, Codable {
    init(_ json: JSONValue) throws(JSONMismatch)
}

/// The half of a ``JSONForm`` that values have which are only written, such as rows and fingerprints.
protocol JSONWritable: Encodable {
    /// - Throws: `EncodingError` for numbers that JSON cannot hold.
    func write(to json: inout JSONWriter) throws
}

/// A value is not what was asked for.
struct JSONMismatch: Error {}
