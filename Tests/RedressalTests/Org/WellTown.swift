import Redressal
import Testing

/// A programme as somebody wrote it, in all the ways in which lists of people can be written.
enum WellTown {
    /// Friday 10 April 2026, half past nine in Karachi.
    static let now = Instant(seconds: 1_775_795_400)

    static let text = """
        # Who is where.
        kind: programme
        programme: town
        version: 3 # the third
        tz: Asia/Karachi
        offices:
          town: {name: Town, kind: district, calendar: desk}
          well: {name: "The #1 well", kind: scheme, parent: town}
          care: {name: Care, kind: district, calendar: desk, lane: sensitive, serves: town}
        posts:
          # The chief.
          chief: {office: town, roles: [supervisor_l1], holder: u-1}
          keeper:
            office: well
            roles: [handler]
            holder:
              - {user: u-2, to: 2026-03-31}
              # Since the spring.
              - user: u-3
                from: 2026-04-01 # after the feast
          clerk: {office: town, roles: [intake]}
          gate:
            office: well
            roles: [guard]
          audit: {office: town, roles: [auditor], holder: [{user: u-5, to: 2026-05-31}, {user: u-6, from: 2026-06-01}]}
          nurse: {office: care, roles: [handler]}
        absences:
          # Leave.
          - {user: u-3, from: 2026-05-04, to: 2026-05-08, deputy: u-2}
          - user: u-2
            from: 2026-04-01
        people:
          u-1:
          u-2:
          u-3:
          u-4:
          u-5:
          u-6:

        """

    static func published(_ text: String = Self.text) -> PublishedDefinition {
        PublishedDefinition(
            kind: .programme, name: "town", version: 3, file: "programmes/town.yaml", text: text, defaults: nil,
            published: Instant(seconds: 0), by: "u-9")
    }

    static func making(
        _ change: OrganisationChange, in text: String = Self.text
    ) throws -> PublishedDefinition {
        let old = try #require(OrganisationText(Self.published(text)))
        return try old.making(change, OrgDirectory([old.programme]), at: Self.now, by: "u-6")
    }

    static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }
}
