import Redressal

/// Who has how much to do, as it is answered.
struct LoadDocument: Encodable {
    let since: Instant
    let until: Instant
    /// Of fewer cases no share is told.
    let smallestGroup = LoadFigures.smallestGroup
    let offices: [Line]
    let holders: [Line]

    struct Line: Encodable {
        let office: String
        let holder: String?
        let cases: Int
        let open: Int
        let overdue: Int
        let ages: [Int]
        let reopenedPercent: Int?
        let pausedPercent: Int?

        private enum CodingKeys: String, CodingKey {
            case office, holder, cases, open, overdue, ages
            case reopenedPercent = "reopened_percent"
            case pausedPercent = "paused_percent"
        }

        init(_ office: String, holder: String? = nil, _ figures: LoadFigures) {
            self.office = office
            self.holder = holder
            self.cases = figures.cases
            self.open = figures.open
            self.overdue = figures.overdue
            self.ages = figures.ages
            self.reopenedPercent = figures.reopenedPercent
            self.pausedPercent = figures.pausedPercent
        }
    }

    private enum CodingKeys: String, CodingKey {
        case since, until, offices, holders
        case smallestGroup = "smallest_group"
    }

    init(_ loads: [Caseload], _ question: LoadQuestion) {
        self.since = question.since
        self.until = question.until
        self.offices = loads.byOffice.map { Line($0.office, $0.figures) }
        self.holders = loads.map { Line($0.office, holder: $0.holder, $0.figures) }
    }
}
