import Redressal
import RedressalTesting

/// Boxes, forums and the complaints that come of them, as shipped.
enum BatchWorkflows {
    /// A district at nine on Monday, the 6th of April.
    static func scenario() throws -> Scenario {
        Scenario(
            try DefinitionCatalog(
                workflows: ["box_opening", "forum", "complaint"].map { try WorkflowFiles.text($0) },
                defaults: try WorkflowFiles.text("defaults"),
                calendars: [RequestWorkflow.office, RequestWorkflow.wall], programmes: [.district()]),
            at: .april(6, 9))
    }
}
