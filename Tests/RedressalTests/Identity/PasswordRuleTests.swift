import Redressal
import Testing

@Suite struct PasswordRuleTests {
    @Test(arguments: [
        ("fourteen chars", "at least 15 characters but found 14"),
        (String(repeating: "ab cd", count: 52), "at most 256 characters but found 260"),
        ("my u-205 password", "without the account's name"),
        ("MY U-205 PASSWORD", "without the account's name"),
        ("aaaaaaaabbbbbbbbb", "at least 5 different characters"),
    ])
    func whatIsTooEasyIsRefusedWithItsReason(_ password: String, _ reason: String) throws {
        let fault = try #require(PasswordRule.fault(in: password, of: "u-205", hasCode: false))
        #expect(fault.contains(reason))
        #expect(!fault.contains(password))
    }

    @Test(arguments: ["the pump is dry", "پمپ خشک ہو گیا ہے جی", "ម៉ាស៊ីនបូមទឹកខូច", "  spaces count too  "])
    func anyScriptIsTaken(_ password: String) {
        #expect(PasswordRule.fault(in: password, of: "u-205", hasCode: false) == nil)
    }

    @Test func eightCharactersDoWithACode() {
        #expect(PasswordRule.fault(in: "dry pump", of: "u-205", hasCode: true) == nil)
        #expect(PasswordRule.fault(in: "dry pum", of: "u-205", hasCode: true) != nil)
    }

    @Test func theSameCharactersAreTheSamePassword() {
        #expect(PasswordRule.normalised("caf\u{E9}") == PasswordRule.normalised("cafe\u{301}"))
    }
}
