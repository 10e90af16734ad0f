import RedressalTesting

extension TestDefinitions {
    /// The duties with people to tell: their owner by a contact, and whoever keeps them.
    static let notices = TestDefinitions(
        [
            "duty.yaml": Self.workflow("duty", onMissed: "sequential")
                .replacing("  note: text\n", with: "  note: text\n  quiet: boolean\n  tongue: string\n")
                .replacing("number: optional}", with: "number: optional, quiet: optional}"),
            "texts/en.yaml": """
            kind: texts
            language: en
            version: 1
            checked: true
            texts:
              news: "News on {reference}."
              digest: {one: "{count} thing.", other: "{count} things."}
            """,
            "notifications/duty.yaml": """
            kind: notifications
            notifications: duty
            version: 1
            language: en
            party: {contact: name, language: tongue, consent: quiet, by: sms}
            officers: {by: email, digest: 1h}
            rules:
              - {when: opened, tell: party, template: news}
              - {event: DutyRemarked, tell: holder, template: news}
              - {event: DutyFinished, tell: party, template: news}
              - {when: assigned, tell: holder, template: news}
              - {when: escalated, tell: raised, template: news, urgent: true}
            """,
        ], besides: .duty)
}
