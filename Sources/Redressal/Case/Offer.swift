/// An action that somebody's role allows where a case stands, and what speaks against doing it now.
package struct Offer: Hashable, Sendable {
    package let action: Action
    /// As whom they would do it.
    package let actor: Actor
    /// Why not now; nil when it can be done.
    ///
    /// What the action itself brings may still change that.
    package let refusal: Rejection?

    /// Whether it is worth asking for what the action brings: nothing speaks against it, or a guard that may hold once that is there.
    package var isOpen: Bool {
        guard let refusal else { return true }
        guard refusal.code == .guardFailed, let names = self.action.guardRule?.expression.names else { return false }
        return self.action.fields.contains { names.contains($0.name.rawValue) }
    }
}

extension DefinitionCatalog {
    /// What somebody can do about a case now, in the order of the workflow, each action once.
    ///
    /// - Parameters:
    ///   - user: Their account.
    ///   - now: The moment that guards go by.
    package func offers(to user: String, on state: CaseState, at now: Instant) -> [Offer] {
        guard let workflow = self.workflow(state.workflow) else { return [] }
        let decider = Decider(DecisionContext(catalog: self, now: now, epoch: 0))
        var offers: [Offer] = []
        for action in workflow.actions(from: StateName(state.state)) where !action.timer {
            guard let offer = self.offer(of: action, to: user, on: state, in: workflow, decider) else { continue }
            let place = offers.firstIndex { $0.action.name == action.name }
            guard let place else {
                offers.append(offer)
                continue
            }
            // Of several actions of one name the one that can be done counts.
            if offers[place].refusal != nil, offer.refusal == nil { offers[place] = offer }
        }
        return offers
    }

    /// The action in the first of somebody's roles that can do it, or else in the first that may.
    private func offer(
        of action: Action, to user: String, on state: CaseState, in workflow: WorkflowDefinition, _ decider: Decider
    ) -> Offer? {
        var refused: Offer?
        for role in action.by where role != .system {
            let parties = self.partyRoles
            guard
                let actor = try? self.org.actor(
                    user, in: role.rawValue, for: state.office, parties: parties, at: decider.context.now),
                let objection = decider.objection(to: action, on: state, in: workflow, by: actor)
            else { continue }
            let offer = Offer(action: action, actor: actor, refusal: objection.reason)
            guard offer.refusal != nil else { return offer }
            if refused == nil { refused = offer }
        }
        return refused
    }
}

extension Decider {
    /// What speaks against an action.
    fileprivate struct Objection {
        /// Nil when nothing does.
        let reason: Rejection?
    }

    /// - Returns: Nil when the case is none of the actor's business.
    fileprivate func objection(
        to action: Action, on state: CaseState, in workflow: WorkflowDefinition, by actor: Actor
    ) -> Objection? {
        guard (try? self.checkStanding(of: actor, on: state, in: workflow, isHistorical: false)) != nil else {
            return nil
        }
        do throws(Rejection) {
            try self.allow(action, [:], on: state, in: workflow, by: actor, at: self.context.now)
            // What needs no answers can be decided to the end, and then forgotten.
            if action.fields.allSatisfy({ !$0.isRequired }) {
                _ = try self.decide(Self.trial(action, by: actor, self.context.now, state), on: state)
            }
            return Objection(reason: nil)
        } catch {
            return error.code == .notThisRole ? nil : Objection(reason: error)
        }
    }

    private static func trial(_ action: Action, by actor: Actor, _ now: Instant, _ state: CaseState) -> Command {
        Command(
            id: CommandID("offer"), case: state.id, actor: actor, channel: "offer", occurred: now,
            request: .act(TakeAction(action: action.name.rawValue)))
    }
}
