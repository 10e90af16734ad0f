import Redressal
import Testing

/// Texts that stand for one thing have one form: others are mistakes, and would be written differently than read.
@Suite struct OneFormTests {
    @Test(arguments: ["state::breach", ":state:breach", "total:reminder:+50", "total:reminder:050", "total:breach:"])
    func aTimerWrittenInAnotherWayIsNone(_ text: String) { #expect(TimerID(text) == nil) }

    @Test(arguments: ["+80%", "080%", "80", "%", ""])
    func aPercentageWrittenInAnotherWayIsNone(_ text: String) { #expect(Percent(text) == nil) }

    /// What falls due after the year 9999 cannot be written, and so would be another instant in the log.
    @Test func aSpanIsAtMostAHundredYears() {
        #expect(TimeSpan("36600d") == TimeSpan(36_600, .days))
        #expect(TimeSpan("9999999m") == TimeSpan(9_999_999, .minutes))
        for text in ["36601d", "9999999d", "9999999h", "9999999bd", "878401h"] {
            #expect(TimeSpan(text) == nil, "\(text)")
        }
    }
}
