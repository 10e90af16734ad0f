extension Decider {
    /// Gives the duty to the first post from a level on whose holder can take it; nobody up to the top is an orphan.
    func raise(
        _ ladder: Ladder, from first: Int, passing passed: [SkippedStep], _ name: ClockName, due: Instant, now: Instant,
        in decision: inout Decision, by actor: Actor = .system
    ) throws(Rejection) {
        guard let state = decision.state, let clock = state.clocks[name] else { return }
        var skipped = passed
        for level in ladder.levels where level.level >= first {
            guard let seat = self.seat(for: level, state, clock, at: now, skipped: &skipped) else { continue }
            try decision.add(
                .escalationRaised(
                    EscalationRaised(
                        clock: name, generation: state.generation + 1, level: level.level, ladder: ladder.name,
                        role: level.to, post: seat.post.id, office: seat.post.office, user: seat.user,
                        effects: level.effects, skipped: skipped, due: due,
                        timers: try self.next(after: level.level, of: ladder, clock, silence: now))),
                occurred: now, actor: actor)
            return
        }
        try self.orphan(name, skipped: skipped, due: due, now: now, in: &decision, by: actor)
    }

    /// Notes that nobody up to the ladder's top can take the case.
    func orphan(
        _ name: ClockName, skipped: [SkippedStep], due: Instant, now: Instant, in decision: inout Decision,
        by actor: Actor
    ) throws(Rejection) {
        guard let state = decision.state, let clock = state.clocks[name] else { return }
        try decision.add(
            .caseOrphaned(
                CaseOrphaned(
                    clock: name, generation: state.generation + 1, ladder: clock.ladder ?? "", skipped: skipped,
                    due: due)),
            occurred: now, actor: actor)
    }

    /// The timer of the step after a level: by its own time, or sooner when nobody answers.
    ///
    /// There is none before the deadline: a level raised by hand does not set the ladder going.
    /// - Parameter silence: When the level was raised, to count the wait for an answer from; nil when it was answered.
    func next(
        after level: Int, of ladder: Ladder, _ clock: ClockState, silence: Instant?
    ) throws(Rejection) -> [TimerFact] {
        guard clock.breached, let next = ladder.levels.first(where: { $0.level > level }) else { return [] }
        let calendar = try self.calendar(clock.calendar)
        var due = try self.due(from: clock.due, next.after, on: calendar)
        if let silence, let wait = ladder.acknowledgeWithin {
            due = min(due, try self.due(from: silence, wait, on: calendar))
        }
        return [TimerFact(.escalation, due: due, mark: next.level)]
    }

    /// The post and person that can take a level; notes every one that cannot, and why.
    private func seat(
        for level: Ladder.Level, _ state: CaseState, _ clock: ClockState, at now: Instant, skipped: inout [SkippedStep]
    ) -> (post: Post, user: String)? {
        let org = self.context.catalog.org
        let posts = org.posts(for: level.to, from: state.office)
        let holders = [state.assignee?.user, state.assignee?.post.flatMap { org.holder(of: $0, at: now) }]
        if posts.isEmpty {
            skipped.append(SkippedStep(level: level.level, role: level.to, post: nil, reason: .noPost))
        }
        for post in posts {
            let reason: SkippedStep.Reason
            if let holder = org.holder(of: post.id, at: now) {
                let user = org.acting(for: holder, at: now)
                guard let user else {
                    skipped.append(SkippedStep(level: level.level, role: level.to, post: post.id, reason: .absent))
                    continue
                }
                if state.isInConflict(user, org: org, at: now) {
                    reason = .conflict
                } else if holders.contains(user) || clock.raisedTo.contains(user) {
                    reason = .samePerson
                } else {
                    return (post, user)
                }
            } else {
                reason = .noHolder
            }
            skipped.append(SkippedStep(level: level.level, role: level.to, post: post.id, reason: reason))
        }
        return nil
    }
}

extension CaseState {
    /// The field that names the person complained about: an account, or the post they sit in.
    package static let respondentField = "respondent_ref"

    /// Whether a person may not handle the case because of who is complained about.
    func isInConflict(_ user: String, org: OrgDirectory, at instant: Instant) -> Bool {
        guard let respondent = self.fields[Self.respondentField]?.text else { return false }
        let person = org.post(respondent) == nil ? respondent : org.holder(of: respondent, at: instant)
        return person.map { org.isInConflict(user, with: $0, at: instant) } ?? false
    }
}
