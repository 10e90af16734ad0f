import Testing

@testable import RedressalWeb

@Suite struct EvenPaceTests {
    @Test(arguments: [(0, 50), (1, 49), (49, 1), (50, 0), (51, 49), (5_003, 47)])
    func whatIsLeftFillsTheStep(_ elapsed: Int, _ rest: Int) {
        let left = EvenPace.rest(after: .milliseconds(elapsed))
        #expect(abs((left - .milliseconds(rest)) / .microseconds(1)) < 1)
    }
}
