/// Something that must end when its ``KafkaLog`` ends, unless it is gone by then.
struct KafkaLogPart: Sendable {
    private weak let owner: (any AnyObject & Sendable)?
    private let onEnd: @Sendable () async -> Void

    /// - Parameters:
    ///   - owner: What must end; not kept alive.
    ///   - onEnd: Ends it.
    init<Owner: AnyObject & Sendable>(_ owner: Owner, _ onEnd: @escaping @Sendable (Owner) async -> Void) {
        self.owner = owner
        self.onEnd = { [weak owner] in if let owner { await onEnd(owner) } }
    }

    var isGone: Bool { self.owner == nil }

    func end() async { await self.onEnd() }
}
