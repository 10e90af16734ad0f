import Redressal

extension LogSubject {
    /// So long that a test that depended on it would fail by its time limit.
    private static let forEver = Duration.seconds(3600)

    func wakesAWaitingReader() async throws {
        try await self.withLog { log in
            let reader = try await log.reader(of: .commands, from: [0: 0, 1: 0])
            let seen = try await self.withLog { another in
                var texts: [String] = []
                for round in 0..<5 {
                    async let batch = Self.records(from: reader)
                    _ = try await another.append([NewRecord(.commands, round % 2, "command \(round)")])
                    texts += try await batch.map(\.text)
                }
                return texts
            }
            await reader.close()
            try require(seen, is: (0..<5).map { "command \($0)" }, "what a waiting reader was woken for")
        }
    }

    func endsAWaitWhenTheTaskIsCancelled() async throws {
        try await self.withLog { log in
            let reader = try await log.reader(of: .commands, from: [0: 0])
            let waiting = Task { try await reader.next(10, wait: Self.forEver) }
            waiting.cancel()
            let batch = try await waiting.value
            try require(batch.records, is: [], "records of a cancelled wait")
            // The reader is still good.
            _ = try await log.append([NewRecord(.commands, 0, "after")])
            try require(try await Self.records(from: reader).map(\.text), is: ["after"], "records afterwards")
            await reader.close()
        }
    }

    func endsAWaitWhenItsTimeIsOver() async throws {
        try await self.withLog { log in
            let reader = try await log.reader(of: .commands, from: [0: 0])
            let batch = try await reader.next(10, wait: .milliseconds(50))
            await reader.close()
            try require(batch.records, is: [], "records of a wait that is over")
            try require(batch.positions, is: [:], "positions of a wait that is over")
        }
    }

    func endsAWaitWhenTheReaderIsClosed() async throws {
        try await self.withLog { log in
            let reader = try await log.reader(of: .commands, from: [0: 0])
            async let code = logErrorCode { try await reader.next(10, wait: Self.forEver) }
            await reader.close()
            try require(try await code, is: .closed, "waiting while the reader is closed")
        }
    }

    func endsAWaitWhenTheLogIsClosed() async throws {
        let log = try await self.open()
        try await log.prepare()
        let reader = try await log.reader(of: .commands, from: [0: 0])
        async let waited = logErrorCode { try await reader.next(10, wait: Self.forEver) }
        await log.close()
        let codes = [
            try await waited,
            try await logErrorCode { try await log.append([NewRecord(.commands, 0, "too late")]) },
            try await logErrorCode { try await log.takeOwnership(of: 0) },
            try await logErrorCode { try await log.reader(of: .commands, from: [0: 0]) },
            try await logErrorCode { try await log.end(of: .commands, partition: 0) },
        ]
        try require(codes, is: Array(repeating: .closed, count: 5), "using a closed log")
    }

    /// Waits until there are records; positions may move without.
    private static func records(from reader: any LogReader) async throws -> [LogRecord] {
        while true {
            try Task.checkCancellation()
            let records = try await reader.next(10, wait: Self.forEver).records
            if !records.isEmpty { return records }
        }
    }
}
