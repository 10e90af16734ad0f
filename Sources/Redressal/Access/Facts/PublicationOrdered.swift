/// Somebody has a version of a definition published, and whom it is about.
package struct PublicationOrdered: Hashable, Sendable, Codable {
    package enum Step: String, Hashable, Sendable, Codable, CaseIterable {
        /// Written before it is tried; without one that it was done, somebody else came first or the log was away.
        case asked
        case done
    }

    /// What is new in the version.
    package enum Change: String, Hashable, Sendable, Codable, CaseIterable {
        /// A text as somebody wrote it.
        case text
        case absence
        case absenceEnded = "absence_ended"
        case seat
        /// A day off that a second person approved.
        case holiday
    }

    package let step: Step
    package let kind: PublishedDefinition.Kind
    package let name: String
    package let version: Int
    /// Under whose name it is published.
    package let by: String
    package let change: Change
    /// Who is away, is back, or is to sit in the post; nil for a post that nobody is to sit in, and for other changes.
    package let subject: String?
    /// Who stands in.
    package let deputy: String?
    package let post: String?
    /// Who sits in the post until then.
    package let leaves: String?

    private init(
        _ step: Step, _ published: PublishedDefinition, _ change: Change, subject: String? = nil,
        deputy: String? = nil, post: String? = nil, leaves: String? = nil
    ) {
        self.step = step
        self.kind = published.kind
        self.name = published.name
        self.version = published.version
        self.by = published.by
        self.change = change
        self.subject = subject
        self.deputy = deputy
        self.post = post
        self.leaves = leaves
    }

    /// A text, or a calendar with one more day off.
    package init(_ step: Step, _ published: PublishedDefinition, isHoliday: Bool = false) {
        self.init(step, published, isHoliday ? .holiday : .text)
    }

    /// A programme with a change by an administrator.
    ///
    /// - Parameter leaving: Who sits in the post that the change fills.
    package init(
        _ step: Step, _ published: PublishedDefinition, _ change: OrganisationChange, leaving: String? = nil
    ) {
        switch change {
        case .away(let user, _, _, let deputy):
            self.init(step, published, .absence, subject: user, deputy: deputy)
        case .back(let user, _, _): self.init(step, published, .absenceEnded, subject: user)
        case .seat(let post, let user, _):
            self.init(step, published, .seat, subject: user, post: post, leaves: leaving)
        }
    }

    /// What matters of it, on one line.
    var summary: String {
        let about = [
            self.subject, self.deputy.map { "with \($0) instead" }, self.post.map { "in \($0)" },
            self.leaves.map { "after \($0)" },
        ]
        let words = [self.change.rawValue] + about.compactMap(\.self)
        return "\(self.step.rawValue): \(self.kind.rawValue) \(self.name) version \(self.version), "
            + "\(words.joined(separator: " ")), by \(self.by)"
    }
}
