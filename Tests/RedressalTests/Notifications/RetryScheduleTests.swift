import Redressal
import Testing

@Suite struct RetryScheduleTests {
    @Test func waitsGrowUpToTheLongestAndEnd() {
        let schedule = RetrySchedule(first: 1000, longest: 8000, tries: 6)
        #expect((1...6).map { schedule.wait(after: $0, jitter: 0) } == [500, 1000, 2000, 4000, 4000, nil])
        let most = (1...5).map { schedule.wait(after: $0, jitter: 0.999_999) ?? 0 }
        #expect(most == [999, 1999, 3999, 7999, 7999])
    }

    /// Whatever the jitter, a wait lies between half of the step and the whole, and no number overflows.
    @Test func noWaitIsShorterThanHalfNorLongerThanTheWhole() {
        for _ in 0..<2000 {
            let schedule = RetrySchedule(
                first: Int64.random(in: 1...100_000), longest: Int64.random(in: 100_000...100_000_000), tries: 1000)
            let attempts = Int.random(in: 1...999)
            let wait = schedule.wait(after: attempts, jitter: Double.random(in: 0..<1)) ?? -1
            let longest = schedule.wait(after: 999, jitter: 1) ?? -1
            #expect((1...schedule.longest).contains(wait) || schedule.first == 1)
            #expect(wait <= longest && wait >= schedule.first / 2)
        }
    }
}
