import Redressal
import Testing

/// From what a program sends to the case that is opened, and back to what it is shown.
@Suite struct Open311FilingTests {
    private static let sent = [
        "description": ["A deep hole"], "media_url": ["http://example.org/1.jpg"], "first_name": ["Sana"],
        "last_name": ["Khan"], "lat": ["34.15"], "long": ["73.21"], "address_string": ["Main Bazaar"],
        "attribute[DEPTH]": ["30"], "attribute[SEEN][]": ["water", "rust"], "attribute[LANGUAGE]": ["ur"],
        "device_id": ["d-1"], "colour": ["blue"],
    ]

    private func open(
        _ code: String = "hole", _ changes: [String: [String]] = [:]
    ) throws(Open311Refusal) -> OpenCase {
        let catalog = Open311Town.catalog
        guard let jurisdiction = catalog.jurisdictions.first, let service = jurisdiction.service(code) else {
            throw Open311Refusal(.notFound, "the town has no such service")
        }
        let sent = Self.sent.merging(changes) { $1 }
        return try Open311Filing(to: service, of: jurisdiction, catalog) { sent[$0] ?? [] }.opening(for: "web.x")
    }

    @Test func parametersBecomeFieldsOfTheirTypes() throws {
        #expect(
            try self.open()
                == OpenCase(
                    workflow: "repair", office: "hall",
                    fields: [
                        "summary": .string("A deep hole\nhttp://example.org/1.jpg"), "name": .string("Sana Khan"),
                        "place": .string("Main Bazaar"), "latitude": .decimal(34.15), "longitude": .decimal(73.21),
                        "kind": .string("hole"), "language": .string("ur"), "depth": .integer(30),
                        "seen": .list([.string("water"), .string("rust")]), "requester_ref": .string("web.x"),
                    ]))
        let bare = try self.open("lamp", ["lat": [], "long": [" "], "address_string": [""], "media_url": []])
        #expect(bare.fields["summary"] == .string("A deep hole"))
        #expect(bare.fields["latitude"] == nil && bare.fields["place"] == nil && bare.fields["depth"] == nil)
    }

    @Test(arguments: [
        (["description": [" "], "media_url": []], "expected 'description' or 'media_url' but it is missing"),
        (
            ["description": [String(repeating: "x", count: 4001)]],
            "expected at most 4000 characters in 'description' but found 4001"
        ),
        (
            ["description": [String(repeating: "x", count: 90)]],
            "expected at most 100 characters in 'description', 'media_url' but found 115"
        ),
        (["lat": []], "expected 'lat' and 'long' together but found one without the other"),
        (["lat": ["91"]], "expected degrees (WGS 84) from -90 to 90 in 'lat' but found '91'"),
        (["long": ["nan"]], "expected degrees (WGS 84) from -180 to 180 in 'long' but found 'nan'"),
        (
            ["lat": [], "long": [], "address_string": []],
            "expected 'lat' and 'long', 'address_string' or 'address_id' but found none of them"
        ),
        (["attribute[DEPTH]": []], "expected 'attribute[DEPTH]' but it is missing"),
        (["attribute[DEPTH]": ["deep"]], "expected a whole number in 'attribute[DEPTH]' but found another value"),
        (["attribute[LANGUAGE]": ["fr"]], "expected one of en, ur in 'attribute[LANGUAGE]' but found 'fr'"),
        (["attribute[SEEN]": ["water", "gold"]], "expected one of water, rust in 'attribute[SEEN]' but found 'gold'"),
    ])
    func whatIsMissingOrWrongIsNamedAsTheSenderKnowsIt(_ change: [String: [String]], _ message: String) {
        #expect(throws: Open311Refusal(.invalid, message)) { try self.open("hole", change) }
    }

    @Test func aServiceWhoseWorkflowIsGoneIsNotThere() throws {
        var catalog = DefinitionCatalog()
        let reading = ProgrammeReader.read(Open311Town.programme, file: "town.yaml")
        catalog.add(try #require(reading.programme))
        let jurisdiction = try #require(catalog.jurisdictions.first)
        #expect(throws: Open311Refusal(.notFound, "expected a service that is open now but 'lamp' is not")) {
            try Open311Filing(to: jurisdiction.services[1], of: jurisdiction, catalog) { _ in [] }
        }
    }

    /// Every party has an id that tells the filing program, and no account of a programme can look like one.
    @Test func aPartysIdBeginsWithTheAccountThatFiled() {
        #expect(ServiceParty.account(of: "website", "7f") == "website.7f")
        #expect(ServiceParty.account(of: nil, "7f") == "7f")
        #expect(!Programme.isID(ServiceParty.account(of: "website", "7f")))
    }

    @Test(arguments: [("website", true), ("app", false)])
    func aProgramActsForNoPartyThatAnotherFiledFor(_ account: String, _ mayAct: Bool) {
        let identity = Identity(account: account, kind: .service, expires: Instant(seconds: 0))
        let catalog = Open311Town.catalog
        #expect(identity.mayAct(as: "website.7f", in: "requester", catalog) == mayAct)
        #expect(!identity.mayAct(as: "w-77", in: "requester", catalog))
    }
}
