import HTTPTypes
import Redressal
import RedressalWeb

/// A website before a city that publishes two services, one of them for everybody to see.
enum Open311City {
    static let jurisdiction = Open311Jurisdiction(
        id: "city.example.org", changeset: Instant(seconds: 1_775_779_200), contact: "City hall",
        keyService: "Ask & wait",
        mappings: [
            "repair": Open311Mapping(
                role: "requester", fields: ["summary": [.description], "place": [.addressString], "latitude": [.lat]],
                states: ["received": .init(notes: "We look at it <soon>")])
        ],
        services: [
            Open311Service(
                code: "hole", name: "Holes", group: "Streets", keywords: ["road", "hole"], notice: "Within a week",
                workflow: "repair", office: "kss", presets: ["kind": "hole"],
                attributes: [
                    Open311Attribute(
                        code: "LANGUAGE", description: "Language?", hint: "Choose one", field: "language",
                        datatype: .singleValueList, isRequired: true,
                        choices: [.init(key: "en", name: "English"), .init(key: "ur", name: "اردو")])
                ]),
            Open311Service(
                code: "lamp", name: "Lamps", description: "Broken lamps", workflow: "repair", office: "kss",
                needsPlace: false, isPublic: true, presets: ["kind": "lamp"]),
        ])

    static let workflow = WorkflowDefinition(
        name: "repair", version: 1, calendar: .named("wall"), initialStates: ["received"], states: [], actions: [],
        roles: ["requester"], parties: ["requester": "requester_ref"],
        fields: [
            Field(name: "summary", type: .text, isRequired: true), Field(name: "place", type: .string),
            Field(name: "latitude", type: .decimal), Field(name: "kind", type: .code),
            Field(name: "language", type: .code),
            Field(name: "requester_ref", type: .reference),
        ], contentHash: "r")

    /// - Parameter others: Jurisdictions besides.
    static func website(_ identities: FakeIdentities? = nil, _ others: [Open311Jurisdiction] = []) -> Website {
        Website(
            identities: identities,
            publish: { catalog in
                catalog.add(self.workflow)
                for (index, jurisdiction) in ([self.jurisdiction] + others).enumerated() {
                    catalog.add(
                        Programme(
                            name: "p\(index)", version: 1, offices: [], posts: [], holdings: [], absences: [],
                            people: [],
                            open311: jurisdiction))
                }
            })
    }

    /// A request that is open since the website's clock stands.
    static func request(_ id: String, to service: String = "hole") -> FiledRequest? {
        let opened = Instant(seconds: 1_775_795_400)
        let opening = CaseOpened(
            reference: TrackingReference.make(for: CaseID(id)), state: "received", office: "kss", severity: nil,
            fields: [
                "kind": .string(service), "place": .string("Main & Side St"), "latitude": .decimal(34.15),
                "summary": .sealed(SealedValue(subject: "s", box: "c2VjcmV0")), "requester_ref": .string("web.7f"),
            ], assignee: nil, parent: nil, historical: false)
        let record = EventRecord(
            case: CaseID(id), seq: 1, prev: .none, epoch: 1, command: CommandID("c"), request: "",
            workflow: self.workflow.pin, actor: Actor(user: "web.7f", role: "requester"), channel: "open311",
            occurred: opened, recorded: opened, event: .caseOpened(opening))
        return CaseState(opening: record, hash: .none).map { FiledRequest(state: $0, opening: opening) }
    }

    /// The head of a form.
    static let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

    /// A service's key.
    static func key(_ website: Website, of account: String = "web", kind: Identity.Kind = .service) -> String {
        website.identities?.secret(of: account, kind: kind).token ?? ""
    }
}
