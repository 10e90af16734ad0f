import Redressal

/// The board of joint action plans; figures are missing where they would tell of single actions.
struct JaapBoardDocument: Encodable {
    let plans: [Plan]
    let total: JaapFigures?
    /// Of how many actions a plan's figures must be made up to be shown.
    let smallestGroup: Int

    struct Plan: Encodable {
        let plan: String?
        let sangkat: String?
        let figures: JaapFigures?
    }

    private enum CodingKeys: String, CodingKey {
        case plans, total
        case smallestGroup = "smallest_group"
    }

    init(_ board: JaapBoard) {
        self.plans = board.lines.map { Plan(plan: $0.plan, sangkat: $0.sangkat, figures: $0.figures) }
        self.total = board.total
        self.smallestGroup = JaapBoard.smallestGroup
    }
}

/// The board of complaints; figures are missing where they would tell of single people.
struct ComplaintBoardDocument: Encodable {
    let from: Instant
    /// The first instant that it does not tell of.
    let to: Instant
    let offices: [Office]
    let closed: ComplaintBoard.Share?
    let inTime: ComplaintBoard.Share?
    let smallestGroup: Int

    struct Office: Encodable {
        let office: String
        let received: Int?
        let closed: ComplaintBoard.Share?
        let inTime: ComplaintBoard.Share?

        private enum CodingKeys: String, CodingKey {
            case office, received, closed
            case inTime = "in_time"
        }
    }

    private enum CodingKeys: String, CodingKey {
        case from, to, offices, closed
        case inTime = "in_time"
        case smallestGroup = "smallest_group"
    }

    init(_ board: ComplaintBoard, _ window: Range<Instant>) {
        self.from = window.lowerBound
        self.to = window.upperBound
        self.offices = board.lines.map {
            Office(office: $0.office, received: $0.received, closed: $0.closed, inTime: $0.inTime)
        }
        self.closed = board.closed
        self.inTime = board.inTime
        self.smallestGroup = ComplaintBoard.smallestGroup
    }
}
