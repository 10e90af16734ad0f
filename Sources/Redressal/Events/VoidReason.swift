/// Why an event is void.
package enum VoidReason: String, Sendable, Codable, CaseIterable {
    /// Written by an owner after another had taken the partition.
    case formerOwner = "former_owner"
    /// Its number was accepted before.
    case repeated
    /// Numbers before it are missing.
    case gap
    /// It names another predecessor than the case has.
    case brokenChain = "broken_chain"
    /// It is the first of a case but not an opening.
    case notOpened = "not_opened"
    /// It is not a record of ours, or not readable.
    case unreadable
    /// Its record's key is another than its case.
    case misplaced
}
