import Testing

@testable import Postgres

@Suite struct StatementCacheTests {
    private let key = StatementCache.Key(text: "SELECT $1", types: [0])

    @Test func aStatementIsPreparedOnItsSecondUse() {
        var cache = StatementCache()
        #expect(cache.plan(for: self.key) == .unnamed)
        #expect(cache.plan(for: self.key) == .prepare(name: "s1"))
        cache.prepared(self.key, name: "s1")
        #expect(cache.plan(for: self.key) == .prepared(name: "s1"))
    }

    @Test func aFailedPreparationIsTriedAgainUnderAnotherName() {
        var cache = StatementCache()
        _ = cache.plan(for: self.key)
        #expect(cache.plan(for: self.key) == .prepare(name: "s1"))
        #expect(cache.plan(for: self.key) == .prepare(name: "s2"))
    }

    @Test func theSameTextWithOtherTypesIsAnotherStatement() {
        var cache = StatementCache()
        _ = cache.plan(for: self.key)
        #expect(cache.plan(for: StatementCache.Key(text: "SELECT $1", types: [17])) == .unnamed)
    }

    @Test func theLongestUnusedStatementIsEvicted() {
        var cache = StatementCache(capacity: 1)
        _ = cache.plan(for: self.key)
        _ = cache.plan(for: self.key)
        cache.prepared(self.key, name: "s1")
        #expect(cache.evict() == nil)
        _ = cache.plan(for: StatementCache.Key(text: "SELECT 2", types: []))
        #expect(cache.evict() == "s1")
        #expect(cache.evict() == nil)
    }
}
