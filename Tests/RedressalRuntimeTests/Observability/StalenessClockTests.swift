import Testing

@testable import RedressalRuntime

@Suite struct StalenessClockTests {
    @Test func aQuietNightIsNotWaiting() {
        var clock = StalenessClock()
        #expect(clock.look(position: 10, end: 10, at: .seconds(0)) == .zero)
        #expect(clock.look(position: 10, end: 11, at: .seconds(30_000)) == .zero)
        #expect(clock.look(position: 10, end: 11, at: .seconds(30_005)) == .seconds(5))
    }

    @Test func whatIsFoldedMeanwhileWaitsNoMore() {
        var clock = StalenessClock()
        _ = clock.look(position: 0, end: 5, at: .seconds(0))
        _ = clock.look(position: 3, end: 8, at: .seconds(5))
        #expect(clock.look(position: 5, end: 9, at: .seconds(10)) == .seconds(5))
        #expect(clock.look(position: 9, end: 9, at: .seconds(15)) == .zero)
    }

    @Test func aProjectorThatStandsStillGetsOlderForEver() {
        var clock = StalenessClock()
        var age = Duration.zero
        for second in 0...5000 { age = clock.look(position: 0, end: Int64(second + 1), at: .seconds(second)) }
        #expect(age == .seconds(5000))
    }
}
