import Glibc

/// How much was done in how long.
enum Rate {
    /// Runs a body several times on this thread.
    ///
    /// - Parameters:
    ///   - count: How many things one run does.
    ///   - runs: How often.
    /// - Returns: Things a second of processor time, the median of the runs: other programs use this machine too.
    static func perCore(of count: Int, runs: Int = 5, _ body: () throws -> Void) rethrows -> Double {
        var rates: [Double] = []
        for _ in 0..<runs {
            let start = Self.processorTime
            try body()
            rates.append(Double(count) / (Self.processorTime - start))
        }
        return rates.sorted()[runs / 2]
    }

    /// Things a second since an instant.
    static func since(_ start: ContinuousClock.Instant, _ count: Int) -> Double {
        Double(count) / (start.duration(to: .now) / .seconds(1))
    }

    /// What this thread has used, in seconds.
    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
