import Foundation
import Hummingbird
import Redressal

extension Parameters {
    /// A part of the path, decoded.
    ///
    /// - Throws: ``Problem`` for bytes that are not UTF-8, a NUL character, or more than 200 characters.
    func text(_ name: String) throws -> String {
        guard let text = try self.require(name).removingPercentEncoding,
            text.unicodeScalars.count <= JSONObject.longestText
        else {
            throw Problem.malformed(
                "expected percent-encoded UTF-8 of at most \(JSONObject.longestText) characters in the path but found "
                    + "another \(name)")
        }
        try text.checkNoNUL(in: name)
        return text
    }
}
