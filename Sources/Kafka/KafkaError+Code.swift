import CRdKafka

extension KafkaError {
    /// A Kafka or librdkafka error number; any number is a code, so newer brokers' codes pass through.
    package struct Code: RawRepresentable, Hashable, Sendable {
        /// The number: positive from a broker, negative from librdkafka itself.
        package let rawValue: Int32

        package init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        init(_ code: rd_kafka_resp_err_t) {
            self.rawValue = code.rawValue
        }

        /// librdkafka's sentence for the number.
        var text: String { String(cString: rd_kafka_err2str(rd_kafka_resp_err_t(self.rawValue))) }
    }
}

extension KafkaError.Code: CustomStringConvertible {
    /// librdkafka's name for the number, for example `TOPIC_ALREADY_EXISTS`.
    package var description: String { String(cString: rd_kafka_err2name(rd_kafka_resp_err_t(self.rawValue))) }
}

/// The codes that callers tell apart.
extension KafkaError.Code {
    package static let destroyed = Self(RD_KAFKA_RESP_ERR__DESTROY)
    package static let failed = Self(RD_KAFKA_RESP_ERR__FAIL)
    package static let transport = Self(RD_KAFKA_RESP_ERR__TRANSPORT)
    package static let resolve = Self(RD_KAFKA_RESP_ERR__RESOLVE)
    package static let allBrokersDown = Self(RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN)
    package static let invalidArgument = Self(RD_KAFKA_RESP_ERR__INVALID_ARG)
    package static let timedOut = Self(RD_KAFKA_RESP_ERR__TIMED_OUT)
    package static let timedOutQueue = Self(RD_KAFKA_RESP_ERR__TIMED_OUT_QUEUE)
    package static let messageTimedOut = Self(RD_KAFKA_RESP_ERR__MSG_TIMED_OUT)
    package static let requestTimedOut = Self(RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT)
    package static let endOfPartition = Self(RD_KAFKA_RESP_ERR__PARTITION_EOF)
    package static let unknownPartition = Self(RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION)
    package static let unknownTopic = Self(RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC)
    package static let unknownTopicOrPartition = Self(RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART)
    package static let topicAlreadyExists = Self(RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS)
    package static let offsetOutOfRange = Self(RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE)
    package static let noOffset = Self(RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET)
    package static let state = Self(RD_KAFKA_RESP_ERR__STATE)
    package static let fatal = Self(RD_KAFKA_RESP_ERR__FATAL)
    package static let fenced = Self(RD_KAFKA_RESP_ERR__FENCED)
    package static let producerFenced = Self(RD_KAFKA_RESP_ERR_PRODUCER_FENCED)
    package static let invalidProducerEpoch = Self(RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH)
    package static let coordinatorFenced = Self(RD_KAFKA_RESP_ERR_TRANSACTION_COORDINATOR_FENCED)
    package static let fencedInstance = Self(RD_KAFKA_RESP_ERR_FENCED_INSTANCE_ID)
    package static let illegalGeneration = Self(RD_KAFKA_RESP_ERR_ILLEGAL_GENERATION)
    package static let unknownMember = Self(RD_KAFKA_RESP_ERR_UNKNOWN_MEMBER_ID)
    package static let maximumPollExceeded = Self(RD_KAFKA_RESP_ERR__MAX_POLL_EXCEEDED)
    package static let messageTooLarge = Self(RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE)
    package static let unsupportedFeature = Self(RD_KAFKA_RESP_ERR__UNSUPPORTED_FEATURE)
    package static let purgedFromQueue = Self(RD_KAFKA_RESP_ERR__PURGE_QUEUE)
    package static let purgedInFlight = Self(RD_KAFKA_RESP_ERR__PURGE_INFLIGHT)
    package static let notController = Self(RD_KAFKA_RESP_ERR_NOT_CONTROLLER)
}
