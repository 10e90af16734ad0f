import Synchronization

/// Holds what a task found until the thread that waits for it looks.
final class Box<Value: Sendable>: Sendable {
    private let found = Mutex<Value?>(nil)

    var value: Value? { self.found.withLock { $0 } }

    func set(_ value: Value) { self.found.withLock { $0 = value } }
}
