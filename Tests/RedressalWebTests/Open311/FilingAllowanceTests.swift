import HTTPTypes
import Hummingbird
import Redressal
import Testing

@testable import RedressalWeb

@Suite struct FilingAllowanceTests {
    @Test func sixtyAtOnceAndThenOneASecondForEachKey() throws {
        let allowance = FilingAllowance()
        let start = Instant(seconds: 1_775_795_400)
        for _ in 0..<60 { try allowance.take("web", at: start) }
        let refused = #expect(throws: Problem.self) { try allowance.take("web", at: start) }
        #expect(refused?.status == .tooManyRequests)
        #expect(refused?.headers[.retryAfter] == "1")
        try allowance.take("app", at: start)
        try allowance.take("web", at: start.advanced(bySeconds: 1))
        #expect(throws: Problem.self) { try allowance.take("web", at: start.advanced(byMilliseconds: 1900)) }
        // A quiet minute gives all of it back, and no more.
        for _ in 0..<60 { try allowance.take("web", at: start.advanced(bySeconds: 3600)) }
        #expect(throws: Problem.self) { try allowance.take("web", at: start.advanced(bySeconds: 3600)) }
    }
}
