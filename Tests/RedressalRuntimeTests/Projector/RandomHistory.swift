import Redressal
import RedressalRuntime
import RedressalTesting

/// Random but possible histories of all shipped workflows, as one owner would have written them.
struct RandomHistory {
    private let catalog: DefinitionCatalog
    let partitionCount: Int

    init(_ system: TestSystem) {
        self.catalog = system.definitions.catalog()
        self.partitionCount = system.log.partitionCount
    }

    /// The events of some cases, in records.
    ///
    /// - Parameter seeds: One case each, of one workflow after the other.
    func records(seeds: Range<Int>, steps: Int = 40) -> [NewRecord] {
        let names = self.catalog.workflowNames
        return seeds.flatMap { seed -> [NewRecord] in
            guard let workflow = self.catalog.workflow(named: names[seed % names.count]) else { return [] }
            var walk = RandomWalk(workflow, catalog: self.catalog, seed: UInt64(seed))
            walk.run(steps: steps)
            return walk.written.map(self.record)
        }
    }

    /// The records in which the owner of every partition announces itself.
    func announcements() throws -> [NewRecord] {
        try (0..<self.partitionCount).map { partition in
            let ownership = OwnershipTaken(epoch: 1, recorded: TestSystem.start, owner: "walk")
            return NewRecord(
                topic: .events, partition: partition, key: nil,
                headers: EventHeaders.make(for: ownership, partition: partition),
                value: try CanonicalJSON.encode(OwnershipRecord(ownership)))
        }
    }

    /// The record of an event, in its partition.
    func record(_ event: WrittenEvent) -> NewRecord {
        let id = event.record.case.text
        return NewRecord(
            topic: .events, partition: Partitioner.partition(of: id, among: self.partitionCount), key: id,
            headers: EventHeaders.make(for: event), value: event.bytes)
    }
}
