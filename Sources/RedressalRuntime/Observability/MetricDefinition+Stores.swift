extension MetricDefinition {
    /// Those of PostgreSQL.
    static let postgres = [
        poolSize, poolInUse, poolWaiting, acquireTime, transactionCommitTime, walSyncs, walSyncTime,
    ]
    /// Those of librdkafka, when the log is Kafka.
    static let kafka = [
        kafkaMessages, kafkaSent, kafkaReceived, kafkaBrokers, kafkaRequests, kafkaRoundTrip, kafkaSendErrors,
        kafkaReceiveErrors, kafkaTimeouts, kafkaLag,
    ]

    static let poolSize = MetricDefinition(
        "redressal_postgres_pool_size", .gauge, "Connections that a pool may make.", [.pool])
    static let poolInUse = MetricDefinition(
        "redressal_postgres_pool_in_use", .gauge, "Connections that are lent out.", [.pool])
    static let poolWaiting = MetricDefinition(
        "redressal_postgres_pool_waiting", .gauge, "Tasks that wait for a connection.", [.pool])
    static let acquireTime = seconds(
        "redressal_postgres_acquire_seconds", "Time to get a connection from a pool.", [.pool])
    static let transactionCommitTime = seconds(
        "redressal_postgres_commit_seconds", "Time that COMMIT took, as seen from here.", [.pool])
    static let walSyncs = MetricDefinition(
        "redressal_postgres_wal_syncs_total", .counter, "Times PostgreSQL synced its write-ahead log to disk.")
    static let walSyncTime = MetricDefinition(
        "redressal_postgres_wal_sync_seconds_total", .counter,
        "Time PostgreSQL spent syncing its write-ahead log; left out unless track_wal_io_timing is on.")

    static let kafkaMessages = MetricDefinition(
        "kafka_client_messages", .gauge, "Records queued or in flight.", [.kafkaClient])
    static let kafkaSent = MetricDefinition(
        "kafka_client_sent_bytes", .gauge, "Bytes sent since the client began.", [.kafkaClient])
    static let kafkaReceived = MetricDefinition(
        "kafka_client_received_bytes", .gauge, "Bytes received since the client began.", [.kafkaClient])
    static let kafkaBrokers = MetricDefinition(
        "kafka_client_brokers_up", .gauge, "Brokers the client is connected to.", [.kafkaClient])
    static let kafkaRequests = MetricDefinition(
        "kafka_client_requests_waiting", .gauge, "Requests to brokers that wait to be sent or answered.",
        [.kafkaClient])
    static let kafkaRoundTrip = MetricDefinition(
        "kafka_client_round_trip_seconds", .gauge,
        "Mean time until the slowest broker answers a request.", [.kafkaClient])
    static let kafkaSendErrors = MetricDefinition(
        "kafka_client_send_errors", .gauge, "Requests that could not be sent since the client began.",
        [.kafkaClient])
    static let kafkaReceiveErrors = MetricDefinition(
        "kafka_client_receive_errors", .gauge, "Answers that could not be read since the client began.",
        [.kafkaClient])
    static let kafkaTimeouts = MetricDefinition(
        "kafka_client_request_timeouts", .gauge, "Requests that timed out since the client began.", [.kafkaClient])
    static let kafkaLag = MetricDefinition(
        "kafka_consumer_lag", .gauge, "Records a consumer has yet to read.",
        [.kafkaClient, .kafkaTopic, .partition])
}
