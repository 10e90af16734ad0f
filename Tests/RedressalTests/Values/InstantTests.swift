import Redressal
import Testing

@Suite struct InstantTests {
    @Test func everyMillisecondHasOneTextThatReadsBack() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<2000 {
            // From 1900 to 2100.
            let instant = Instant(
                milliseconds: Int64.random(in: -2_208_988_800_000...4_102_444_800_000, using: &random))
            #expect(Instant(instant.description) == instant)
        }
    }

    @Test(arguments: [
        ("2026-04-10T02:30:00.000Z", 1_775_788_200_000), ("2026-04-10T02:30:00Z", 1_775_788_200_000),
        ("2026-04-10T09:30:00+07:00", 1_775_788_200_000), ("2026-04-10T09:30:00.250+07:00", 1_775_788_200_250),
        ("1969-12-31T23:59:59.999Z", -1),
    ])
    func aTextWithAZoneIsRead(_ text: String, _ milliseconds: Int64) {
        #expect(Instant(text) == Instant(milliseconds: milliseconds))
    }

    @Test(arguments: [
        "", "now", "2026-04-10", "2026-04-10T02:30:00", "2026-13-10T02:30:00Z", "2026-02-30T02:30:00Z",
        "2026-04-10T25:30:00Z", "2026-04-10T02:30:00Z and more",
    ])
    func aTextThatIsNoInstantIsNotRead(_ text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func theTextIsInUTCWithMilliseconds() {
        #expect(Instant(milliseconds: 1_775_788_200_001).description == "2026-04-10T02:30:00.001Z")
        #expect(Instant(milliseconds: -1).description == "1969-12-31T23:59:59.999Z")
    }
}
