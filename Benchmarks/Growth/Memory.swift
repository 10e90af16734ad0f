import Foundation
import Glibc

/// What this process keeps resident in memory.
enum Memory {
    /// Bytes of resident pages, after what is free was given back to the system.
    static func resident() throws -> Double {
        try self.trim()
        let statm = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        guard let pages = statm.split(separator: " ").dropFirst().first.flatMap({ Double($0) }) else {
            throw BenchFailure("expected the number of resident pages in /proc/self/statm but found '\(statm)'")
        }
        return pages * Double(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// Calls glibc's `malloc_trim`, which is in no header that Swift's module of it knows.
    private static func trim() throws {
        guard let symbol = dlsym(nil, "malloc_trim") else {
            throw BenchFailure("expected glibc's malloc_trim but found none")
        }
        let trim = unsafeBitCast(symbol, to: (@convention(c) (Int) -> Int32).self)
        _ = trim(0)
    }
}
