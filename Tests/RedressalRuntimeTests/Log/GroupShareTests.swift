import Testing

@testable import RedressalRuntime

@Suite struct GroupShareTests {
    @Test func sharesDifferByOneAtMostAndAddUp() {
        for partitions in 0...13 {
            for members in 1...15 {
                let quotas = (0..<members).map { FairShare.quota(of: partitions, members: members, rank: $0) }
                #expect(quotas.reduce(0, +) == partitions)
                #expect((quotas.max() ?? 0) - (quotas.min() ?? 0) <= 1)
            }
        }
        #expect(FairShare.quota(of: 12, members: 0, rank: 0) == 0)
    }

    @Test func aLoneMemberTakesEverything() {
        var share = GroupShare(partitions: 3)
        #expect(share.step(locked: [], members: 1, rank: 0) == .take([0, 1, 2], count: 3))
        share.taken([0, 1, 2])
        #expect(share.step(locked: [0, 1, 2], members: 1, rank: 0) == .wait)
    }

    @Test func aSecondMemberGetsWhatTheFirstGivesBack() {
        var first = GroupShare(partitions: 3)
        var second = GroupShare(partitions: 3)
        first.taken([0, 1, 2])
        #expect(second.step(locked: [0, 1, 2], members: 2, rank: 1) == .wait)
        #expect(first.step(locked: [0, 1, 2], members: 2, rank: 0) == .giveBack([2]))
        // Asked once, not over and over, until it is given back.
        #expect(first.step(locked: [0, 1, 2], members: 2, rank: 0) == .wait)
        first.givenBack([2])
        #expect(second.step(locked: [0, 1], members: 2, rank: 1) == .take([2], count: 1))
        #expect(first.step(locked: [0, 1], members: 2, rank: 0) == .wait)
    }

    @Test func whatIsBeingGivenBackIsNotTakenAgain() {
        var share = GroupShare(partitions: 4)
        share.taken([0, 1, 2, 3])
        #expect(share.step(locked: [0, 1, 2, 3], members: 2, rank: 0) == .giveBack([2, 3]))
        // The other left before it was done: the partitions are still locked here and come back only when unlocked.
        #expect(share.step(locked: [0, 1, 2, 3], members: 1, rank: 0) == .wait)
        share.givenBack([2, 3])
        #expect(share.step(locked: [0, 1], members: 1, rank: 0) == .take([2, 3], count: 2))
    }
}
