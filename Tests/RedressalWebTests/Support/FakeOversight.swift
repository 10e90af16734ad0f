import Redressal

/// What supervisors and auditors are told, and what they asked for.
struct FakeOversight: Sendable {
    var escalations: [EscalationLine] = []
    var standings: [PartitionStanding] = []
    var voids: [VoidRow] = []
    var parked: [VoidRow] = []
    var plans: [JaapPlan] = []
    var loads: [Caseload] = []
    var forecast: [ForecastLine] = []
    var figures: [ComplaintFigures] = []
    var windows: [Range<Instant>] = []
    var filters: [EscalationFilter] = []
    var offices: [[String]?] = []
    var loadQuestions: [LoadQuestion] = []
    var forecastQuestions: [ForecastQuestion] = []
}
