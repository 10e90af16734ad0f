import Crypto
import Redressal
import Testing

/// People without an account: the PIN on their receipt, and what it opens for a while.
@Suite struct CaseVisitTests {
    private static let key = SessionKey(SymmetricKey(data: Array(repeating: 1, count: 32)))
    private static let receipts = ReceiptKey(SymmetricKey(data: Array(repeating: 2, count: 32)))
    private static let now = Instant(seconds: 1_000_000)

    @Test func aVisitHoldsForHalfAnHourForItsCaseAlone() throws {
        let id = CaseID("a case.of another; system")
        let cookie = CaseVisit(to: id, at: Self.now).cookie(Self.key)
        let visit = try #require(CaseVisit(cookie: cookie, Self.key, at: Self.now.advanced(bySeconds: 1799)))
        #expect(visit.case == id)
        #expect(CaseVisit(cookie: cookie, Self.key, at: Self.now.advanced(bySeconds: 1800)) == nil)
    }

    @Test func nothingElseIsAVisit() {
        let cookie = CaseVisit(to: CaseID("one"), at: Self.now).cookie(Self.key)
        let other = CaseVisit(to: CaseID("two"), at: Self.now).cookie(Self.key)
        let parts = cookie.split(separator: ".")
        let mixed = "\(parts[0]).\(other.split(separator: ".").dropFirst().joined(separator: "."))"
        let later = "\(parts[0]).\(Int64(parts[1]).map { $0 + 1 } ?? 0).\(parts[2])"
        let session = AccessSecret(bytes: Array(repeating: 3, count: 32)).cookie(Self.key)
        for wrong in [mixed, later, session, "", "..", cookie + ".", "x" + cookie, cookie + "="] {
            #expect(CaseVisit(cookie: wrong, Self.key, at: Self.now) == nil, "\(wrong)")
        }
        let foreign = SessionKey(SymmetricKey(data: Array(repeating: 9, count: 32)))
        #expect(CaseVisit(cookie: cookie, foreign, at: Self.now) == nil)
        #expect(AccessSecret(cookie: cookie, Self.key) == nil)
    }

    @Test func aPINIsSixDigitsAndItsCasesAlone() {
        let pins = (0..<500).map { Self.receipts.pin(of: CaseID("case-\($0)")) }
        #expect(pins.allSatisfy { $0.count == 6 && $0.allSatisfy(\.isNumber) })
        #expect(Set(pins).count > 490)
        #expect(pins.contains { $0.hasPrefix("0") })
        #expect(Self.receipts.isPIN(pins[7], of: CaseID("case-7")))
        #expect(Self.receipts.isPIN("\(pins[7].prefix(3)) \(pins[7].suffix(3))", of: CaseID("case-7")))
        for wrong in ["", pins[8], String(pins[7].dropLast()), pins[7] + "0", "٠٠٠٠٠٠"] {
            #expect(!Self.receipts.isPIN(wrong, of: CaseID("case-7")))
        }
    }
}
