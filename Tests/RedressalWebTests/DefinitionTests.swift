import HTTPTypes
import Redressal
import Testing

@Suite struct DefinitionTests {
    private let website = Website(hasWorkflow: true)

    @Test func whatIsPublishedIsListed() async throws {
        let reply = try await self.website.send(.get, "/definitions")
        #expect(
            reply.body
                == #"{"calendars":[],"programmes":[{"name":"kss","version":1}],"#
                + #""workflows":[{"name":"complaint","version":2,"versions":[2]}]}"#)
    }

    @Test func aWorkflowIsShownAsJSONOrAsAPicture() async throws {
        for path in ["/definitions/workflows/complaint", "/definitions/workflows/complaint/2"] {
            let json = try await self.website.send(.get, path)
            #expect(json.status == 200)
            #expect(json.body.contains(#""parties":{"complainant":"complainant_ref"}"#))
            #expect(
                json.body.contains(
                    #"{"final":"reopenable","initial":false,"name":"closed","pauses":false,"shows":[],"sla":"none","waits_for":[]}"#
                ))
            let picture = try await self.website.send(.get, path, headers: [.accept: "text/html, image/svg+xml;q=0.9"])
            #expect(picture.header("Content-Type") == "image/svg+xml")
            #expect(picture.body.hasPrefix("<svg "))
            let any = try await self.website.send(.get, path, headers: [.accept: "image/svg+xml, application/json"])
            #expect(any.body == json.body)
            for reply in [json, picture] { #expect(reply.header("Vary") == "Accept") }
        }
    }

    @Test(arguments: [
        ("/definitions/workflows/complain", "; did you mean 'complaint'?"), ("/definitions/workflows/complaint/3", ""),
        ("/definitions/workflows/complaint/x", ""), ("/calendars/wall", ""),
    ])
    func whatIsNotPublishedIsNotFound(path: String, advice: String) async throws {
        let reply = try await self.website.send(.get, path)
        #expect(reply.status == 404)
        #expect(reply.body.contains("/problems/unknown_definition"))
        #expect(reply.body.contains(advice))
    }
}
