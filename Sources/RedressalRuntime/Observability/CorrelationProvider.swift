import Logging
import Redressal

extension Logger.MetadataProvider {
    /// Gives every line the id of the request that its task works for.
    package static let correlation = Logger.MetadataProvider {
        Correlation.id.map { [LogKey.correlation: "\($0)"] } ?? [:]
    }
}
