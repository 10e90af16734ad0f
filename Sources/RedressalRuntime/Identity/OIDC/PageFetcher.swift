import Foundation

/// Gets a document over HTTP.
package protocol PageFetcher: Sendable {
    /// - Returns: The body of an answer with status 200.
    /// - Throws: ``FetchFailure``.
    func fetch(_ url: URL) async throws(FetchFailure) -> [UInt8]
}

/// Why a document could not be had, in words for an operator.
package struct FetchFailure: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
