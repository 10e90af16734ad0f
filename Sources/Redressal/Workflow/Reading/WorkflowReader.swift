import Crypto

/// Reads workflow definitions from YAML.
package enum WorkflowReader {
    /// Reads a definition.
    /// - Parameters:
    ///   - text: the definition's YAML.
    ///   - file: what findings call the file.
    ///   - defaults: the text of the defaults file and what findings call it; nil for the built-in defaults.
    package static func read(
        _ text: String, file: String, defaults: (text: String, file: String)? = nil
    ) -> WorkflowReading {
        var shared = WorkflowDefaults()
        var findings: [Finding] = []
        var sharedMap: SourceMap?
        if let defaults {
            let log = ReadingLog(file: defaults.file, text: defaults.text)
            shared = DefaultsReader.read(defaults.text, log: log)
            findings = log.findings
            sharedMap = log.map
        }
        let log = ReadingLog(file: file, text: text)
        let hash = Self.contentHash(of: [text] + (defaults.map { [$0.text] } ?? []))
        let definition = DefinitionReader(log: log, defaults: shared).read(text, contentHash: hash)
        findings += log.findings
        var map = log.map
        if let sharedMap { map.merge(sharedMap) }
        return WorkflowReading(
            definition: findings.hasErrors ? nil : definition, findings: findings.sorted(), map: map)
    }

    /// SHA-256 in hex over the texts, each with its length, line ends as `\n`.
    package static func contentHash(of texts: [String]) -> String {
        var hash = SHA256()
        for text in texts {
            let bytes = Array(text.replacing("\r\n", with: "\n").utf8)
            hash.update(data: Array("\(bytes.count)\n".utf8))
            hash.update(data: bytes)
        }
        return Hex.encode(Array(hash.finalize()))
    }
}
