import HTTPTypes
import Hummingbird
import Redressal
import RedressalWeb
import Testing

/// Who sees which request, and how it is shown.
@Suite struct Open311RequestsTests {
    private static let shown =
        #"{"address":"Main & Side St","address_id":null,"agency_responsible":"kss","description":null,"#
        + #""expected_datetime":null,"lat":34.15,"long":null,"media_url":null,"#
        + #""requested_datetime":"2026-04-10T04:30:00Z","service_code":"hole","service_name":"Holes","#
        + #""service_notice":"Within a week","service_request_id":"NUMBER","status":"open","#
        + #""status_notes":"We look at it <soon>","updated_datetime":"2026-04-10T04:30:00Z","zipcode":null}"#

    private func get(_ path: String, _ website: Website, key: String? = nil) async throws -> Reply {
        let sign = path.contains("?") ? "&" : "?"
        return try await website.send(.get, "/open311/v2/\(path)" + (key.map { "\(sign)api_key=\($0)" } ?? ""))
    }

    @Test func aRequestIsShownWithoutWhatIsSealed() async throws {
        let website = Open311City.website()
        let request = try #require(Open311City.request("a"))
        website.views.add(request, filedBy: "web")
        let number = request.state.reference
        let json = try await self.get("requests/\(number).json", website)
        #expect(json.body == "[" + Self.shown.replacing("NUMBER", with: number) + "]")
        let typed = try await self.get("requests/\(number.replacing("-", with: "").lowercased()).json", website)
        #expect(typed.body == json.body)
        let xml = try await self.get("requests/\(number).xml", website)
        #expect(
            xml.body
                == #"<?xml version="1.0" encoding="utf-8"?>"#
                + "\n<service_requests><request><address>Main &amp; Side St</address><address_id />"
                + "<agency_responsible>kss</agency_responsible><description /><expected_datetime />"
                + "<lat>34.15</lat><long /><media_url /><requested_datetime>2026-04-10T04:30:00Z</requested_datetime>"
                + "<service_code>hole</service_code><service_name>Holes</service_name>"
                + "<service_notice>Within a week</service_notice><service_request_id>\(number)</service_request_id>"
                + "<status>open</status><status_notes>We look at it &lt;soon&gt;</status_notes>"
                + "<updated_datetime>2026-04-10T04:30:00Z</updated_datetime><zipcode /></request></service_requests>"
        )
        #expect(!(json.body + xml.body).contains("web.7f"))
    }

    @Test func aTokenIsTheNumberItself() async throws {
        let website = Open311City.website()
        let request = try #require(Open311City.request("a"))
        website.views.add(request, filedBy: "web")
        let number = request.state.reference
        let json = try await self.get("tokens/\(number).json", website)
        #expect(json.body == #"[{"service_request_id":"\#(number)","token":"\#(number)"}]"#)
        #expect(try await self.get("tokens/none.json", website).status == 404)
    }

    /// A key sees what it filed and what is public; nobody known sees what is public.
    @Test func eachKeySeesWhatItFiledAndWhatIsPublic() async throws {
        let website = Open311City.website(FakeIdentities())
        let (hole, lamp) = (try #require(Open311City.request("a")), try #require(Open311City.request("b", to: "lamp")))
        website.views.add(hole, filedBy: "web")
        website.views.add(lamp, filedBy: "web")
        let (web, app) = (Open311City.key(website), Open311City.key(website, of: "app"))
        for (key, numbers) in [(web, [hole, lamp]), (app, [lamp]), (nil, [lamp])] as [(String?, [FiledRequest])] {
            let list = try await self.get("requests.json", website, key: key)
            for request in [hole, lamp] {
                let number = request.state.reference
                let isSeen = numbers.contains(request)
                #expect(list.body.contains(number) == isSeen)
                #expect(try await self.get("requests/\(number).json", website, key: key).status == (isSeen ? 200 : 404))
                #expect(try await self.get("tokens/\(number).json", website, key: key).status == (isSeen ? 200 : 404))
                let named = try await self.get("requests.json?service_request_id=\(number)", website, key: key)
                #expect(named.body.contains(number) == isSeen)
            }
        }
        #expect(try await self.get("requests.json?service_code=hole", website).status == 403)
        #expect(try await self.get("requests.json", website, key: "wrong").status == 403)
    }

    /// A request that is another's, and one that is not there, are answered alike.
    @Test func anothersRequestIsAsIfItDidNotExist() async throws {
        let website = Open311City.website(FakeIdentities())
        let request = try #require(Open311City.request("a"))
        website.views.add(request, filedBy: "web")
        let key = Open311City.key(website, of: "app")
        let unknown = TrackingReference.make(for: CaseID("nobody"))
        let hidden = try await self.get("requests/\(request.state.reference).json", website, key: key)
        let missing = try await self.get("requests/\(unknown).json", website, key: key)
        #expect((hidden.status, hidden.body) == (missing.status, missing.body))
        #expect(hidden.status == 404)
    }

    @Test func aRequestFiledAMomentAgoIsWaitedFor() async throws {
        let website = Open311City.website()
        let request = try #require(Open311City.request("a"))
        website.views.add(request, filedBy: "web", whenAwaited: true)
        #expect(try await self.get("requests/\(request.state.reference).json", website).status == 200)
    }

    @Test func aListAsksForWhatItSays() async throws {
        let website = Open311City.website()
        let now = try #require(Website.now)
        let start = now.advanced(bySeconds: -90 * 86_400)
        _ = try await self.get("requests.json", website)
        _ = try await self.get("requests.json?status=open,closed&service_code=lamp,hole", website)
        _ = try await self.get("requests.json?status=closed&page=3&page_size=20&service_code=lamp", website)
        _ = try await self.get("requests.json?start_date=2026-03-01T00:00:00%2B05:00&extra=1", website)
        _ = try await self.get("requests.json?end_date=2026-03-01T00:00:00Z", website)
        let filters = website.views.requestFilters
        #expect(filters.map(\.status) == [nil, nil, .closed, nil, nil])
        #expect(filters.map(\.kinds.count) == [2, 2, 1, 2, 2])
        #expect(filters.map(\.limit) == [1000, 1000, 20, 1000, 1000])
        #expect(filters.map(\.offset) == [0, 0, 40, 0, 0])
        #expect(filters[0].opened == start...now)
        let march = try #require(Instant("2026-03-01T00:00:00+05:00"))
        #expect(filters[3].opened == march...march.advanced(bySeconds: 90 * 86_400))
        let first = try #require(Instant("2026-03-01T00:00:00Z"))
        #expect(filters[4].opened == first.advanced(bySeconds: -90 * 86_400)...first)
        // Numbers override everything else; what is no number is not found.
        _ = try await self.get("requests.json?service_request_id=K7MQ-3RTW-9XHC,12&status=wrong", website)
        #expect(website.views.requestFilters.last?.references?.count ?? 9 <= 1)
    }

    @Test(arguments: [
        ("status=shut", 400), ("start_date=yesterday", 400), ("page_size=1001", 400), ("page=0", 400),
        ("start_date=2026-01-01T00:00:00Z&end_date=2026-05-01T00:00:00Z", 400),
        ("start_date=2026-05-01T00:00:00Z&end_date=2026-04-01T00:00:00Z", 400), ("service_code=tree", 404),
    ])
    func whatCannotBeMeantIsRefused(_ query: String, _ status: Int) async throws {
        let reply = try await self.get("requests.json?\(query)", Open311City.website())
        #expect(reply.status == status)
        #expect(reply.body.hasPrefix(#"[{"code":\#(status),"description":"expected "#))
    }

    @Test func aDatabaseThatIsAwayIsSaidSo() async throws {
        let website = Open311City.website()
        website.views.fail(ViewsUnavailable("expected the read models to answer but they do not"))
        #expect(try await self.get("requests.json", website).status == 503)
    }
}
