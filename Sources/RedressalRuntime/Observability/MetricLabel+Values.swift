import Redressal

extension MetricLabel {
    static let partition = MetricLabel("partition", .partition)
    /// Which set of read models.
    static let projection = MetricLabel("projection", ["read"])
    static let outcome = MetricLabel("outcome", ["accepted", "rejected", "failed"])
    /// Why a command was refused, or got no answer; `none` when it was accepted.
    static let code = MetricLabel(
        "code", Rejection.Code.allCases.map(\.rawValue) + GatewayError.Code.allCases.map(\.rawValue) + [Self.none])
    static let voidReason = MetricLabel("reason", VoidReason.allCases.map(\.rawValue))
    /// Why an engine lost a partition.
    static let lossReason = MetricLabel("reason", LogError.Code.allCases.map(\.rawValue))
    /// Which pool of connections.
    static let pool = MetricLabel("pool", ["read", "log"])
    static let method = MetricLabel("method", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
    static let route = MetricLabel("route", .route)
    static let statusClass = MetricLabel("status", ["1xx", "2xx", "3xx", "4xx", "5xx"])
    /// Why a request was sent away: all together were too many, or one sender's.
    static let refusalReason = MetricLabel("reason", ["overloaded", "too_many_requests"])
    static let version = MetricLabel("version", .release)
    static let kafkaClient = MetricLabel("client", .kafkaClient)
    static let kafkaTopic = MetricLabel("topic", .kafkaTopic)

    /// The value of ``code`` for a command that was accepted.
    static let none = "none"

    /// What the names of our topics end with.
    static let topics = Topic.allCases.map(\.rawValue) + ["owners"]
}
