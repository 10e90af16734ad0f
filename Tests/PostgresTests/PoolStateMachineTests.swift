import Testing

@testable import Postgres

@Suite struct PoolStateMachineTests {
    typealias Connection = PoolStateMachine.ConnectionID
    typealias Waiter = PoolStateMachine.WaiterID

    private let connections = (0...3).map(Connection.init(number:))
    private let waiters = (0...5).map(Waiter.init(number:))

    /// A pool whose first waiter got its first connection.
    private func leased(size: Int) -> PoolStateMachine {
        var machine = PoolStateMachine(size: size)
        _ = machine.requested(self.waiters[1])
        _ = machine.connected(self.connections[1])
        return machine
    }

    @Test func aConnectionIsMadeForAWaiter() {
        var machine = PoolStateMachine(size: 2)
        #expect(machine.requested(self.waiters[1]) == [.connect(self.connections[1])])
        #expect(machine.connected(self.connections[1]) == [.serve(self.waiters[1], self.connections[1])])
        #expect(machine.released(self.connections[1], isUsable: true) == [])
        #expect(machine.idle == [self.connections[1]])
    }

    @Test func anIdleConnectionIsUsedAgain() {
        var machine = self.leased(size: 2)
        _ = machine.released(self.connections[1], isUsable: true)
        #expect(machine.requested(self.waiters[2]) == [.serve(self.waiters[2], self.connections[1])])
    }

    @Test func anExhaustedPoolServesInOrder() {
        var machine = self.leased(size: 1)
        #expect(machine.requested(self.waiters[2]) == [])
        #expect(machine.requested(self.waiters[3]) == [])
        #expect(
            machine.released(self.connections[1], isUsable: true) == [.serve(self.waiters[2], self.connections[1])])
        #expect(
            machine.released(self.connections[1], isUsable: true) == [.serve(self.waiters[3], self.connections[1])])
    }

    @Test func aCancelledWaiterLosesItsPlace() {
        var machine = self.leased(size: 1)
        _ = machine.requested(self.waiters[2])
        _ = machine.requested(self.waiters[3])
        #expect(machine.cancelled(self.waiters[2]) == [.failAsCancelled(self.waiters[2])])
        #expect(machine.cancelled(self.waiters[2]) == [])
        #expect(
            machine.released(self.connections[1], isUsable: true) == [.serve(self.waiters[3], self.connections[1])])
    }

    @Test func cancellingSomeoneAlreadyServedChangesNothing() {
        var machine = self.leased(size: 1)
        #expect(machine.cancelled(self.waiters[1]) == [])
        #expect(machine.leased == [self.connections[1]])
    }

    @Test func aConnectionNobodyWaitsForAnyMoreIsKept() {
        var machine = PoolStateMachine(size: 1)
        _ = machine.requested(self.waiters[1])
        _ = machine.cancelled(self.waiters[1])
        #expect(machine.connected(self.connections[1]) == [])
        #expect(machine.idle == [self.connections[1]])
    }

    @Test func aBrokenConnectionIsReplacedForTheNextWaiter() {
        var machine = self.leased(size: 1)
        _ = machine.requested(self.waiters[2])
        #expect(machine.released(self.connections[1], isUsable: false) == [.close(self.connections[1])])
        #expect(machine.disconnected(self.connections[1]) == [.connect(self.connections[2])])
        #expect(machine.connected(self.connections[2]) == [.serve(self.waiters[2], self.connections[2])])
    }

    @Test func aFailureToConnectIsToldToOneWaiterAndTriedForTheNext() {
        var machine = PoolStateMachine(size: 1)
        _ = machine.requested(self.waiters[1])
        _ = machine.requested(self.waiters[2])
        #expect(
            machine.connectFailed(self.connections[1])
                == [.failToConnect(self.waiters[1]), .connect(self.connections[2])])
        #expect(machine.connectFailed(self.connections[2]) == [.failToConnect(self.waiters[2])])
        #expect(machine.connecting == [])
    }

    @Test func closingFailsWaitersAndEndsWhenTheLastConnectionIsBack() {
        var machine = self.leased(size: 1)
        _ = machine.requested(self.waiters[2])
        #expect(machine.closed() == [.failAsClosed(self.waiters[2])])
        #expect(machine.requested(self.waiters[3]) == [.failAsClosed(self.waiters[3])])
        #expect(machine.released(self.connections[1], isUsable: true) == [.close(self.connections[1])])
        #expect(machine.disconnected(self.connections[1]) == [.finishClosing])
        #expect(machine.closed() == [.finishClosing])
    }

    @Test func closingClosesIdleAndUnfinishedConnections() {
        var machine = self.leased(size: 2)
        _ = machine.requested(self.waiters[2])
        _ = machine.released(self.connections[1], isUsable: true)
        #expect(machine.connecting == [self.connections[2]])
        #expect(machine.closed() == [])
        #expect(machine.released(self.connections[1], isUsable: true) == [.close(self.connections[1])])
        #expect(machine.connected(self.connections[2]) == [.close(self.connections[2])])
        #expect(machine.disconnected(self.connections[1]) == [])
        #expect(machine.disconnected(self.connections[2]) == [.finishClosing])
    }
}
