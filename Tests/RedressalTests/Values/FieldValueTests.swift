import Redressal
import RedressalTesting
import Testing

@Suite struct FieldValueTests {
    @Test(
        arguments: [
            (.string(""), "\"\""), (.string("a/b \"é\"\n"), "\"a/b \\\"é\\\"\\n\""), (.string("true"), "\"true\""),
            (.integer(0), "0"), (.integer(-9_007_199_254_740_993), "-9007199254740993"),
            (.integer(.max), "9223372036854775807"),
            (.decimal(0.1), "0.1"), (.decimal(-2.5), "-2.5"), (.boolean(true), "true"), (.boolean(false), "false"),
            (.list([]), "[]"), (.list([.integer(1), .string("1"), .boolean(true)]), "[1,\"1\",true]"),
            (.sealed(SealedValue(subject: "p", box: "AA/+==")), "{\"box\":\"AA/+==\",\"subject\":\"p\"}"),
        ] as [(FieldValue, String)])
    func aValueHasOneTextThatReadsBack(_ value: FieldValue, _ text: String) throws {
        let bytes = try CanonicalJSON.encode(value)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
        #expect(try CanonicalJSON.decode(FieldValue.self, from: bytes) == value)
    }

    /// JSON has one kind of number; a field of type decimal takes either.
    @Test func aDecimalWithoutAFractionReadsBackAsAWholeNumber() throws {
        #expect(
            try CanonicalJSON.decode(FieldValue.self, from: CanonicalJSON.encode(FieldValue.decimal(2))) == .integer(2))
        #expect(FieldType.decimal.holds(.integer(2)))
    }

    @Test(arguments: ["null", "{}", "{\"subject\":\"p\"}", "[null]"])
    func whatIsNoValueIsNotRead(_ text: String) {
        #expect(throws: DecodingError.self) { try CanonicalJSON.decode(FieldValue.self, from: Array(text.utf8)) }
    }

    @Test func aDigestOfACommandDoesNotDependOnHowASecretWasSealed() {
        func command(_ box: String, note: String = "x", user: String = "clerk") -> Command {
            Command(
                id: CommandID("c"), case: .one, actor: Actor(user: user, role: "intake"), channel: "web",
                occurred: Instant(seconds: 0),
                request: .act(
                    TakeAction(
                        action: "note",
                        fields: ["note": .string(note), "name": .boxed(box), "all": .list([.boxed(box)])])))
        }
        #expect(command("a").requestDigest() == command("b").requestDigest())
        #expect(command("a").requestDigest() != command("a", note: "y").requestDigest())
        #expect(command("a").requestDigest() != command("a", user: "head").requestDigest())
        #expect(command("a").requestDigest().count == 32)
    }
}
