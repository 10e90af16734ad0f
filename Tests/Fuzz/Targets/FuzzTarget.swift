import Glibc

/// Something that reads bytes from outside, and what must hold whatever the bytes are.
package struct FuzzTarget: Sendable {
    /// The longest input fed, in bytes.
    package static let longestInput = 64 * 1024
    /// The processor time that one input may take, in seconds.
    private static let longestTime = 1.0

    package let name: String
    private let check: @Sendable ([UInt8]) throws -> Void

    init(_ name: String, _ check: @escaping @Sendable ([UInt8]) throws -> Void) {
        self.name = name
        self.check = check
    }

    /// Feeds an input.
    ///
    /// - Throws: ``BrokenProperty`` for what does not hold; a crash is a finding too.
    package func feed(_ bytes: [UInt8]) throws {
        let start = Self.processorTime()
        try self.check(bytes)
        let taken = Self.processorTime() - start
        try require(taken < Self.longestTime, "expected at most \(Self.longestTime) s for an input but found \(taken)")
    }

    /// The processor time of this thread, in seconds: what other processes do to the machine does not count.
    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

extension FuzzTarget {
    /// Every target, in the order of their names.
    package static let all: [FuzzTarget] = [
        attachment, body, calendar, command, event, expression, file, sealed, text, workflow,
    ]
}
