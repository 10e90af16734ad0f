extension MetricDefinition {
    /// Those of gateways and of HTTP.
    static let gateway = [
        commandsAnswered, submitTime, commandsInFlight, pushbacks, requests, requestTime, requestsInFlight,
        requestsRefused,
    ]

    static let commandsAnswered = MetricDefinition(
        "redressal_gateway_commands_total", .counter,
        "Commands handed in, by outcome and code; failed ones got no answer.", [.outcome, .code])
    static let submitTime = seconds(
        "redressal_gateway_submit_seconds", "Time from handing commands in to having their outcomes.")
    static let commandsInFlight = MetricDefinition(
        "redressal_gateway_commands_in_flight", .gauge, "Commands handed in and not answered yet.")
    static let pushbacks = MetricDefinition(
        "redressal_gateway_pushbacks_total", .counter,
        "Times commands were pushed back because the read models were too far behind.")
    static let requests = MetricDefinition(
        "redressal_http_requests_total", .counter, "HTTP requests answered, by route and class of status.",
        [.method, .route, .statusClass])
    static let requestTime = seconds(
        "redressal_http_request_seconds", "Time from a request's head to its answer's.", [.method, .route])
    static let requestsInFlight = MetricDefinition(
        "redressal_http_requests_in_flight", .gauge, "HTTP requests not answered yet.")
    static let requestsRefused = MetricDefinition(
        "redressal_http_refused_total", .counter,
        "HTTP requests sent away because there were too many, by reason.", [.refusalReason])
}
