import Testing

@testable import RedressalRuntime

/// Loops that hang or die are seen, by a clock that the test moves.
@Suite struct LoopWatchTests {
    @Test func aLoopThatHangsIsFirstNotReadyAndThenNotAlive() {
        let hands = Hands()
        let watch = LoopWatch { hands.now }
        let engine = watch.begin("engine of partition 3")
        let escalator = watch.begin("escalator")
        #expect(watch.count == 2)
        hands.advance(30)
        #expect(watch.complaint(after: LoopWatch.readyWithin) == nil)
        escalator.pass()
        hands.advance(1)
        #expect(
            watch.complaint(after: LoopWatch.readyWithin)
                == "expected every loop to pass within 30 s but the engine of partition 3 has not for 31 s")
        #expect(watch.complaint(after: LoopWatch.aliveWithin) == nil)
        hands.advance(90)
        #expect(watch.late(after: LoopWatch.aliveWithin) == [.init(loop: "engine of partition 3", seconds: 121)])
        hands.advance(30)
        #expect(
            watch.complaint(after: LoopWatch.aliveWithin)
                == "expected every loop to pass within 120 s but the engine of partition 3 has not for 151 s, and 1 more"
        )
        engine.pass()
        #expect(watch.late(after: LoopWatch.aliveWithin) == [.init(loop: "escalator", seconds: 121)])
    }

    @Test func aLoopThatEndedIsNotMissed() {
        let hands = Hands()
        let watch = LoopWatch { hands.now }
        watch.end(watch.begin("projector of partition 0"))
        hands.advance(1000)
        #expect(watch.complaint(after: .zero) == nil)
        #expect(watch.count == 0)
    }

    @Test func manySmallThingsAreASignOfLifeToo() {
        let hands = Hands()
        let watch = LoopWatch { hands.now }
        let pulse = watch.begin("engine of partition 0")
        hands.advance(60)
        for _ in 0..<1023 { pulse.tick() }
        #expect(watch.late(after: .zero).map(\.seconds) == [60])
        pulse.tick()
        #expect(watch.late(after: .zero) == [])
    }
}
