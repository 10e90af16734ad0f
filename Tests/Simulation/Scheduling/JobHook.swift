import Glibc

/// Hands every job that Swift's concurrency runtime would put on its thread pool to the simulation.
///
/// The runtime has had this hook since Swift 5.5 (`swift_task_enqueueGlobal_hook` in
/// `swift/Runtime/Concurrency.h`), for those who bring an executor of their own. It is set once, before the first task, and holds for the whole process:
/// that is why the simulation is a program and not a suite of tests.
enum JobHook {
    private typealias Original = @convention(thin) (UnownedJob) -> Void
    private typealias Hook = @convention(thin) (UnownedJob, Original) -> Void

    /// Where jobs go.
    nonisolated(unsafe) private(set) static var scheduler: Scheduler?

    /// - Returns: Whether the runtime has the hook.
    static func install() -> Bool {
        guard let symbol = dlsym(nil, "swift_task_enqueueGlobal_hook") else { return false }
        symbol.assumingMemoryBound(to: Hook?.self).pointee = { job, original in
            guard let scheduler = JobHook.scheduler else { return original(job) }
            scheduler.enqueue(job)
        }
        return true
    }

    /// Jobs go to this scheduler from now on.
    static func use(_ scheduler: Scheduler?) { self.scheduler = scheduler }
}
