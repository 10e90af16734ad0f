import ArgumentParser
import Foundation
import Redressal

/// The fields of a command: `--set name=value`, or `--set-file name=path` for long texts.
struct FieldOptions: ParsableArguments {
    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("A field, as name=value; lists separate items by commas.", valueName: "name=value"))
    var assignments: [String] = []

    @Option(
        name: .customLong("set-file"),
        help: ArgumentHelp("A field whose value is a file's text (UTF-8), as name=path.", valueName: "name=path"))
    var files: [String] = []

    /// - Throws: ``CommandFailure`` for a field that the workflow does not have, or a value of another type.
    func fields(of workflow: WorkflowDefinition) throws -> [String: FieldValue] {
        var fields: [String: FieldValue] = [:]
        for assignment in self.assignments {
            let (name, text) = try Self.split(assignment, option: "--set")
            fields[name] = try Self.value(name, text, of: workflow)
        }
        for file in self.files {
            let (name, path) = try Self.split(file, option: "--set-file")
            fields[name] = try Self.value(name, try Self.read(path, for: name), of: workflow)
        }
        return fields
    }

    private static func split(_ text: String, option: String) throws -> (String, String) {
        guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
            throw CommandFailure(.refused, "expected \(option) name=… but found '\(text.prefix(40))'")
        }
        return (String(text[..<sign]), String(text[text.index(after: sign)...]))
    }

    private static func value(_ name: String, _ text: String, of workflow: WorkflowDefinition) throws -> FieldValue {
        guard let field = workflow.field(FieldName(name)) else {
            throw CommandFailure(.refused, "expected a field of \(workflow.name) but found '\(name)'")
        }
        guard let value = field.type.value(typed: text), field.type.holds(value, values: field.values) else {
            throw CommandFailure(
                .refused,
                "expected \(field.type.expectation(values: field.values)) in '\(name)' but found something else")
        }
        return value
    }

    private static func read(_ path: String, for name: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(.refused, "expected to read the file of '\(name)' but cannot")
        }
        guard let text = String(bytes: data, encoding: .utf8) else {
            throw CommandFailure(.refused, "expected UTF-8 text in the file of '\(name)' but found other bytes")
        }
        return text
    }
}
