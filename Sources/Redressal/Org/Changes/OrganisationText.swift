/// A programme as it was published, which administrators change.
package struct OrganisationText: Sendable {
    package let published: PublishedDefinition
    package let programme: Programme
    /// By whose days times begin and end.
    package let zone: CalendarZone
    private let map: SourceMap

    /// - Returns: nil for what is no programme.
    package init?(_ published: PublishedDefinition) {
        let reading = ProgrammeReader.read(published.text, file: published.file)
        guard published.kind == .programme, let programme = reading.programme, let zone = reading.zone else {
            return nil
        }
        self.published = published
        self.programme = programme
        self.zone = zone
        self.map = reading.map
    }

    /// From when on a change counts: its day, or of today the moment that it is.
    package func start(of change: OrganisationChange, at now: Instant) -> Instant {
        max(now, self.zone.start(of: change.day))
    }

    /// The next version with a change; the lines that it is not about stay as they are, comments among them.
    ///
    /// - Parameters:
    ///   - org: All programmes together, for what people hold in others.
    ///   - now: When it is published.
    ///   - user: By whom.
    /// - Throws: ``OrganisationRefusal``.
    package func making(
        _ change: OrganisationChange, _ org: OrgDirectory, at now: Instant, by user: String
    ) throws(OrganisationRefusal) -> PublishedDefinition {
        let rules = OrganisationRules(self.programme, self.zone, org, at: now)
        let version = self.programme.version + 1
        var text = ProgrammeText(self.published.text, self.map, self.zone)
        text.set(version: version)
        let wanted: Programme
        switch change {
        case .away, .back:
            let old = self.programme.absences.map { Tenure($0) }
            let edits = try rules.absences(change)
            text.change("absences", old, edits)
            wanted = self.programme.with(version: version, absences: old.applying(edits))
        case .seat(let post, let user, let day):
            let old = self.programme.holdings.filter { $0.post == post }.map { Tenure($0) }
            let edits = try rules.holders(of: post, user, from: day)
            text.change("posts.\(post).holder", old, edits)
            wanted = self.programme.with(version: version, holders: old.applying(edits), of: post)
        }
        // Whatever the text looked like: it must be read as what was meant.
        guard ProgrammeReader.read(text.text, file: self.published.file).programme == wanted else {
            throw .notEditable
        }
        return PublishedDefinition(
            kind: .programme, name: self.programme.name, version: version, file: self.published.file, text: text.text,
            defaults: nil, published: now, by: user)
    }
}

extension Programme {
    fileprivate func with(version: Int, absences: [Tenure]) -> Programme {
        let absences = absences.compactMap { tenure in
            tenure.from.map { Absence(user: tenure.user, from: $0, to: tenure.to, deputy: tenure.deputy) }
        }
        return self.with(version: version, self.holdings, absences)
    }

    fileprivate func with(version: Int, holders: [Tenure], of post: String) -> Programme {
        // In the order of the posts, as they are read.
        let holdings = self.posts.flatMap { seat in
            seat.id == post
                ? holders.map { Holding(post: post, user: $0.user, from: $0.from, to: $0.to) }
                : self.holdings.filter { $0.post == seat.id }
        }
        return self.with(version: version, holdings, self.absences)
    }

    private func with(version: Int, _ holdings: [Holding], _ absences: [Absence]) -> Programme {
        Programme(
            name: self.name, version: version, offices: self.offices, posts: self.posts, holdings: holdings,
            absences: absences, people: self.people, open311: self.open311)
    }
}
