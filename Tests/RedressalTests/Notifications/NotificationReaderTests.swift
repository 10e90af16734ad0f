import Redressal
import Testing

/// What is wrong with rules and texts is said with its place.
@Suite struct NotificationReaderTests {
    private static let workflow = """
        workflow: duty
        version: 1
        calendar: wall
        initial: [open]
        roles: [clerk, system]
        fields:
          contact: {type: string, personal: true}
          tongue: string
          quiet: boolean
        states:
          open: {may_wait_forever: true}
          done: {final: true}
        actions:
          - {do: finish, from: open, to: done, by: [clerk], emit: DutyFinished}
        """
    private static let calendar = """
        kind: calendar
        id: wall
        version: 1
        tz: UTC
        weekend: []
        hours: {mon-sun: ["00:00-24:00"]}
        """
    private static let texts = """
        kind: texts
        language: en
        version: 1
        checked: true
        texts:
          news: "News on {reference}."
          digest: {one: "{count} case.", other: "{count} cases."}
        """
    private static let rules = """
        kind: notifications
        notifications: duty
        version: 1
        language: en
        party: {contact: contact, language: tongue, consent: quiet, by: sms}
        officers: {by: email, digest: 30m}
        silent_in: [done]
        rules:
          - {when: opened, tell: party, template: news}
          - {event: DutyFinished, tell: clerk, template: news, urgent: true}
          - {state: done, tell: holder, template: news}
        """

    private func set(
        rules: String = Self.rules, texts: String = Self.texts, _ more: [String: String] = [:]
    ) -> DefinitionSet {
        let files = [
            "calendars/wall.yaml": Self.calendar, "duty.yaml": Self.workflow, "texts/en.yaml": texts,
            "notifications/duty.yaml": rules,
        ].merging(more) { $1 }
        return DefinitionSet(
            files.map { DefinitionFile(path: $0.key, text: $0.value) }, published: ShippedDefinitions.published,
            by: "tests")
    }

