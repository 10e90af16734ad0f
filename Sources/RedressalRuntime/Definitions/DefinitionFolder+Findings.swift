import Foundation
import Redressal

extension DefinitionFolder {
    /// Reads the definitions of the folder as far as they can be read.
    ///
    /// - Returns: Files in the order of their paths, and a finding for each that cannot be read.
    /// - Throws: ``DefinitionFolderError`` when there is no folder or it cannot be listed.
    package func readable() throws(DefinitionFolderError) -> (files: [DefinitionFile], findings: [Finding]) {
        var files: [DefinitionFile] = []
        var findings: [Finding] = []
        for path in try self.paths() {
            do throws(DefinitionFolderError) {
                files.append(DefinitionFile(path: path, text: try self.text(of: path)))
            } catch {
                findings.append(self.finding(error, in: path))
            }
        }
        return (files, findings)
    }

    /// Reads the folder's definitions and checks them together; a file that cannot be read is a finding like others.
    ///
    /// - Throws: ``DefinitionFolderError`` when there is no folder, or nothing in it is a definition.
    package func findings(at instant: Instant) throws(DefinitionFolderError) -> [Finding] {
        let (files, findings) = try self.readable()
        guard !files.isEmpty || !findings.isEmpty else { throw .empty(self.path) }
        return (findings + DefinitionSet(files, published: instant, by: "check").findings).sorted()
    }

    /// What is wrong with a file that cannot be read, at the place where it ceases to be text.
    func finding(_ error: DefinitionFolderError, in path: String) -> Finding {
        guard case .notText = error, let bytes = try? self.bytes(of: path) else {
            return Finding(
                file: path, line: 1, column: 1, rule: "unreadable",
                message: "expected to read the file but it cannot be opened: check its permissions")
        }
        let place = Self.place(ofFirstErrorIn: bytes)
        return Finding(
            file: path, line: place.line, column: place.column, rule: "not-utf8",
            message: "expected text in UTF-8 but found bytes that are none")
    }

    /// Where bytes cease to be UTF-8; columns in Unicode scalars.
    private static func place(ofFirstErrorIn bytes: some Sequence<UInt8>) -> (line: Int, column: Int) {
        var parser = Unicode.UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var place = (line: 1, column: 1)
        while case .valid(let scalar) = parser.parseScalar(from: &rest) {
            if Unicode.UTF8.decode(scalar) == "\n" { place = (place.line + 1, 1) } else { place.column += 1 }
        }
        return place
    }
}
