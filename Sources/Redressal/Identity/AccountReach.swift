/// Whose accounts an administrator keeps.
package struct AccountReach: Sendable {
    private let administrator: String
    /// The seats that the role comes with.
    private let posts: [Post]
    private let org: OrgDirectory
    private let now: Instant

    /// - Returns: nil for who is no administrator.
    package init?(of account: String, _ org: OrgDirectory, at now: Instant) {
        guard org.holds(account, .administrator, at: now) else { return nil }
        self.administrator = account
        self.posts = org.posts(of: account, at: now).filter(\.keepsAccounts)
        self.org = org
        self.now = now
    }

    /// Whether an account is theirs to keep: each office in which it has a post is one that their own post reaches.
    ///
    /// So is an account without a post, such as a service's. Whoever holds the role without a post keeps all of them.
    package func covers(_ account: String) -> Bool {
        self.org.ownPosts(of: account, at: self.now).allSatisfy { self.covers($0) }
    }

    /// Whether it is also then theirs, when somebody sits where they are to sit one day: who stands in for them does as well.
    package func coversPlans(of account: String) -> Bool {
        self.org.ownPosts(of: account, from: self.now, to: nil).allSatisfy { self.covers($0) }
    }

    /// Whether a post is theirs to fill; whoever holds the role without a post fills all of them.
    package func covers(_ post: Post) -> Bool {
        self.posts.isEmpty || self.posts.contains { self.org.reaches(post.office, $0) }
    }

    /// Whether an account is their own: somebody else has to change it.
    package func isOwn(_ account: String) -> Bool { account == self.administrator }

    /// Those whom programmes name and who are theirs to keep, in the order of their ids.
    package var people: [String] { self.org.userIDs.filter { self.covers($0) } }
}

extension Post {
    /// Whether whoever sits in it keeps accounts.
    var keepsAccounts: Bool { self.roles.contains(OversightRole.administrator.rawValue) }
}
