/// What came of reading a definition file.
package struct WorkflowReading: Sendable {
    /// Nil when there was any error.
    package let definition: WorkflowDefinition?
    /// In the order of the file.
    package let findings: [Finding]
    /// Where the definition's parts stand, for later checks.
    package let map: SourceMap
}
