extension OrgDirectory {
    /// The posts that could hold a case of an office: those of the offices above it, of it, and of all that lie under the
    /// nearest one above, in the order of their ids.
    package func postsNear(_ office: String) -> [Post] {
        let path = self.path(from: office).map(\.id)
        let top = path.dropFirst().first ?? office
        return self.allPosts.filter { path.contains($0.office) || self.isWithin($0.office, top) }
    }
}
