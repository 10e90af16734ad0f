/// The time of a simulated world, for whatever waits in it.
struct VirtualClock: Clock {
    /// A moment of the world, by how long the world has been there.
    struct Instant: InstantProtocol {
        let age: Duration

        func advanced(by duration: Duration) -> Instant { Instant(age: self.age + duration) }
        func duration(to other: Instant) -> Duration { other.age - self.age }
        static func < (left: Instant, right: Instant) -> Bool { left.age < right.age }
    }

    let scheduler: Scheduler

    var now: Instant { Instant(age: self.scheduler.time) }
    var minimumResolution: Duration { .milliseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        await self.scheduler.sleep(until: deadline.age)
        try Task.checkCancellation()
    }
}
