/// An event as it will stand in the log.
package struct WrittenEvent: Sendable {
    package let record: EventRecord
    /// The record's value: the bytes that the hash is over.
    package let bytes: [UInt8]
    package let hash: EventHash
}
