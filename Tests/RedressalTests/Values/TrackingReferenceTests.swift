import Redressal
import Testing

@Suite struct TrackingReferenceTests {
    private let alphabet = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ")

    @Test func everyCaseHasOneReferenceThatIsValidHoweverItIsTyped() {
        for number in 0..<500 {
            let reference = TrackingReference.make(for: CaseID("case-\(number)"))
            #expect(reference == TrackingReference.make(for: CaseID("case-\(number)")))
            #expect(TrackingReference.isValid(reference))
            #expect(TrackingReference.isValid(reference.lowercased().replacing("-", with: " ")))
            #expect(reference.split(separator: "-").map(\.count) == [4, 4, 4])
        }
        #expect(TrackingReference.make(for: CaseID("case-1")) != TrackingReference.make(for: CaseID("case-2")))
    }

    @Test(arguments: ["K7MQ-3RTW-9XH3", "k7mq3rtw9xh3", "K7mq 3rtw 9xh3", " k7mq-3RTW-9xh3 "])
    func whateverIsTypedBecomesTheOneForm(_ typed: String) {
        #expect(TrackingReference.normalised(typed) == "K7MQ-3RTW-9XH3")
    }

    @Test(arguments: ["K7MQ-3RTW-9XHC", "0f0e3b54-6f5e-8c1d-9a3b-2b1c0d9e8f7a", ""])
    func whatIsNoReferenceHasNoForm(_ typed: String) {
        #expect(TrackingReference.normalised(typed) == nil)
    }

    @Test func everySingleWrongCharacterIsFound() {
        for number in 0..<20 {
            let reference = Array(TrackingReference.make(for: CaseID("case-\(number)")))
            for index in reference.indices where reference[index] != "-" {
                for other in self.alphabet where other != reference[index] {
                    var wrong = reference
                    wrong[index] = other
                    #expect(!TrackingReference.isValid(String(wrong)))
                }
            }
        }
    }

    @Test func nearlyEverySwapOfNeighboursIsFound() {
        var swaps = 0
        var missed = 0
        for number in 0..<200 {
            let symbols = TrackingReference.make(for: CaseID("case-\(number)")).filter { $0 != "-" }.map { $0 }
            for index in 0..<11 where symbols[index] != symbols[index + 1] {
                var swapped = symbols
                swapped.swapAt(index, index + 1)
                swaps += 1
                if TrackingReference.isValid(String(swapped)) { missed += 1 }
            }
        }
        #expect(missed * 100 < swaps)
    }

    @Test(arguments: ["", "K7MQ", "K7MQ-3RTW-9XH0", "K7MQ-3RTW-9XHC-2", "ÄÄÄÄ-ÄÄÄÄ-ÄÄÄÄ"])
    func whatIsNoReferenceIsNotValid(_ text: String) {
        #expect(!TrackingReference.isValid(text))
    }
}
