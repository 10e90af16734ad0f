import HTTPTypes
import Redressal
import Testing

/// Who is away and who sits where, changed by administrators on pages.
@Suite struct OrganisationPageTests {
    private static let text = """
        kind: programme
        programme: town
        version: 3
        tz: Asia/Karachi
        offices:
          town: {name: Town, kind: district, calendar: wall}
          well: {name: Well, kind: scheme, parent: town}
          far: {name: Far, kind: district, calendar: wall}
        posts:
          keeper-of-accounts: {office: town, roles: [administrator], holder: malik}
          chief: {office: town, roles: [handler], holder: noor}
          well-keeper: {office: well, roles: [handler, guard], holder: pari} # for now
          far-chief: {office: far, roles: [handler], holder: omar}
        people: {malik: {}, noor: {}, pari: {}, omar: {}, zia: {}}

        """

    private static func website() throws -> Website {
        let website = try Website.withPages()
        website.organisation.publish("town", version: 3, Self.text)
        return website
    }

    private static func latest(_ website: Website) async throws -> PublishedDefinition {
        try #require(try await website.organisation.programmes().first)
    }

    private static let week = "user=noor&first=2026-04-13&last=2026-04-17&deputy=pari"

    @Test func anAbsenceIsLookedAtAndThenPublished() async throws {
        let website = try Self.website()
        let head = website.cookie("malik")
        let empty = try await website.send(.get, "/console/admin/absences/new", headers: head)
        #expect(empty.status == 200 && !empty.body.contains("Publish under your name"))
        let look = try await website.send(.get, "/console/admin/absences/new?\(Self.week)", headers: head)
        #expect(look.status == 200, "\(look.body)")
        for words in [
            "noor is away from Mon, 13 Apr 2026 to Fri, 17 Apr 2026", "pari sits in these posts meanwhile", ">chief<",
            "version 4 of the programme town", "judges nothing that is about noor",
        ] { #expect(look.body.contains(words), "\(words): \(look.body)") }
        #expect(try await Self.latest(website).version == 3)
        let form = "\(Self.week)&version=3"
        let sent = try await website.send(.post, "/console/admin/absences", form, headers: head)
        #expect(sent.status == 303 && sent.header("Location") == "/console/admin/absences", "\(sent.body)")
        let next = try await Self.latest(website)
        #expect(next.version == 4 && next.by == "malik")
        #expect(next.text.hasSuffix("absences:\n  - {user: noor, from: 2026-04-13, to: 2026-04-17, deputy: pari}\n"))
        #expect(next.text.hasPrefix(Self.text.replacing("version: 3", with: "version: 4")))
        // Sent twice it is published once.
        #expect(try await website.send(.post, "/console/admin/absences", form, headers: head).status == 303)
        #expect(try await Self.latest(website).version == 4)
        let list = try await website.send(.get, "/console/admin/absences", headers: head)
        #expect(list.body.contains("town: version 4, published by malik on"), "\(list.body)")
        #expect(list.body.contains("/console/admin/absences/end?user=noor&amp;from=2026-04-12T19:00:00.000Z"))
    }

    private static func orders(_ website: Website) -> [PublicationOrdered] {
        website.access.entries.compactMap { entry in
            if case .publicationOrdered(let facts) = entry.fact, entry.reader?.account == "malik" { facts } else { nil }
        }
    }

    /// Who published what about whom is written down before it is tried and once it is done, and auditors read it.
    @Test func whoPublishedIsWrittenDown() async throws {
        let website = try Self.website()
        let head = website.cookie("malik")
        for (path, form) in [
            ("absences", "\(Self.week)&version=3"),
            ("absences/end", "user=noor&from=2026-04-12T19%3A00%3A00.000Z&day=2026-04-15&version=4"),
            ("posts/well-keeper", "user=zia&day=2026-05-01&version=5"),
            ("posts/chief", "vacant=yes&day=2026-05-01&version=6"),
        ] {
            let reply = try await website.send(.post, "/console/admin/\(path)", form, headers: head)
            #expect(reply.status == 303, "\(path): \(reply.body)")
        }
        let told = [
            "programme town version 4, absence noor with pari instead, by malik",
            "programme town version 5, absence_ended noor, by malik",
            "programme town version 6, seat zia in well-keeper after pari, by malik",
            "programme town version 7, seat in chief after noor, by malik",
        ]
        let orders = Self.orders(website)
        #expect(orders.map(\.step) == Array(repeating: [.asked, .done], count: 4).flatMap(\.self))
        #expect(website.access.entries.map(\.fact.summary) == told.flatMap { ["asked: \($0)", "done: \($0)"] })
        let page = try await website.send(.get, "/console/audit/access", headers: website.cookie("vanna"))
        #expect(page.body.contains("Had a definition published") && page.body.contains("done: \(told[3])"))
        let list = try await website.send(.get, "/audit/access", headers: website.bearer("vanna"))
        #expect(
            list.body.contains(#""change":"seat","kind":"programme","leaves":"noor","name":"town""#), "\(list.body)")
    }

    /// No trace, no change.
    @Test(arguments: [
        ("absences", Self.week), ("posts/well-keeper", "user=zia&day=2026-05-01"),
        ("posts/well-keeper", "vacant=yes&day=2026-05-01"),
    ])
    func whatCannotBeWrittenDownIsNotPublished(_ path: String, _ form: String) async throws {
        let website = try Self.website()
        website.access.fail()
        let reply = try await website.send(
            .post, "/console/admin/\(path)", "\(form)&version=3", headers: website.cookie("malik"))
        #expect(reply.status == 503 && reply.body.contains("The system cannot answer at the moment."), "\(reply.body)")
        #expect(try await Self.latest(website).version == 3)
    }

    /// Who came second has asked, and nothing says that it was done.
    @Test func whoComesSecondHasNotPublished() async throws {
        let website = try Self.website()
        website.organisation.comeLate()
        let reply = try await website.send(
            .post, "/console/admin/absences", "\(Self.week)&version=3", headers: website.cookie("malik"))
        #expect(reply.status == 409)
        #expect(Self.orders(website).map(\.step) == [.asked])
    }

    /// Two at once: the second is told, and nothing of the first is lost.
    @Test func whoLookedAtAnotherVersionIsTold() async throws {
        let website = try Self.website()
        let head = website.cookie("malik")
        let other = "user=zia&day=2026-05-01&version=3"
        #expect(try await website.send(.post, "/console/admin/posts/chief", other, headers: head).status == 303)
        let reply = try await website.send(
            .post, "/console/admin/absences", "\(Self.week)&version=3", headers: head)
        #expect(reply.status == 409 && reply.body.contains("Somebody else published another version meanwhile"))
        #expect(reply.body.contains("name=\"version\" value=\"4\""), "\(reply.body)")
        let again = try await website.send(
            .post, "/console/admin/absences", "\(Self.week)&version=4", headers: head)
        #expect(again.status == 303)
        let next = try await Self.latest(website)
        #expect(next.version == 5 && next.text.contains("{user: zia, from: 2026-05-01}"))
    }

    @Test func anAbsenceIsEndedSooner() async throws {
        let website = try Self.website()
        let head = website.cookie("malik")
        _ = try await website.send(.post, "/console/admin/absences", "\(Self.week)&version=3", headers: head)
        let path = "/console/admin/absences/end?user=noor&from=2026-04-12T19:00:00.000Z"
        let form = try await website.send(.get, path, headers: head)
        #expect(form.status == 200 && form.body.contains("First day back"), "\(form.body)")
        let look = try await website.send(.get, "\(path)&day=2026-04-15", headers: head)
        #expect(look.body.contains("noor is back from Wed, 15 Apr 2026 on."), "\(look.body)")
        let late = try await website.send(.get, "\(path)&day=2026-04-20", headers: head)
        #expect(late.status == 422 && late.body.contains("This absence is over before that day."))
        let sent = try await website.send(
            .post, "/console/admin/absences/end",
            "user=noor&from=2026-04-12T19%3A00%3A00.000Z&day=2026-04-15&version=4", headers: head)
        #expect(sent.status == 303, "\(sent.body)")
        #expect(try await Self.latest(website).text.contains("from: 2026-04-13, to: 2026-04-14, deputy: pari"))
    }

    @Test func aPostIsFilledAndLeftVacant() async throws {
        let website = try Self.website()
        let head = website.cookie("malik")
        let path = "/console/admin/posts/well-keeper"
        let filled = try await website.send(.get, "\(path)?user=zia&day=2026-05-01", headers: head)
        for words in ["From Fri, 1 May 2026 on zia sits in well-keeper", "pari leaves it then"] {
            #expect(filled.body.contains(words), "\(filled.body)")
        }
        let vacant = try await website.send(.get, "\(path)?vacant=yes&day=2026-05-01", headers: head)
        #expect(vacant.body.contains("From Fri, 1 May 2026 on nobody sits in well-keeper."), "\(vacant.body)")
        #expect(vacant.body.contains("Its duties go to whoever else has its roles") && vacant.body.contains(">chief<"))
        #expect(vacant.body.contains("Nobody else has these of its roles for its office: Guard."), "\(vacant.body)")
        for form in ["day=2026-05-01", "user=zia&vacant=yes&day=2026-05-01"] {
            let reply = try await website.send(.get, "\(path)?\(form)", headers: head)
            #expect(reply.status == 422 && reply.body.contains("Please fill in all that is asked for."))
        }
        let sent = try await website.send(.post, path, "vacant=yes&day=2026-05-01&version=3", headers: head)
        #expect(sent.status == 303 && sent.header("Location") == "/console/admin/posts")
        let next = try await Self.latest(website)
        #expect(next.text.contains("holder: [{user: pari, to: 2026-04-30}]} # for now\n"))
    }

    /// What lies beyond the administrator's post, or is about themselves, is somebody else's to change.
    @Test func whatIsOutOfReachIsRefused() async throws {
        let website = try Self.website()
        let head = website.cookie("malik")
        let days = "first=2026-04-13&last=2026-04-14"
        for form in ["user=omar&\(days)", "user=noor&\(days)&deputy=omar", "user=malik&\(days)"] {
            let look = try await website.send(.get, "/console/admin/absences/new?\(form)", headers: head)
            #expect(look.status == 403, "\(form): \(look.body)")
            let sent = try await website.send(.post, "/console/admin/absences", "\(form)&version=3", headers: head)
            #expect(sent.status == 403)
        }
        for post in ["far-chief", "none"] {
            #expect(try await website.send(.get, "/console/admin/posts/\(post)", headers: head).status == 404)
        }
        let own = try await website.send(
            .post, "/console/admin/posts/keeper-of-accounts", "user=zia&day=2026-05-01&version=3", headers: head)
        #expect(own.status == 403)
        #expect(try await Self.latest(website).version == 3)
        #expect(website.access.lines.allSatisfy { $0 == "RequestRefused malik" } && !website.access.lines.isEmpty)
    }

    @Test(arguments: ["/console/admin/absences", "/console/admin/absences/end", "/console/admin/posts/chief"])
    func anothersSiteAndOtherPeopleChangeNothing(_ path: String) async throws {
        let website = try Self.website()
        var head = website.cookie("malik")
        head[try #require(HTTPField.Name("Sec-Fetch-Site"))] = "cross-site"
        #expect(try await website.send(.post, path, "version=3", headers: head).status == 403)
        #expect(try await website.send(.post, path, "version=3", headers: website.cookie("noor")).status == 403)
        #expect(try await Self.latest(website).version == 3)
    }
}
