import Redressal

extension LogSubject {
    func takesTheLargestValueAndNoLarger() async throws {
        try await self.withLog { log in
            let largest = NewRecord(
                topic: .events, partition: 0, key: nil,
                value: (0..<NewRecord.largestValue).map { UInt8(truncatingIfNeeded: $0 / 7) })
            let larger = NewRecord(topic: .events, partition: 0, key: nil, value: largest.value + [0])
            let owner = try await log.takeOwnership(of: 0)
            let refused = try await logErrorCode { try await owner.commit([larger], position: nil) }
            try require(refused, is: .tooLarge, "committing a value one byte too large")
            let refusedAppend = try await logErrorCode { try await log.append([larger]) }
            try require(refusedAppend, is: .tooLarge, "appending a value one byte too large")
            let committed = try await owner.commit([largest], position: nil)
            let appended = try await log.append([largest])
            await owner.release()
            let expected = (committed + appended).map { largest.written(at: $0) }
            let isSame = try await log.readAll(.events, 0) == expected
            try require(isSame, is: true, "the largest values are read as they were written")
        }
    }

    func refusesUnknownPartitions() async throws {
        try await self.withLog { log in
            let count = Self.partitionCount
            let codes = [
                try await logErrorCode { try await log.append([NewRecord(.events, count, "nowhere")]) },
                try await logErrorCode { try await log.append([NewRecord(.definitions, 1, "nowhere")]) },
                try await logErrorCode { try await log.append([NewRecord(.events, -1, "nowhere")]) },
                try await logErrorCode { try await log.takeOwnership(of: count) },
                try await logErrorCode { try await log.end(of: .events, partition: count) },
                try await logErrorCode { try await log.reader(of: .events, from: [count: 0]) },
            ]
            try require(codes, is: Array(repeating: .failed, count: 6), "using partitions that do not exist")
        }
    }

    func keepsHeadersAndKeys() async throws {
        try await self.withLog { log in
            let awkward = #"a "quoted" \ {brace}, NULL"#
            let headers = [
                RecordHeader("ce_type", "case-opened"), RecordHeader("ce_type", "again"), RecordHeader("empty", ""),
                RecordHeader("NULL", "NULL"), RecordHeader(awkward, awkward), RecordHeader("line", "one\ntwo\ttab"),
                RecordHeader("hi", "शिकायत 🙂"), RecordHeader("space", "  "),
            ]
            let records = [
                NewRecord(topic: .events, partition: 0, key: nil, headers: headers, value: [0, 255, 92, 10]),
                NewRecord(topic: .events, partition: 0, key: "", headers: [], value: []),
                NewRecord(topic: .events, partition: 0, key: awkward, headers: headers.reversed(), value: [34]),
            ]
            let offsets = try await log.append(records)
            let expected = zip(records, offsets).map { $0.written(at: $1) }
            try require(try await log.readAll(.events, 0), is: expected, "headers, keys and values")
        }
    }

    func showsForeignRecords() async throws {
        try await self.withLog { log in
            _ = try await log.append([NewRecord(.events, 2, "ours")])
            try await self.writeForeign(.events, 2, [RecordHeader("x-origin", "elsewhere")], nil)
            try await self.writeForeign(.events, 2, [], Array("theirs".utf8))
            _ = try await log.append([NewRecord(.events, 2, "ours again")])
            let found = try await log.readAll(.events, 2)
            let values = found.map { $0.value.map { String(decoding: $0, as: UTF8.self) } }
            try require(values, is: ["ours", nil, "theirs", "ours again"], "values, with a tombstone")
            try require(
                found.map(\.headers), is: [[], [RecordHeader("x-origin", "elsewhere")], [], []], "foreign headers")
        }
    }
}
