/// Reading where a partition ended: in event mode librdkafka says it only in words.
enum KafkaEndOfPartition {
    /// Finds the offset in `… reached end of partition at offset 42 (HighwaterMark 42)`; `nil` for other texts.
    static func offset(_ text: String) -> Int64? {
        guard let start = text.firstRange(of: Self.introduction)?.upperBound else { return nil }
        return Int64(text[start...].prefix { $0.isNumber })
    }

    private static let introduction = "end of partition at offset "
}
