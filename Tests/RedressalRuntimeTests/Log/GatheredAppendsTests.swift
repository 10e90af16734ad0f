import Redressal
import Synchronization
import Testing

@testable import RedressalRuntime

/// Appends that are written together.
@Suite(.timeLimit(.minutes(1))) struct GatheredAppendsTests {
    /// A log that writes when it is told to.
    private final class Paper: Sendable {
        private struct State {
            var written: [[String]] = []
            var next: Int64 = 0
            var isOpen = false
            var waiting: [CheckedContinuation<Void, Never>] = []
        }

        private let state = Mutex(State())
        private let arrivals: AsyncStream<Void>.Continuation
        /// One for each write that waits.
        let begun: AsyncStream<Void>
        let fails: @Sendable ([String]) -> LogError?

        init(fails: @escaping @Sendable ([String]) -> LogError? = { _ in nil }) {
            (self.begun, self.arrivals) = AsyncStream.makeStream()
            self.fails = fails
        }

        /// The keys of what was written, write by write.
        var written: [[String]] { self.state.withLock { $0.written } }

        func write(_ records: [NewRecord]) async throws(LogError) -> [Int64] {
            await withCheckedContinuation { continuation in
                let isOpen = self.state.withLock { state in
                    if !state.isOpen { state.waiting.append(continuation) }
                    return state.isOpen
                }
                if isOpen { continuation.resume() }
                self.arrivals.yield()
            }
            let keys = records.map { $0.key ?? "" }
            if let error = self.fails(keys) { throw error }
            return self.state.withLock { state in
                state.written.append(keys)
                defer { state.next += Int64(keys.count) }
                return keys.indices.map { state.next + Int64($0) }
            }
        }

        /// Lets those writes go on that wait, and those that come.
        func open() {
            let waiting = self.state.withLock { state in
                defer { (state.waiting, state.isOpen) = ([], true) }
                return state.waiting
            }
            for continuation in waiting { continuation.resume() }
        }
    }

    private static func record(_ key: String) -> NewRecord {
        NewRecord(topic: .commands, partition: 0, key: key, value: [])
    }

    /// Appends `first` and, while that is being written by both hands, the others one by one.
    private static func append(_ others: [String], on paper: Paper) async -> [String: Result<[Int64], LogError>] {
        let appends = GatheredAppends { records throws(LogError) in try await paper.write(records) }
        var begun = paper.begun.makeAsyncIterator()
        return await withTaskGroup(of: (String, Result<[Int64], LogError>).self) { group in
            let append = { @Sendable (key: String) in
                do throws(LogError) {
                    return (key, Result<[Int64], LogError>.success(try await appends.append([Self.record(key)])))
                } catch {
                    return (key, .failure(error))
                }
            }
            for key in ["first", "second"] {
                group.addTask { await append(key) }
                await begun.next()
            }
            for (index, key) in others.enumerated() {
                group.addTask { await append(key) }
                while appends.waitingCount <= index { await Task.yield() }
            }
            paper.open()
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    @Test func whatComesAloneIsWrittenAtOnce() async throws {
        let paper = Paper()
        paper.open()
        let appends = GatheredAppends { records throws(LogError) in try await paper.write(records) }
        #expect(try await appends.append([Self.record("a"), Self.record("b")]) == [0, 1])
        #expect(paper.written == [["a", "b"]])
    }

    @Test func whatComesMeanwhileIsWrittenTogetherAndGetsItsOwnOffsets() async throws {
        let paper = Paper()
        let results = await Self.append(["a", "b", "c"], on: paper)
        #expect(paper.written.contains(["a", "b", "c"]))
        let offsets = try ["a", "b", "c"].map { try results[$0]?.get() }
        let first = try #require(offsets[0]?.first)
        #expect(offsets == [[first], [first + 1], [first + 2]])
    }

    @Test func oneThatCannotBeWrittenDoesNotKeepTheOthersOut() async {
        let error = LogError(.failed, "expected text but found none")
        let paper = Paper { $0.contains("b") ? error : nil }
        let results = await Self.append(["a", "b", "c"], on: paper)
        #expect(results["b"] == .failure(error))
        #expect(paper.written.filter { $0 == ["a"] || $0 == ["c"] }.count == 2)
        #expect((try? results["a"]?.get().count) == 1)
    }

    /// It may be there: writing it again could write it twice.
    @Test(arguments: [LogError.Code.unknownOutcome, .unavailable])
    func whatNobodyKnowsIsNotWrittenAgain(_ code: LogError.Code) async {
        let error = LogError(code, "the connection broke")
        let paper = Paper { $0.contains("b") ? error : nil }
        let results = await Self.append(["a", "b", "c"], on: paper)
        #expect(["a", "b", "c"].allSatisfy { results[$0] == .failure(error) })
        #expect(!paper.written.joined().contains("a"))
    }
}
