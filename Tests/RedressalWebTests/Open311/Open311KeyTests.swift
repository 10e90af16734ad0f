import HTTPTypes
import Hummingbird
import Redressal
import RedressalWeb
import Testing

/// What is open to whoever comes, where programs have to show a key.
@Suite struct Open311KeyTests {
    /// A route that is added and forgotten here fails.
    @Test func everyRouteButWhatIsPublishedNeedsAKey() async throws {
        let published = Open311City.jurisdiction
        let closed = Open311Jurisdiction(
            id: published.id, changeset: published.changeset, mappings: published.mappings,
            services: published.services.filter { !$0.isPublic })
        let website = Website(
            identities: FakeIdentities(),
            publish: { catalog in
                catalog.add(Open311City.workflow)
                catalog.add(
                    Programme(
                        name: "p", version: 1, offices: [], posts: [], holdings: [], absences: [], people: [],
                        open311: closed))
            })
        let open = ["discovery", "services"]
        let number = TrackingReference.make(for: CaseID("a"))
        var counts = [200: 0, 403: 0]
        for route in website.server().makeRouter().routes where route.method != .head {
            let template = route.path.description
            guard template.contains("open311/") else { continue }
            let path = template.replacing("{code}", with: "hole").replacing("{request}", with: number)
                .replacing("{token}", with: number)
            let body = route.method == .post ? "service_code=hole" : nil
            let reply = try await website.send(
                route.method, path.hasPrefix("/") ? path : "/\(path)", body, headers: Open311City.form)
            guard reply.status != 405 else { continue }
            #expect(
                reply.status == (open.contains { template.contains($0) } ? 200 : 403), "\(route.method) \(template)")
            counts[reply.status, default: 0] += 1
        }
        #expect(counts == [200: 6, 403: 8])
    }
}
