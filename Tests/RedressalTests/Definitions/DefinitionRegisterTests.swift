import Redressal
import Testing

@Suite struct DefinitionRegisterTests {
    private static let text = """
        kind: calendar
        id: office
        version: 1
        tz: UTC
        hours: {mon-fri: ["09:00-17:00"]}
        """

    private func calendar(_ text: String = Self.text, name: String = "office", version: Int = 1) -> PublishedDefinition
    {
        PublishedDefinition(
            kind: .calendar, name: name, version: version, file: "calendars/office.yaml", text: text, defaults: nil,
            published: ShippedDefinitions.published, by: "u-1")
    }

    @Test func theSameTextTwiceIsHarmless() {
        var register = DefinitionRegister()
        #expect(register.add(self.calendar()) == [])
        #expect(register.add(self.calendar()) == [])
        #expect(register.keys.map(\.description) == ["calendar office version 1"])
        #expect(register.holds(self.calendar()))
    }

    @Test func anotherTextUnderTheSameVersionIsRefusedAndTheFirstStays() {
        var register = DefinitionRegister()
        _ = register.add(self.calendar())
        let other = Self.text.replacing("17:00", with: "13:00")
        #expect(register.add(self.calendar(other)).map(\.rule) == ["version-taken"])
        #expect(!register.holds(self.calendar(other)))
        #expect(register.holds(self.calendar()))
        let next = other.replacing("version: 1", with: "version: 2")
        #expect(register.add(self.calendar(next, version: 2)) == [])
        #expect(register.catalog.calendar("office")?.version == 2)
        #expect(register.catalog.calendar(CalendarReference(id: "office", version: 1))?.version == 1)
    }

    @Test func aRecordMustHoldWhatItsNameSays() {
        var register = DefinitionRegister()
        #expect(
            register.add(self.calendar(name: "bureau")).map(\.message) == [
                "expected the text of calendar bureau version 1 but it is of office version 1"
            ])
        let forged = PublishedDefinition(
            kind: .calendar, name: "office", version: 1, hash: "00", file: "office.yaml", text: Self.text,
            defaults: nil,
            published: ShippedDefinitions.published, by: "u-1")
        #expect(register.add(forged).map(\.rule) == ["hash"])
        #expect(register.add(self.calendar("kind: calendar")).hasErrors)
        #expect(register.keys == [])
    }

    @Test func everyShippedDefinitionGoesThroughTheLogUnchanged() throws {
        var register = DefinitionRegister()
        let definitions = try ShippedDefinitions.set().definitions
        for definition in definitions {
            let bytes = try CanonicalJSON.encode(definition)
            let read = try CanonicalJSON.decode(PublishedDefinition.self, from: bytes)
            #expect(read == definition)
            #expect(!register.add(read).hasErrors)
        }
        #expect(Set(register.keys) == Set(definitions.map(\.key)))
    }
}
