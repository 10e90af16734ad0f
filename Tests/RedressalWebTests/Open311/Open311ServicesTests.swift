import HTTPTypes
import Hummingbird
import Redressal
import Testing

/// What is published, word for word, in both formats.
@Suite struct Open311ServicesTests {
    private static let head = #"<?xml version="1.0" encoding="utf-8"?>"# + "\n"

    private func get(_ path: String, _ website: Website = Open311City.website()) async throws -> Reply {
        try await website.send(.get, "/open311/\(path)")
    }

    @Test func servicesAreListed() async throws {
        let json = try await self.get("v2/services.json")
        #expect(json.status == 200)
        #expect(json.header("Content-Type") == "application/json; charset=utf-8")
        #expect(
            json.body
                == #"[{"description":null,"group":"Streets","keywords":"road,hole","metadata":true,"service_code":"hole","#
                + #""service_name":"Holes","type":"realtime"},{"description":"Broken lamps","group":null,"keywords":"","#
                + #""metadata":false,"service_code":"lamp","service_name":"Lamps","type":"realtime"}]"#)
        let xml = try await self.get("v2/services.xml?jurisdiction_id=city.example.org")
        #expect(xml.header("Content-Type") == "text/xml; charset=utf-8")
        #expect(
            xml.body
                == Self.head + "<services><service><description /><group>Streets</group><keywords>road,hole</keywords>"
                + "<metadata>true</metadata><service_code>hole</service_code><service_name>Holes</service_name>"
                + "<type>realtime</type></service><service><description>Broken lamps</description><group />"
                + "<keywords></keywords><metadata>false</metadata><service_code>lamp</service_code>"
                + "<service_name>Lamps</service_name><type>realtime</type></service></services>")
    }

    @Test func aServiceTellsWhatItAsks() async throws {
        let json = try await self.get("v2/services/hole.json")
        #expect(
            json.body
                == #"{"attributes":[{"code":"LANGUAGE","datatype":"singlevaluelist","datatype_description":"Choose one","#
                + #""description":"Language?","order":1,"required":true,"values":[{"key":"en","name":"English"},"#
                + #"{"key":"ur","name":"اردو"}],"variable":true}],"service_code":"hole"}"#)
        let xml = try await self.get("v2/services/hole.xml")
        #expect(
            xml.body
                == Self.head + "<service_definition><attributes><attribute><code>LANGUAGE</code>"
                + "<datatype>singlevaluelist</datatype><datatype_description>Choose one</datatype_description>"
                + "<description>Language?</description><order>1</order><required>true</required><values><value>"
                + "<key>en</key><name>English</name></value><value><key>ur</key><name>اردو</name></value></values>"
                + "<variable>true</variable></attribute></attributes><service_code>hole</service_code></service_definition>"
        )
        #expect(try await self.get("v2/services/lamp.json").body == #"{"attributes":[],"service_code":"lamp"}"#)
    }

    @Test func discoveryTellsWhereAndWhomToAsk() async throws {
        let json = try await self.get("discovery.json")
        #expect(json.status == 200)
        #expect(json.body.contains(#""changeset":"2026-04-10T00:00:00Z""#))
        #expect(json.body.contains(#""contact":"City hall""#))
        #expect(json.body.contains(#""formats":["text/xml","application/json"]"#))
        #expect(json.body.contains(#"/open311/v2""#))
        let xml = try await self.get("discovery.xml")
        #expect(xml.body.hasPrefix(Self.head + "<discovery><changeset>"))
        #expect(xml.body.contains("<key_service>Ask &amp; wait</key_service>"))
        #expect(xml.body.contains("<formats><format>text/xml</format><format>application/json</format></formats>"))
    }

    /// Errors are the standard's array, with its statuses.
    @Test(arguments: [
        ("v2/services/tree.json", 404, "expected a 'service_code' of 'city.example.org' but it was not found"),
        (
            "v2/services.json?jurisdiction_id=other", 404,
            "expected a 'jurisdiction_id' that is published here but it was not found"
        ),
        (
            "v2/services.json?jurisdiction_id=%ff", 400,
            "expected percent-encoded UTF-8 in the form but found other bytes"
        ),
    ])
    func errorsAreAnArray(_ path: String, _ status: Int, _ description: String) async throws {
        let json = try await self.get(path)
        #expect(json.status == status)
        #expect(json.body == #"[{"code":\#(status),"description":"\#(description)"}]"#)
        let xml = try await self.get(path.replacing(".json", with: ".xml"))
        let escaped = description.replacing("'", with: "&apos;")
        #expect(xml.status == status)
        #expect(
            xml.body
                == Self.head
                + "<errors><error><code>\(status)</code><description>\(escaped)</description></error></errors>")
    }

    @Test func aJurisdictionMustBeNamedWhereThereAreSeveral() async throws {
        let other = Open311Jurisdiction(id: "town", changeset: Instant(seconds: 0), mappings: [:], services: [])
        let website = Open311City.website(nil, [other])
        #expect(try await self.get("v2/services.json", website).status == 400)
        #expect(try await self.get("v2/services.json?jurisdiction_id=town", website).body == "[]")
        #expect(try await self.get("v2/services.xml?jurisdiction_id=town", website).body == Self.head + "<services />")
        let none = Website()
        for path in ["v2/services.json", "discovery.json", "v2/requests.json"] {
            #expect(try await self.get(path, none).status == 404, "\(path)")
        }
    }

    @Test func otherMethodsAreRefusedInTheSameForm() async throws {
        let reply = try await Open311City.website().send(.delete, "/open311/v2/requests.json")
        #expect(reply.status == 405)
        #expect(reply.header("Allow") == "GET, HEAD, POST")
        #expect(reply.body.hasPrefix(#"[{"code":405,"description":"expected GET, HEAD, POST"#))
    }
}
