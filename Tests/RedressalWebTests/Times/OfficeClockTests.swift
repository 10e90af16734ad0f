import Testing

@testable import Redressal
@testable import RedressalWeb

/// Times as pages say them.
@Suite struct OfficeClockTests {
    /// 14 December 2026, 06:05 in UTC, which an office that nobody knows keeps.
    private static let morning = Instant(seconds: 1_797_228_300)

    private static func clock(_ language: String) throws -> OfficeClock {
        let speech = Speech(messages: try PageLibraryTests.shipped().messages, language: language)
        return OfficeClock("nowhere", DefinitionCatalog(), speech, at: Self.morning)
    }

    @Test(arguments: ["en", "ur", "ps", "km"])
    func everyLanguageCountsTheHoursTo24(_ language: String) throws {
        let clock = try Self.clock(language)
        let hours = (0..<24).map { clock.text(Self.morning.advanced(bySeconds: Int64($0) * 3600)).suffix(5) }
        let expected = (0..<24).map { hour in
            let next = (6 + hour) % 24
            return "\(next < 10 ? "0" : "")\(next):05"
        }
        #expect(hours.map(String.init) == expected)
    }

    @Test(arguments: ["en", "ur", "ps", "km"])
    func aDeadlineOfTheAfternoonIsSaidAsOne(_ language: String) throws {
        let clock = try Self.clock(language)
        #expect(clock.due(Self.morning.advanced(bySeconds: 10 * 3600)).contains("16:05"))
    }
}
