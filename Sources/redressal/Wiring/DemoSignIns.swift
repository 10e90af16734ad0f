import Foundation
import Redressal
import RedressalRuntime

/// The accounts that somebody tries the demo with, one a role, in a file beside its data.
struct DemoSignIns {
    let file: URL

    /// Makes those that are not there yet; the file has a line for each: role, account, password.
    ///
    /// - Throws: ``CommandFailure`` when the file cannot be written.
    func make(in installation: Installation) async throws {
        let known = (try? String(contentsOf: self.file, encoding: .utf8)) ?? ""
        let identities = try await installation.identities()
        let there = Set(try await identities.accounts().map(\.name))
        // What is left of another database that stood here opens nothing in this one.
        var lines = known.split(separator: "\n").filter { line in
            let columns = line.split(separator: "\t")
            return columns.count == 3 && there.contains(String(columns[1]))
        }.map { String($0) }
        for account in DemoAccount.all where !lines.contains(where: { $0.contains("\t\(account.user)\t") }) {
            // Somebody who made the account before knows its password.
            guard !there.contains(account.user),
                let password = try await identities.add(account.user, kind: .person, isLasting: true)
            else {
                continue
            }
            lines.append("\(account.role)\t\(account.user)\t\(password)")
        }
        let text = lines.joined(separator: "\n") + "\n"
        guard text != known else { return }
        guard
            FileManager.default.createFile(
                atPath: self.file.path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else {
            throw CommandFailure(
                .refused, "expected to write the accounts to '\(self.file.path)' but it cannot be written")
        }
    }
}
