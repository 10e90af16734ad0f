import Redressal
import Testing

/// Lanes as programmes and workflows declare them.
@Suite struct LaneReadingTests {
    private static func findings(_ offices: String) -> [String] {
        let text = """
            kind: programme
            programme: town
            version: 1
            tz: UTC
            offices:
              top: {name: Top, kind: province, calendar: wall}
              unit: {name: Unit, kind: unit, parent: top}
            \(offices.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
            """
        return ProgrammeReader.read(text, file: "town.yaml", calendars: ["wall"]).findings.map(\.message)
    }

    @Test func anOfficeOfALaneServesAnOrdinaryOne() {
        #expect(Self.findings("hidden: {name: H, kind: h, calendar: wall, lane: quiet, serves: top}") == [])
    }

    @Test func aTreeIsInOneLane() {
        #expect(
            Self.findings("hidden: {name: H, kind: h, parent: top, lane: quiet}") == [
                "expected 'hidden' and the office above it in one lane but found lane 'quiet' under no lane"
            ])
        #expect(
            Self.findings(
                "hidden: {name: H, kind: h, calendar: wall, lane: quiet}\nbelow: {name: B, kind: b, parent: hidden}")
                == ["expected 'below' and the office above it in one lane but found no lane under lane 'quiet'"])
    }

    @Test func handOversComeFromOrdinaryOfficesAlone() {
        #expect(
            Self.findings("desk: {name: D, kind: d, parent: top, serves: unit}") == [
                "expected an office of a lane to serve 'unit' but 'desk' is in none"
            ])
        #expect(
            Self.findings(
                "one: {name: O, kind: o, calendar: wall, lane: quiet}\n"
                    + "two: {name: T, kind: t, calendar: wall, lane: quiet, serves: one}") == [
                    "expected 'two' to serve an ordinary office but 'one' is in a lane"
                ])
        #expect(Self.findings("two: {name: T, kind: t, calendar: wall, lane: quiet, serves: nowhere}").count == 1)
    }

    @Test func theNearestOfficeThatServesTakesIt() {
        func office(_ id: String, under parent: String? = nil, lane: String? = nil, serves: String? = nil) -> Office {
            Office(id: id, name: id, kind: "k", parent: parent, calendar: "wall", lane: lane, serves: serves)
        }
        let org = OrgDirectory([
            Programme(
                name: "town", version: 1,
                offices: [
                    office("top"), office("district", under: "top"), office("unit", under: "district"),
                    office("other", under: "top"), office("far"),
                    office("wide", lane: "quiet", serves: "top"),
                    office("near", under: "wide", lane: "quiet", serves: "district"),
                    office("loud", lane: "noise", serves: "unit"),
                ],
                posts: [
                    Post(id: "chief", office: "top", roles: ["chief"], covers: ["top", "wide"]),
                    Post(id: "lead", office: "wide", roles: ["lead"], covers: ["wide", "top"]),
                ], holdings: [], absences: [], people: [])
        ])
        for (from, keeper) in [
            ("unit", "near"), ("district", "near"), ("other", "wide"), ("top", "wide"), ("far", nil),
        ] {
            #expect(org.office(ofLane: "quiet", for: from) == keeper, "\(from)")
        }
        let (chief, lead) = (org.allPosts[0], org.allPosts[1])
        for hidden in ["wide", "near"] { #expect(!org.reaches(hidden, chief) && org.reaches(hidden, lead)) }
        for ordinary in ["top", "unit"] { #expect(org.reaches(ordinary, chief) && !org.reaches(ordinary, lead)) }
    }
}
