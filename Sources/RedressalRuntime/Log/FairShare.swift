/// How many partitions each member of a group holds when all hold about the same.
enum FairShare {
    /// The share of one member; the shares of all members add up to the partitions.
    ///
    /// - Parameters:
    ///   - partitions: How many there are to share.
    ///   - members: How many share them.
    ///   - rank: Which member asks, from 0, in an order that all members agree on.
    static func quota(of partitions: Int, members: Int, rank: Int) -> Int {
        guard members > 0 else { return 0 }
        // The first few take one more each when it does not come out even.
        return partitions / members + (rank < partitions % members ? 1 : 0)
    }
}
