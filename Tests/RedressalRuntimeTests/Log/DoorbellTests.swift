import Testing

@testable import RedressalRuntime

@Suite(.timeLimit(.minutes(1))) struct DoorbellTests {
    private let bell = Doorbell()
    /// So long that a test that depended on it would fail by its time limit.
    private let forEver = Duration.seconds(3600)

    @Test func aRingAfterTheMarkEndsTheWaitAtOnce() async {
        let mark = self.bell.mark(of: ["events:1"])
        self.bell.ring("events:1")
        await self.bell.wait(at: ["events:1"], after: mark, atMost: self.forEver)
        #expect(self.bell.mark(of: ["events:1"]) == mark + 1)
    }

    @Test func aRingElsewhereIsNotHeard() async {
        let mark = self.bell.mark(of: ["events:1"])
        self.bell.ring("events:2")
        #expect(self.bell.mark(of: ["events:1"]) == mark)
        await self.bell.wait(at: ["events:1"], after: mark, atMost: .milliseconds(1))
    }

    @Test func wakesThoseWhoWaitAndNobodyTwice() async {
        let mark = self.bell.mark(of: ["a", "b"])
        await withTaskGroup(of: Void.self) { group in
            for place in ["a", "b", "a"] {
                group.addTask { await self.bell.wait(at: [place, "c"], after: mark, atMost: self.forEver) }
            }
            self.bell.ring("a")
            self.bell.ring("b")
            self.bell.ring("a")
        }
        #expect(self.bell.mark(of: ["a", "b", "c"]) == mark + 3)
    }

    @Test func ringingAllWakesEverybody() async {
        let mark = self.bell.mark(of: ["a"])
        async let waiting: Void = self.bell.wait(at: ["a"], after: mark, atMost: self.forEver)
        self.bell.ringAll()
        await waiting
    }

    @Test func nobodyWaitsAtAClosedBell() async {
        async let waiting: Void = self.bell.wait(at: ["a"], after: 0, atMost: self.forEver)
        self.bell.close()
        await waiting
        await self.bell.wait(at: ["a"], after: 0, atMost: self.forEver)
    }

    @Test func cancellingTheTaskEndsTheWait() async {
        let waiting = Task { [bell, forEver] in await bell.wait(at: ["a"], after: 0, atMost: forEver) }
        waiting.cancel()
        await waiting.value
    }

    @Test func manyWaitersAndRingersMissNothing() async {
        // Each waiter waits for one ring after the other; a ring that is missed once hangs the test.
        await withTaskGroup(of: Void.self) { group in
            for waiter in 0..<8 {
                group.addTask {
                    var seen: UInt64 = 0
                    while seen < 200 {
                        await self.bell.wait(at: ["a"], after: seen, atMost: self.forEver)
                        seen = self.bell.mark(of: ["a"])
                        if waiter == 0 { await Task.yield() }
                    }
                }
            }
            for _ in 0..<2 {
                group.addTask { for _ in 0..<100 { self.bell.ring("a") } }
            }
        }
    }
}
