import Redressal

/// An order for many cases, as it is answered.
struct BulkDocument: Encodable {
    let id: String
    let standing: BulkRequest.Standing
    let order: BulkOrder
    let askedBy: String
    let asked: Instant
    let approvedBy: String?
    let approved: Instant?
    let endedBy: String?
    let ended: Instant?
    /// How many cases have which fate, for which reason; empty in lists.
    let counts: [BulkRequest.Count]

    private enum CodingKeys: String, CodingKey {
        case id, standing, order, asked, approved, ended, counts
        case askedBy = "asked_by"
        case approvedBy = "approved_by"
        case endedBy = "ended_by"
    }

    init(_ request: BulkRequest) {
        self.id = request.id
        self.standing = request.standing
        self.order = request.order
        self.askedBy = request.askedBy
        self.asked = request.asked
        self.approvedBy = request.approvedBy
        self.approved = request.approved
        self.endedBy = request.endedBy
        self.ended = request.ended
        self.counts = request.counts
    }
}
