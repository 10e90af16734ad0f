import Redressal
import Testing

@Suite struct LockoutTests {
    private static let last = Instant(seconds: 1_775_795_400)

    @Test(arguments: [(0, nil), (4, nil), (5, 30), (6, 60), (7, 120), (9, 480), (10, 900), (11, 900), (1_000_000, 900)])
    func eachFailureDoublesTheWaitUpToAQuarterOfAnHour(_ failures: Int, _ seconds: Int64?) {
        let end = Lockout.end(after: failures, last: Self.last, now: Self.last)
        #expect(end == seconds.map { Self.last.advanced(bySeconds: $0) })
    }

    @Test func theWaitIsOverAtItsEnd() {
        let end = Self.last.advanced(bySeconds: 30)
        #expect(Lockout.end(after: 5, last: Self.last, now: end.advanced(byMilliseconds: -1)) == end)
        #expect(Lockout.end(after: 5, last: Self.last, now: end) == nil)
    }

    @Test func aClockThatWasSetBackLocksNobodyOut() {
        #expect(Lockout.end(after: 5, last: Self.last, now: Self.last.advanced(bySeconds: -86_400)) == nil)
    }
}
