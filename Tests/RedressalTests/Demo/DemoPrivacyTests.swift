import Redressal
import Testing

/// What is personal in the demo stands in personal fields only.
@Suite struct DemoPrivacyTests {
    @Test func noNameOrNumberIsInClearInAnyEvent() throws {
        let run = try DemoRun.shipped()
        let texts = DemoPerson.all.flatMap { [$0.name, $0.phone] }
        for bytes in run.bytes {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(texts.filter { text.contains($0) } == [])
        }
    }

    @Test func everyPersonsNameAndNumberIsInSomeCommand() {
        let drafts = DemoScript.steps().map { "\($0.draft.command.request)" }.joined()
        for person in DemoPerson.all {
            #expect(drafts.contains(person.name))
            #expect(drafts.contains(person.phone))
        }
        #expect(Set(DemoPerson.all.map(\.language)) == ["km", "en", "ur", "ps"])
    }
}
