import Foundation

/// A command as a client sends it; its idempotency key is also its mark among the events.
struct FaultRequest: Sendable, Hashable {
    let key: String
    let path: String
    let body: String
    /// Whether it opens a case that any client may act on.
    var isShared = false

    /// Opens a case; the story is sealed on the way.
    static func opening(_ key: String, due: Date, isShared: Bool) -> FaultRequest {
        FaultRequest(
            key: key, path: "/cases",
            body: """
                {"workflow": "\(FaultWorkflow.name)", "office": "it-service-desk",
                 "actor": {"user": "u-900", "role": "requester"},
                 "fields": {"due_at": "\(due.formatted(.iso8601))", "mark": "\(key)", "story": "No water since May"}}
                """, isShared: isShared)
    }

    /// Does an action; with another role than `requester` it is refused.
    static func doing(_ action: String, to id: String, _ key: String, role: String = "requester") -> FaultRequest {
        FaultRequest(
            key: key, path: "/cases/\(id)/actions/\(action)",
            body: """
                {"actor": {"user": "u-900", "role": "\(role)"}, "fields": {"mark": "\(key)"}}
                """)
    }
}
