import Foundation
import Testing

@testable import Redressal

/// The schema for editors is written by hand; it must not drift from what the reader takes.
@Suite struct WorkflowSchemaTests {
    @Test(arguments: [
        ("workflow", DefinitionReader.keys), ("action", ActionReader.keys), ("state", StateReader.keys),
        ("field", FieldReader.keys), ("defaults", DefaultsReader.keys),
    ])
    func theSchemaKnowsTheReadersKeys(definition: String, keys: [String]) throws {
        #expect(try Self.properties(of: definition) == keys.sorted())
    }

    @Test func theSchemaKnowsTheFieldTypes() throws {
        let types = try #require(try Self.definition("fieldType")["enum"] as? [String])
        #expect(types == FieldType.scalars.map(\.description) + FieldType.scalars.map { "list of \($0)" })
    }

    private static func properties(of name: String) throws -> [String] {
        let definition = try self.definition(name)
        let choices = definition["anyOf"] as? [[String: Any]] ?? [definition]
        return choices.compactMap { $0["properties"] as? [String: Any] }.flatMap(\.keys).sorted()
    }

    private static func definition(_ name: String) throws -> [String: Any] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../schemas/workflow.schema.json").standardizedFileURL
        let root = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        let definitions = try #require(root["$defs"] as? [String: [String: Any]])
        return try #require(definitions[name])
    }
}
