extension LogPlace {
    /// The partitions whose roots are signed: of everything that is kept for ever and says what was decided, by which rule, and who saw it.
    ///
    /// - Parameter cases: Over how many partitions cases are spread.
    package static func rooted(cases: Int) -> [LogPlace] {
        [Topic.events, .access, .definitions].flatMap { topic in
            (0..<topic.partitionCount(cases: cases)).map { LogPlace(topic: topic, partition: $0) }
        }
    }

    /// What people call it, such as `events/3`.
    package var path: String { "\(self.topic.rawValue)/\(self.partition)" }

    /// What the place is called in checkpoints, such as `redressal-1f2e3d4c/events/3`.
    package func origin(of key: CheckpointVerifier) -> String { "\(key.name)/\(self.path)" }
}
