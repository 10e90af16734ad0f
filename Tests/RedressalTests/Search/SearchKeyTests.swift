import Crypto
import Testing

@testable import Redressal

/// The numbers that stand for words.
@Suite struct SearchKeyTests {
    private static let key = SearchKey(SymmetricKey(data: Array(repeating: 7, count: 32)))
    private static let other = SearchKey(SymmetricKey(data: Array(repeating: 8, count: 32)))

    /// RFC 2104 by another program: HMAC-SHA-256 of "w", 0x1F, "water" under 32 bytes of 7.
    @Test func aNumberIsTheBeginningOfTheCode() {
        #expect(Self.key.number(of: .word("water")) == 689873603956469400)
    }

    @Test func kindsAndKeysDoNotMeet() {
        let terms: [SearchTerm] = [.word("open"), .office("open"), .subject("open"), .open]
        #expect(Set(terms.map { Self.key.number(of: $0) }).count == 4)
        #expect(Self.key.number(of: .open) != Self.other.number(of: .open))
    }

    @Test func numbersRiseAndComeOnce() {
        let numbers = Self.key.numbers(of: ["a", "b", "c", "a"].map { .word($0) })
        #expect(numbers.count == 3)
        #expect(numbers == numbers.sorted())
    }

    @Test func aQueryNeedsAWordAndIsShort() throws {
        #expect(throws: SearchQuery.Refusal.noWord) { _ = try SearchQuery(" - ") }
        #expect(throws: SearchQuery.Refusal.tooLong) { _ = try SearchQuery(String(repeating: "a", count: 201)) }
        let terms = try SearchQuery("Aisha  BIBI").terms
        #expect(terms == [.word("aisha"), .word("bibi")])
    }
}
