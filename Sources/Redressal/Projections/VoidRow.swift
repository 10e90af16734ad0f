/// A record the acceptance rule voids: one row of `read.void`, and of `read.parked` where it parks its case.
package struct VoidRow: Hashable, Sendable, Encodable {
    package let partition: Int
    package let offset: Int64
    package let `case`: String?
    package let seq: Int?
    package let reason: VoidReason

    package init(partition: Int, offset: Int64, case id: String?, seq: Int?, reason: VoidReason) {
        self.partition = partition
        self.offset = offset
        self.case = id
        self.seq = seq
        self.reason = reason
    }

    /// Whether it shows that something is missing from the case's history.
    package var parksCase: Bool { self.reason == .gap || self.reason == .brokenChain }
}
