import Redressal

/// A town that publishes three services over a small workflow, as files have it.
enum Open311Town {
    static let workflow = """
        workflow: repair
        version: 1
        calendar: hall
        initial: [received]
        subject: requester_ref
        parties: {requester: requester_ref}
        roles: [requester, crew, system]
        fields:
          summary: {type: text, required: true, max_length: 100}
          requester_ref: reference
          name: {type: string, personal: true}
          kind: {type: code, required: true}
          place: string
          latitude: decimal
          longitude: decimal
          language: {type: code, values: [en, ur]}
          depth: integer
          seen: list of code
        states:
          received: {may_wait_forever: true}
          checked: {may_wait_forever: true}
          repaired: {final: reopenable}
        actions:
          - {do: check, from: received, to: checked, by: [crew], emit: RepairChecked}
          - {do: repair, from: any_open, to: repaired, by: [crew, requester], emit: RepairDone}
        """

    static let programme = """
        kind: programme
        programme: town
        version: 1
        tz: Asia/Karachi
        offices: {hall: {name: Town hall, kind: office, calendar: hall}}
        people: {u-1: }
        open311:
          jurisdiction: town.example.org
          changeset: "2026-04-10T00:00:00Z"
          contact: Town hall
          workflows:
            repair:
              role: requester
              fields:
                summary: [description, media_url]
                name: [first_name, last_name]
                place: address_string
                latitude: lat
                longitude: long
              states:
                checked: {status: closed, notes: Looked at}
          services:
            hole:
              name: Holes in roads
              group: Streets
              keywords: [road, hole]
              notice: We come within a week.
              workflow: repair
              office: hall
              set: {kind: hole, language: en}
              attributes:
                LANGUAGE: {description: Language?, field: language, datatype: singlevaluelist, values: {en: English, ur: Urdu}}
                DEPTH: {description: How deep?, hint: In centimetres, field: depth, datatype: number, required: true}
                SEEN: {description: What is there?, field: seen, datatype: multivaluelist, values: {water: Water, rust: Rust}}
            lamp:
              name: Lamps
              workflow: repair
              office: hall
              place: optional
              public: true
              set: {kind: lamp}

        """

    static let calendar = """
        kind: calendar
        id: hall
        version: 1
        tz: Asia/Karachi
        hours: {mon-fri: ["09:00-17:00"]}
        """

    /// The town's files, with one text in them changed.
    static func set(_ old: String = "", _ new: String = "") -> DefinitionSet {
        let files = [
            ("repair.yaml", self.workflow), ("calendars/hall.yaml", self.calendar),
            ("programmes/town.yaml", self.programme),
        ]
        return DefinitionSet(
            files.map { DefinitionFile(path: $0.0, text: old.isEmpty ? $0.1 : $0.1.replacing(old, with: new)) },
            published: Instant(seconds: 1_767_225_600), by: "tests")
    }

    static var catalog: DefinitionCatalog { self.set().register.catalog }
}