    @Test func whatIsRightIsRead() throws {
        let set = self.set()
        #expect(set.findings.filter { $0.severity == .error } == [])
        let rules = try #require(set.register.catalog.notifications.rules(of: "duty"))
        #expect(
            rules
                == NotificationRules(
                    workflow: "duty", version: 1, language: "en",
                    party: NotificationRules.Party(contact: "contact", language: "tongue", consent: "quiet"),
                    officersBy: .email, digest: 1_800_000, silentIn: ["done"],
                    rules: [
                        NotificationRule(.moment(.opened), tell: .party, template: "news"),
                        NotificationRule(
                            .event("DutyFinished"), tell: .role("clerk"), template: "news", isUrgent: true),
                        NotificationRule(.state("done"), tell: .holder, template: "news"),
                    ]))
        #expect(set.definitions.map(\.kind) == [.calendar, .workflow, .texts, .notifications])
    }

    @Test(arguments: [
        (
            "notifications: duty", "notifications: dutty",
            "2:16: error: expected a declared workflow but found 'dutty'; did you mean 'duty'? [unknown-workflow]"
        ),
        (
            "DutyFinished", "DutyFinnished",
            """
            10:13: error: expected a declared event but found 'DutyFinnished'; did you mean 'DutyFinished'? \
            [unknown-event]
            """
        ),
        (
            "state: done", "state: dome",
            "11:13: error: expected a declared state but found 'dome'; did you mean 'done'? [unknown-state]"
        ),
        (
            "[done]", "[gone]",
            "7:13: error: expected a declared state but found 'gone'; did you mean 'done'? [unknown-state]"
        ),
        (
            "contact: contact", "contact: contacts",
            "5:18: error: expected a declared field but found 'contacts'; did you mean 'contact'? [unknown-field]"
        ),
        (
            "contact: contact", "contact: tongue",
            "5:18: error: expected a personal field for 'contact' but 'tongue' is another [wrong-type]"
        ),
        (
            "consent: quiet", "consent: tongue",
            "5:54: error: expected a boolean that is not personal for 'consent' but 'tongue' is another [wrong-type]"
        ),
        (
            "tell: clerk", "tell: clark",
            "10:33: error: expected a declared role but found 'clark'; did you mean 'clerk'? [unknown-role]"
        ),
        (
            "tell: holder, template: news", "tell: holder, template: olds",
            "11:43: error: expected a declared text but found 'olds' [unknown-text]"
        ),
        (
            "when: opened, tell: party", "when: opened, tell: raised",
            "9:26: error: expected 'raised' only with `when: escalated` but found another moment [bad-value]"
        ),
        (
            "when: opened", "when: opend",
            """
            9:12: error: expected opened, assigned, reminder, breached, escalated, orphaned, closed, reopened but \
            found 'opend'; did you mean 'opened'? [bad-value]
            """
        ),
        (
            "{when: opened, ", "{when: opened, state: done, ",
            "9:5: error: expected one of when, event and state but found when and state [bad-value]"
        ),
        (
            "digest: 30m", "digest: 3bd",
            "6:31: error: expected minutes or hours such as 30m or 4h but found '3bd' [bad-value]"
        ),
        ("language: en", "language: fr", "4:11: error: expected a declared language but found 'fr' [unknown-language]"),
        ("by: sms", "by: pigeon", "5:65: error: expected sms, email but found 'pigeon' [bad-value]"),
    ])
    func aSlipInRulesIsShownAtItsPlace(old: String, new: String, finding: String) {
        let set = self.set(rules: Self.rules.replacing(old, with: new, maxReplacements: 1))
        #expect(
            set.findings.filter { $0.severity == .error }.map(\.description) == ["notifications/duty.yaml:\(finding)"])
        #expect(set.register.catalog.notifications.rules(of: "duty") == nil)
    }

    @Test(arguments: [
        (
            "{reference}", "{referense}",
            """
            6:9: error: expected {reference}, {count}, {link} but found '{referense'; did you mean 'reference'? \
            [unknown-placeholder]
            """
        ),
        ("one: \"{count} case.\", ", "", "7:11: error: expected the key 'one' but it is missing [missing-key]"),
        ("one:", "few:", "7:12: error: expected a known key but found 'few' [unknown-key]"),
    ])
    func aSlipInTextsIsShownAtItsPlace(old: String, new: String, finding: String) {
        let set = self.set(texts: Self.texts.replacing(old, with: new, maxReplacements: 1))
        #expect(set.findings.map(\.description).contains("texts/en.yaml:\(finding)"), "\(set.findings)")
        #expect(set.register.catalog.notifications.texts(in: "en") == nil)
    }

    @Test func aLanguageThatLacksATextIsAnErrorAndADraftAWarning() {
        let french = Self.texts.replacing("language: en", with: "language: fr").replacing("checked: true\n", with: "")
            .replacing("  news: \"News on {reference}.\"\n", with: "")
        let set = self.set(["texts/fr.yaml": french])
        #expect(
            set.findings.filter { $0.file == "texts/fr.yaml" }.map(\.description).sorted() == [
                """
                texts/fr.yaml:1:1: warning: expected texts that a speaker of 'fr' has checked but they are a machine's \
                draft [unchecked-texts]
                """,
                """
                texts/fr.yaml:4:1: error: expected the text 'news' as in other languages but it is missing \
                [missing-text]
                """,
            ])
    }

    @Test func aHigherVersionHoldsAndALowerOneChangesNothing() throws {
        var catalog = self.set().register.catalog
        let second = NotificationRules(workflow: "duty", version: 2, language: "en", party: nil, rules: [])
        catalog.notifications.add(second)
        catalog.notifications.add(
            NotificationRules(workflow: "duty", version: 1, language: "en", party: nil, rules: []))
        #expect(catalog.notifications.rules(of: "duty") == second)
    }
}
