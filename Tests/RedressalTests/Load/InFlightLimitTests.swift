import Testing

@testable import Redressal

/// As many at a time as are answered in time.
@Suite struct InFlightLimitTests {
    /// A server that answers one after the other, each in a fiftieth of a second, and is asked for more than it does.
    private static func settled(perSecond pace: Double, from most: Int, seconds: Double) -> [(at: Double, took: Double)]
    {
        var limit = InFlightLimit(most: most, target: 0.1)
        var (waiting, now): ([Double], Double) = ([], 0)
        var answered: [(at: Double, took: Double)] = []
        while now < seconds {
            while limit.admit() { waiting.append(now) }
            now += 1 / pace
            let took = now - waiting.removeFirst()
            limit.ended(after: took, at: now)
            answered.append((now, took))
        }
        return answered
    }

    @Test(arguments: [300.0, 500, 2000]) func requestsComeToBeAnsweredInTime(_ pace: Double) {
        let answered = Self.settled(perSecond: pace, from: 256, seconds: 20)
        let later = answered.filter { $0.at > 3 }.map(\.took).sorted()
        #expect(later[later.count * 95 / 100] < 0.11)
        // And the server is kept busy: one that answers few at a time in far less time would be idle.
        #expect(later[later.count / 2] > 0.03)
    }

    @Test func asManyAsThereMayBeAreLetInWhileThatIsQuick() {
        var limit = InFlightLimit(most: 3, target: 0.1)
        let letIn = [limit.admit(), limit.admit(), limit.admit(), limit.admit()]
        #expect(letIn == [true, true, true, false])
        limit.ended(after: 0.05, at: 1)
        #expect(limit.current == 3)
        let isLetIn = limit.admit()
        #expect(isLetIn)
    }

    /// A search, or a disk that stood still: not the number of requests is the reason.
    @Test func oneThatIsSlowAmongFewChangesNothing() {
        var limit = InFlightLimit(most: 100, target: 0.1)
        let isLetIn = limit.admit()
        #expect(isLetIn)
        limit.ended(after: 9, at: 9)
        #expect(limit.current == 32)
    }

    @Test func thoseOfBeforeADecreaseDoNotCountTwice() {
        var limit = InFlightLimit(most: 100, target: 0.1)
        while limit.admit() {}
        for number in 0..<10 { limit.ended(after: 0.2, at: 1 + Double(number) / 100) }
        #expect(limit.current == 16)
    }

    @Test func someAreAlwaysLetIn() {
        var limit = InFlightLimit(most: 100, target: 0.1)
        for number in 0..<100 {
            while limit.admit() {}
            limit.ended(after: 10, at: Double(number) * 20)
        }
        #expect(limit.current == 16)
    }

    /// Nobody is sent away by a machine that takes as long for one alone: fewer at a time would not be answered sooner.
    @Test func aMachineThatIsSlowAloneLetsInAsMany() {
        var limit = InFlightLimit(most: 100, target: 0.1)
        for number in 0..<100 {
            let isLetIn = limit.admit()
            #expect(isLetIn)
            limit.ended(after: 0.2, at: Double(number))
        }
        while limit.admit() {}
        limit.ended(after: 0.3, at: 101)
        #expect(limit.current == 32)
        limit.ended(after: 0.5, at: 102)
        #expect(limit.current < 32)
    }

    /// A disk that stood still once is not how the machine is.
    @Test func oneThatWasSlowAloneIsSoonForgotten() {
        var limit = InFlightLimit(most: 100, target: 0.1)
        for number in 0..<20 {
            let isLetIn = limit.admit()
            #expect(isLetIn)
            limit.ended(after: number == 0 ? 60 : 0.01, at: Double(number) + 60)
        }
        while limit.admit() {}
        limit.ended(after: 0.2, at: 81)
        #expect(limit.current == 16)
    }

    /// What waits on purpose says nothing of the load.
    @Test func withoutATimeNothingChanges() {
        var limit = InFlightLimit(most: 100, target: 0.1)
        while limit.admit() {}
        limit.ended(after: nil, at: 1)
        #expect(limit.current == 32)
        let isLetIn = limit.admit()
        #expect(isLetIn)
    }

    /// A page that is quick says that there is room; one that is slow may have been asked for much.
    @Test func whatMayTakeLongOnlyRaisesIt() {
        var limit = InFlightLimit(most: 100, target: 0.1)
        while limit.admit() {}
        limit.ended(after: 3, isTimed: false, at: 1)
        #expect(limit.current == 32)
        for _ in 0..<2 { limit.ended(after: 0.01, isTimed: false, at: 1) }
        #expect(limit.current == 32)
        for _ in 0..<40 {
            while limit.admit() {}
            limit.ended(after: 0.01, isTimed: false, at: 2)
        }
        #expect(limit.current == 33)
    }

    /// Before anything is known a burst must not be let in whole: all of it would be late.
    @Test func aBurstIsNotLetInWhole() {
        var limit = InFlightLimit(most: 256, target: 0.1)
        var letIn = 0
        while limit.admit() { letIn += 1 }
        #expect(letIn == 32)
    }
}
