import HTTPTypes
import Hummingbird
import Redressal

extension Open311Routes {
    /// `GET /open311/discovery`: where to ask, and what for.
    func discovery(_ question: Open311Question, _ place: Place) throws -> Response {
        let all = self.cases.catalog().jurisdictions
        guard let changeset = all.map(\.changeset).max() else { throw Open311Refusal.nothingPublished }
        let scheme = self.door?.isSecure == true ? "https" : "http"
        let endpoint = Open311Node.record([
            "specification": .text("http://wiki.open311.org/GeoReport_v2"),
            "url": .text("\(scheme)://\(place.request.head.authority ?? "localhost")/open311/v2"),
            "changeset": Open311Node(changeset), "type": .text("production"),
            "formats": .list(of: "format", [.text("text/xml"), .text("application/json")]),
        ])
        let words = { (texts: [String?]) in Open311Node(texts.compactMap { $0 }.joined(separator: "\n")) }
        let document = Open311Node.record([
            "changeset": Open311Node(changeset), "contact": words(all.map(\.contact)),
            "key_service": words(all.map(\.keyService)), "endpoints": .list(of: "endpoint", [endpoint]),
        ])
        return try question.format.response(.ok, document, root: "discovery")
    }

    /// `GET /open311/v2/services`: what can be asked for.
    func services(_ question: Open311Question) throws -> Response {
        let services = try question.jurisdiction(self.cases.catalog()).services.map { service in
            Open311Node.record([
                "service_code": .text(service.code), "service_name": .text(service.name),
                "description": Open311Node(service.description), "metadata": .flag(!service.attributes.isEmpty),
                "type": .text("realtime"), "keywords": .text(service.keywords.joined(separator: ",")),
                "group": Open311Node(service.group),
            ])
        }
        return try question.format.response(.ok, .list(of: "service", services), root: "services")
    }

    /// `GET /open311/v2/services/{code}`: what a service asks beyond what every request says.
    func service(_ question: Open311Question, _ code: String) throws -> Response {
        let service = try self.service(code, of: try question.jurisdiction(self.cases.catalog()))
        let attributes = service.attributes.enumerated().map { Open311Node($1, order: $0 + 1) }
        let definition = Open311Node.record([
            "service_code": .text(service.code), "attributes": .list(of: "attribute", attributes),
        ])
        return try question.format.response(.ok, definition, root: "service_definition")
    }
}

extension Open311Node {
    /// - Parameter order: Its place among the questions, from 1.
    fileprivate init(_ attribute: Open311Attribute, order: Int) {
        let values = attribute.choices.map { Open311Node.record(["key": .text($0.key), "name": .text($0.name)]) }
        self = .record([
            "variable": .flag(true), "code": .text(attribute.code), "datatype": .text(attribute.datatype.rawValue),
            "required": .flag(attribute.isRequired), "datatype_description": Open311Node(attribute.hint),
            "order": .number(order), "description": .text(attribute.description),
            "values": .list(of: "value", values),
        ])
    }
}
