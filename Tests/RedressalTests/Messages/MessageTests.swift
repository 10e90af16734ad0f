import Redressal
import Testing

/// What is said to people, in which form.
@Suite struct MessageTests {
    @Test func placesAreFilledInAndOthersLeft() {
        let catalogue = MessageCatalogue(
            language: "en", name: "English",
            messages: ["due": .text("due {when}, {time} left {never}"), "odd": .text("a { b } {c")])
        #expect(catalogue.text("due", ["when": "Thu", "time": "{when}"]) == "due Thu, {when} left {never}")
        #expect(catalogue.text("odd") == "a { b } {c")
        #expect(catalogue.text("nothing") == nil)
    }

    @Test(arguments: [
        ("en", [0: "other", 1: "one", 2: "other"]), ("ur", [0: "other", 1: "one", 11: "other"]),
        ("ps", [0: "other", 1: "one"]), ("km", [0: "other", 1: "other"]), ("hi", [0: "one", 1: "one", 2: "other"]),
    ])
    func numbersTakeTheFormOfTheirLanguage(_ language: String, _ forms: [Int: String]) {
        let rule = PluralRule(language: language)
        for (count, form) in forms { #expect(rule.category(of: count).rawValue == form, "\(count)") }
        #expect(Set(forms.values).isSubset(of: rule.categories.map(\.rawValue)))
    }

    @Test func whatALanguageLacksIsSaidInEnglish() {
        let messages = MessageSet([
            MessageCatalogue(language: "en", name: "English", messages: ["a": .text("A"), "b": .text("B {x}")]),
            MessageCatalogue(language: "km", name: "ខ្មែរ", messages: ["b": .text("ខ {y}"), "c": .text("គ")]),
        ])
        #expect(messages.text("a", in: "km") == "A")
        #expect(messages.text("b", in: "km", ["y": "1"]) == "ខ 1")
        #expect(messages.text("a", in: "xx") == "A")
        #expect(
            messages.differences(of: "km") == [
                "expected 'a' but it is missing", "expected a message of English but found 'c'",
                "expected the places {x} in 'b' but found others",
            ])
    }
}
