/// An order with where it stands.
package struct BulkRequest: Hashable, Sendable {
    package enum Standing: String, Hashable, Sendable, CaseIterable, Codable {
        /// Its cases are looked at one by one.
        case counting
        /// Its preview is complete, and a second person has to approve.
        case waiting
        case running
        case done
        case cancelled
    }

    /// What became of one of its cases.
    package enum Fate: String, Hashable, Sendable, CaseIterable, Codable {
        /// Not looked at yet.
        case found
        /// To be done.
        case taken
        /// The preview says why not.
        case leftOut = "left_out"
        case done
        /// The engine said no when its turn came.
        case refused
    }

    /// How many cases have a fate, for one reason.
    package struct Count: Hashable, Sendable, Codable {
        package let fate: Fate
        /// A code of the rejections; nil where nothing has to be said.
        package let reason: String?
        package let cases: Int

        package init(fate: Fate, reason: String?, cases: Int) {
            self.fate = fate
            self.reason = reason
            self.cases = cases
        }
    }

    package let id: String
    package let order: BulkOrder
    package let askedBy: String
    package let asked: Instant
    package var standing: Standing
    package var approvedBy: String?
    package var approved: Instant?
    package var endedBy: String?
    package var ended: Instant?
    /// In the order of fates and reasons; empty in lists of orders.
    package var counts: [Count] = []

    package init(
        id: String, order: BulkOrder, askedBy: String, asked: Instant, standing: Standing = .counting
    ) {
        self.id = id
        self.order = order
        self.askedBy = askedBy
        self.asked = asked
        self.standing = standing
    }

    /// How many cases have one of these fates.
    package func cases(_ fates: Fate...) -> Int {
        self.counts.filter { fates.contains($0.fate) }.map(\.cases).reduce(0, +)
    }
}

/// One case of an order.
package struct BulkItem: Hashable, Sendable, Codable {
    /// Its place in the order, from 1.
    package let number: Int
    package let `case`: CaseID
    package let fate: BulkRequest.Fate
    package let reason: String?
    /// The number of the last event that it made.
    package let seq: Int?

    package init(number: Int, case id: CaseID, fate: BulkRequest.Fate, reason: String? = nil, seq: Int? = nil) {
        self.number = number
        self.case = id
        self.fate = fate
        self.reason = reason
        self.seq = seq
    }
}
