extension Programme {
    /// Whether a post is filled by the programme's file alone: it watches over others, keeps accounts, or is a lane's.
    ///
    /// Whoever fills such a seat on a page could give themselves, through somebody else, what nobody reaches from outside.
    func isGuarded(_ post: Post) -> Bool {
        OversightRole.isAmong(post.roles) || self.offices.contains { $0.id == post.office && $0.lane != nil }
    }
}
