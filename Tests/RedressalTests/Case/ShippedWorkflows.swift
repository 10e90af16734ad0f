import Foundation
import Redressal
import RedressalTesting

/// The workflows and calendars of `workflows/`, with an office in which somebody holds every post they name.
enum ShippedWorkflows {
    private static let folder = GoldenFiles.root.appending(path: "workflows")

    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: self.folder.path())
            .filter { $0.hasSuffix(".yaml") && $0 != "defaults.yaml" }.map { String($0.dropLast(5)) }.sorted()
    }

    /// The calendars that the offices of the walks go by.
    static let officeCalendars = ["kp-5day", "kp-6day", "kh-gov"]

    /// Read once for each calendar: the walks are many.
    private static let catalogs = Dictionary(
        uniqueKeysWithValues: officeCalendars.map { calendar in
            (calendar, Result { try read(calendar: calendar) })
        })

    static func catalog(calendar: String) throws -> DefinitionCatalog {
        try self.catalogs[calendar]?.get() ?? self.read(calendar: calendar)
    }

    private static func read(calendar: String) throws -> DefinitionCatalog {
        let texts = try self.names().map { try self.text("\($0).yaml") }
        let calendars = ["kp-5day", "kp-6day", "kp-health-24x7", "kh-gov", "wall", "boston"]
        let programme = try self.programme(texts: texts, calendar: calendar)
        return try DefinitionCatalog(
            workflows: texts, defaults: self.text("defaults.yaml"),
            calendars: calendars.map { try self.text("calendars/\($0).yaml") }, programmes: [programme])
    }

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: self.folder.appending(path: path), encoding: .utf8)
    }

    /// One post a role, by turns in one of three offices; every fifth has nobody.
    private static func programme(texts: [String], calendar: String) throws -> Programme {
        let definitions = try DefinitionCatalog(
            workflows: texts, defaults: self.text("defaults.yaml"), calendars: [], programmes: [])
        let all = definitions.workflowNames.compactMap { definitions.workflow(named: $0) }
        let roles = Set(all.flatMap { $0.roles.map(\.rawValue) + $0.posts }).sorted()
        let hidden = Set(all.filter { $0.lane != nil }.flatMap { $0.roles.map(\.rawValue) })
        let offices = ["cell", "district", "province"]
        return Programme(
            name: "all", version: 1,
            offices: offices.enumerated().map { index, id in
                Office(
                    id: id, name: id, kind: id, parent: index < 2 ? offices[index + 1] : nil,
                    calendar: index == 2 ? "wall" : calendar)
            }
                + all.compactMap(\.lane).map { lane in
                    Office(
                        id: lane, name: lane, kind: lane, parent: nil, calendar: "wall", lane: lane, serves: "province")
                },
            posts: roles.enumerated().map { index, role in
                Post(
                    id: "post-\(role)", office: hidden.contains(role) ? "sensitive" : offices[index % 3],
                    roles: [role])
            },
            holdings: roles.enumerated().filter { $0.offset % 5 != 4 }
                .map { Holding(post: "post-\($0.element)", user: "user-\($0.offset % 7)") },
            absences: [Absence(user: "user-3", from: .april(1, 0), to: .april(40, 0))], people: [])
    }
}
