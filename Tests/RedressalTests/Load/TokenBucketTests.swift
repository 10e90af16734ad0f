import Testing

@testable import Redressal

/// How many requests are let through, and when the next one is.
@Suite struct TokenBucketTests {
    private static let limit = RateLimit(burst: 3, perSecond: 2)

    @Test func aBurstIsLetThroughAndThenSoManyASecond() {
        var bucket = TokenBucket()
        let answers = (0..<5).map { _ in bucket.take(Self.limit, at: 100) }
        #expect(answers.map(\.remaining) == [2, 1, 0, 0, 0])
        #expect(answers.map(\.wait) == [nil, nil, nil, 0.5, 0.5])
        #expect(bucket.take(Self.limit, at: 100.25).wait == 0.25)
        #expect(bucket.take(Self.limit, at: 100.5) == RateAnswer(remaining: 0, full: 1.5, wait: nil))
        #expect(bucket.take(Self.limit, at: 900) == RateAnswer(remaining: 2, full: 0.5, wait: nil))
    }

    /// In any stretch of time no more than a burst and what has flowed in, however requests come.
    @Test(arguments: 1...20) func neverMoreThanTheBurstAndWhatFlowedIn(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let limit = RateLimit(
            burst: Int.random(in: 1...50, using: &random), perSecond: Double(Int.random(in: 1...40, using: &random)) / 4
        )
        var bucket = TokenBucket()
        var now = 0.0
        var taken: [Double] = []
        for _ in 0..<2000 {
            now += Double(Int.random(in: 0...100, using: &random)) / 500
            if bucket.take(limit, at: now).wait == nil { taken.append(now) }
        }
        for first in stride(from: 0, to: taken.count, by: 37) {
            for last in stride(from: first, to: taken.count, by: 11) {
                let most = Double(limit.burst) + (taken[last] - taken[first]) * limit.perSecond + 1e-6
                #expect(Double(last - first + 1) <= most)
            }
        }
        // And whoever is refused is let through after the wait that was named.
        while let wait = bucket.take(limit, at: now).wait { now += wait }
        #expect(bucket.take(limit, at: now + limit.window).wait == nil)
    }

    @Test func aBookKeepsAsManyBucketsAsItMayAndNewcomersShareOne() {
        var book = RateBook(Self.limit, size: 2)
        #expect((0..<4).map { _ in book.take("a", at: 0).wait } == [nil, nil, nil, 0.5])
        #expect(book.look("a", at: 0).wait == 0.5)
        #expect(book.look("b", at: 0) == book.look("b", at: 0))
        #expect(book.take("b", at: 0).remaining == 2)
        #expect(["c", "d", "e", "f"].map { book.take($0, at: 0).wait } == [nil, nil, nil, 0.5])
        #expect(book.count == 2)
        // Full buckets make room.
        #expect(book.take("g", at: 10).remaining == 2)
        #expect(book.take("a", at: 10).remaining == 2)
        #expect(book.count == 2)
    }

    @Test func whoActsForManyMayDoMore() {
        var book = RateBook(Self.limit)
        #expect((0..<13).filter { _ in book.take("hotline", times: 4, at: 0).wait == nil }.count == 12)
    }
}
