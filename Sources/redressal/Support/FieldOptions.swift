import ArgumentParser
import Foundation
import Redressal

/// The fields of a command: `--set name=value`, or `--set-file name=path` for long texts.
struct FieldOptions: ParsableArguments {
    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "A field, as name=value; lists separate items by commas, and nothing after the sign empties a field.",
            valueName: "name=value"))
    var assignments: [String] = []

    @Option(
        name: .customLong("set-file"),
        help: ArgumentHelp("A field whose value is a file's text (UTF-8), as name=path.", valueName: "name=path"))
    var files: [String] = []

    func validate() throws {
        var names: Set<String> = []
        for assignment in self.assignments { try Self.check(assignment, "--set", &names) }
        for file in self.files {
            let (name, path) = try Self.check(file, "--set-file", &names)
            guard !path.isEmpty else {
                throw ValidationError("expected a file's path in --set-file \(name)=… but it is empty")
            }
        }
    }

    /// - Throws: ``CommandFailure`` for a field that the workflow does not have, or a value of another type.
    func fields(of workflow: WorkflowDefinition) throws -> [String: FieldValue] {
        var fields: [String: FieldValue] = [:]
        for assignment in self.assignments {
            let (name, text) = try Self.split(assignment, "--set")
            fields[name] = try Self.value(name, text, of: workflow)
        }
        for file in self.files {
            let (name, path) = try Self.split(file, "--set-file")
            fields[name] = try Self.value(name, try FieldFile(path, of: name).text(), of: workflow)
        }
        return fields
    }

    /// Takes an option's text apart, and sees to it that a field has one value.
    @discardableResult
    private static func check(_ text: String, _ option: String, _ names: inout Set<String>) throws -> (String, String) {
        let (name, value) = try self.split(text, option)
        guard names.insert(name).inserted else {
            throw ValidationError("expected one value for '\(name)' but \(option) gives it another")
        }
        return (name, value)
    }

    private static func split(_ text: String, _ option: String) throws -> (String, String) {
        guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
            throw ValidationError("expected \(option) name=… but found '\(text.prefix(40))'")
        }
        return (String(text[..<sign]), String(text[text.index(after: sign)...]))
    }

    private static func value(_ name: String, _ text: String, of workflow: WorkflowDefinition) throws -> FieldValue {
        guard let field = workflow.field(FieldName(name)) else {
            throw CommandFailure(
                .refused,
                "expected a field of \(workflow.name) but found \(name.quoted)"
                    + Suggestion.text(name, workflow.fields.map(\.name.rawValue)))
        }
        guard let value = field.type.value(typed: text), field.type.holds(value, values: field.values) else {
            throw CommandFailure(
                .refused,
                "expected \(field.type.expectation(values: field.values)) in '\(name)' but found "
                    + (field.isPersonal ? "something else" : text.quoted))
        }
        return value
    }
}
