import Foundation
import HTTPTypes
import Hummingbird
import Redressal

/// What a browser sends of a form (application/x-www-form-urlencoded, WHATWG URL §5, or multipart/form-data).
struct FormBody: Sendable {
    private var values: [String: [String]] = [:]
    /// The contents of files that came with it, by the names of their fields.
    private var files: [String: [[UInt8]]] = [:]
    /// What is wrong with files, by the names of their fields.
    private(set) var faults: [String: AttachmentFault] = [:]

    init() {}

    /// - Throws: ``Problem`` for bytes that are not UTF-8 or hold NUL characters.
    init(_ form: MultipartForm) throws(Problem) {
        for part in form.parts {
            if part.isFile {
                // A field in which nobody chose a file comes as an empty one.
                if !part.content.isEmpty { self.files[part.name, default: []].append(Array(part.content)) }
                continue
            }
            guard let text = String(validating: part.content, as: UTF8.self) else {
                throw .malformed("expected a form in UTF-8 but found other bytes")
            }
            try self.add(text, under: part.name)
        }
    }

    /// - Throws: ``Problem`` for bytes that are not UTF-8 or hold NUL characters.
    init(_ text: String) throws(Problem) {
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let decoded = parts.map { String($0).replacing("+", with: " ").removingPercentEncoding }
            guard let name = decoded[0], let value = decoded.count == 2 ? decoded[1] : "" else {
                throw .malformed("expected percent-encoded UTF-8 in the form but found other bytes")
            }
            try self.add(value, under: name)
        }
    }

    private mutating func add(_ value: String, under name: String) throws(Problem) {
        try value.checkNoNUL(in: String(name.prefix(40)))
        // Browsers end lines as in mail.
        self.values[name, default: []].append(value.replacing("\r\n", with: "\n"))
    }

    /// Has the files kept that came with it, and names them in the fields that they came for.
    ///
    /// - Parameter account: Who sends them, and alone may use them.
    /// - Throws: ``ViewsUnavailable`` when they cannot be kept now.
    mutating func keepFiles(at desk: any AttachmentDesk, from account: String) async throws {
        for (name, files) in self.files {
            for bytes in files {
                switch Self.clean(bytes) {
                case .success(let file):
                    self.values[name, default: []].append(try await desk.take(file, from: account).id.text)
                case .failure(let fault): self.faults[name] = fault
                }
            }
        }
        self.files = [:]
    }

    private static func clean(_ bytes: [UInt8]) -> Result<CleanAttachment, AttachmentFault> {
        do throws(AttachmentFault) {
            return .success(try CleanAttachment(of: bytes))
        } catch {
            return .failure(error)
        }
    }

    /// What was filled in, without blanks around it; nil when it is missing or blank.
    func text(_ name: String) -> String? {
        self.values[name]?.first.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.flatMap {
            $0.isEmpty ? nil : $0
        }
    }

    /// As it was typed, for passwords.
    func secret(_ name: String) -> String? { self.values[name]?.first.flatMap { $0.isEmpty ? nil : $0 } }

    /// The same under other names.
    ///
    /// - Parameter name: Says the new name; nil leaves a value out.
    func renamed(_ name: (String) -> String?) -> FormBody {
        var body = FormBody()
        for (old, values) in self.values { if let new = name(old) { body.values[new] = values } }
        return body
    }

    /// All that was chosen under a name.
    func texts(_ name: String) -> [String] { (self.values[name] ?? []).filter { !$0.isEmpty } }
}
