import Foundation
import Redressal
import RedressalRuntime

/// The definitions that a system under test is given.
package struct TestDefinitions: Sendable {
    let files: [DefinitionFile]

    /// Definitions from texts.
    ///
    /// - Parameter texts: Path in the definitions' folder to YAML: `duty.yaml`, `calendars/wall.yaml`.
    package init(_ texts: [String: String]) {
        self.files = texts.sorted { $0.key < $1.key }.map { DefinitionFile(path: $0.key, text: $0.value) }
    }

    /// The same beside other definitions, in the place of those with the same paths.
    package init(_ texts: [String: String], besides others: TestDefinitions) {
        let own = TestDefinitions(texts).files
        let paths = Set(own.map(\.path))
        self.init(files: others.files.filter { !paths.contains($0.path) } + own)
    }

    /// The same with something else written in one of its files.
    package func replacing(_ part: String, with other: String, in path: String) -> TestDefinitions {
        TestDefinitions(
            files: self.files.map { file in
                file.path == path ? DefinitionFile(path: path, text: file.text.replacing(part, with: other)) : file
            })
    }

    private init(files: [DefinitionFile]) { self.files = files }

    /// Those of the repository's `workflows/`.
    package static func shipped() throws -> TestDefinitions {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
        return TestDefinitions(files: try DefinitionFolder(home: root.path).files())
    }

    /// The definitions, checked.
    ///
    /// - Throws: ``TestSystemFailure`` with the findings when one of them is wrong.
    func published(at instant: Instant) throws -> [PublishedDefinition] {
        let set = DefinitionSet(self.files, published: instant, by: "tests")
        guard !set.findings.hasErrors else {
            throw TestSystemFailure(
                "expected definitions without errors but found\n"
                    + set.findings.map(\.description).joined(separator: "\n"))
        }
        return set.definitions
    }
}
