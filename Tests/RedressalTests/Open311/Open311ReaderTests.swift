import Redressal
import Testing

@Suite struct Open311ReaderTests {
    @Test func readsServicesMappingsAndAttributes() throws {
        #expect(Open311Town.set().findings.filter { $0.severity == .error } == [])
        let jurisdiction = try #require(Open311Town.catalog.jurisdictions.first)
        #expect(jurisdiction.id == "town.example.org")
        #expect(jurisdiction.changeset == Instant("2026-04-10T00:00:00Z"))
        #expect(
            jurisdiction.mappings == [
                "repair": Open311Mapping(
                    role: "requester",
                    fields: [
                        "summary": [.description, .mediaURL], "name": [.firstName, .lastName],
                        "place": [.addressString],
                        "latitude": [.lat], "longitude": [.long],
                    ], states: ["checked": .init(status: .closed, notes: "Looked at")])
            ])
        let attributes = [
            Open311Attribute(
                code: "LANGUAGE", description: "Language?", field: "language", datatype: .singleValueList,
                choices: [.init(key: "en", name: "English"), .init(key: "ur", name: "Urdu")]),
            Open311Attribute(
                code: "DEPTH", description: "How deep?", hint: "In centimetres", field: "depth", datatype: .number,
                isRequired: true),
            Open311Attribute(
                code: "SEEN", description: "What is there?", field: "seen", datatype: .multiValueList,
                choices: [.init(key: "water", name: "Water"), .init(key: "rust", name: "Rust")]),
        ]
        #expect(
            jurisdiction.services == [
                Open311Service(
                    code: "hole", name: "Holes in roads", group: "Streets", keywords: ["road", "hole"],
                    notice: "We come within a week.", workflow: "repair", office: "hall",
                    presets: ["kind": "hole", "language": "en"], attributes: attributes),
                Open311Service(
                    code: "lamp", name: "Lamps", workflow: "repair", office: "hall", needsPlace: false, isPublic: true,
                    presets: ["kind": "lamp"]),
            ])
        // An answer may change the language, so that no case is known by it.
        #expect(jurisdiction.service("hole")?.marks == ["kind": "hole"])
    }

    /// A mistake made in the town's programme, and what is said about it.
    @Test(arguments: [
        ("jurisdiction: town.example.org", "jurisdiction: my town", "8:17: error: expected an id without blanks"),
        ("jurisdiction: town", "jurisdicton: town", "8:3: error: expected a known key but found 'jurisdicton'"),
        ("changeset: \"2026-04-10T00:00:00Z\"", "changeset: today", "9:14: error: expected an instant with a zone"),
        ("place: address_string", "place: adress_string", "did you mean 'address_string'? [unknown-parameter]"),
        ("status: closed", "status: shut", "21:27: error: expected open, closed but found 'shut'"),
        ("    lamp:", "    la,mp:", "35:5: error: expected a code of letters, digits, '-' and '_'"),
        (
            "office: hall\n      place", "office: hell\n      place",
            "38:15: error: expected a declared office but found 'hell'"
        ),
        ("place: optional", "place: maybe", "39:14: error: expected required, optional but found 'maybe'"),
        ("public: true", "public: yes", "40:15: error: expected true or false but found 'yes'"),
        (
            "datatype: number", "datatype: numeral",
            "33:87: error: expected string, number, datetime, text, singlevaluelist, multivaluelist but found 'numeral'"
        ),
        (", values: {water: Water, rust: Rust}", "", "expected the key 'values' with the datatype singlevaluelist"),
        (
            "workflow: repair\n      office: hall\n      place", "workflow: complaint\n      office: hall\n      place",
            "37:17: error: expected a declared workflow but found 'complaint'"
        ),
        ("role: requester", "role: crew", "13:7: error: expected a party's role that is there but found 'crew'"),
        (
            "checked: {status", "cheked: {status",
            "expected a state that is there but found 'cheked'; did you mean 'checked'?"
        ),
        ("name: [first_name", "nam: [first_name", "expected a field that is there but found 'nam'"),
        ("field: depth", "field: dept", "expected a field that is there but found 'dept'; did you mean 'depth'?"),
        (
            "set: {kind: lamp}", "set: {kind: hole}",
            "expected services of one workflow and office to differ in what they 'set'"
        ),
        ("set: {kind: lamp}", "set: {}", "expected 'kind', without which no repair opens"),
        (
            "set: {kind: lamp}", "set: {kind: a lamp, language: fr}",
            "expected one of en, ur in 'language' but found 'fr'"
        ),
        ("set: {kind: lamp}", "set: {kind: lamp, name: Sana}", "expected a field that is not sealed in 'name'"),
    ])
    func saysWhereAndWhatWasExpected(_ old: String, _ new: String, _ finding: String) throws {
        #expect(Open311Town.programme.contains(old))
        let set = Open311Town.set(old, new)
        let errors = set.findings.filter { $0.severity == .error }.map(\.description)
        #expect(errors.contains { $0.contains(finding) }, "\(errors)")
        #expect(!set.definitions.contains { $0.kind == .programme })
    }

    @Test func aJurisdictionBelongsToOneProgramme() {
        let other = Open311Town.programme.replacing("programme: town", with: "programme: other")
            .replacing("hall:", with: "other-hall:").replacing("office: hall", with: "office: other-hall")
            .replacing("u-1", with: "u-2")
        let files = [
            ("repair.yaml", Open311Town.workflow), ("calendars/hall.yaml", Open311Town.calendar),
            ("programmes/a.yaml", Open311Town.programme), ("programmes/b.yaml", other),
        ]
        let set = DefinitionSet(
            files.map { DefinitionFile(path: $0.0, text: $0.1) }, published: Instant(seconds: 0), by: "tests")
        #expect(
            set.findings.map(\.message).contains {
                $0.hasPrefix("expected each id in one programme but 'town' declares open311 jurisdiction town")
            }, "\(set.findings)")
    }

    @Test func theShippedProgrammePublishesServices() throws {
        let jurisdictions = try ShippedDefinitions.set().register.catalog.jurisdictions
        #expect(jurisdictions.map(\.id) == ["kp-abbottabad"])
        #expect(jurisdictions[0].services.map(\.code) == ["drinking-water", "street-light", "waste", "health-unit"])
        #expect(jurisdictions[0].services.allSatisfy { !$0.isPublic && $0.attributes.map(\.code) == ["LANGUAGE"] })
    }
}
