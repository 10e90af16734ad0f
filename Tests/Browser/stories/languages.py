"""Everybody's pages in every language: as wide as the screen, without a violation, and in that language."""

CLERK, OFFICER, UNIT = "complaint clerk", "triage officer", "officer of a health unit"

LANGUAGES = {"en": "ltr", "ur": "rtl", "ps": "rtl", "km": "ltr"}
# After somebody has filed a complaint, and with a page that is not there.
PAGES = {
    "home": "/", "file": "/file", "privacy": "/privacy", "track": "/track", "receipt": "/receipt", "own-case": "/track/case",
    "sign-in": "/sign-in", "not-there": "/no-such-page",
}


def story_everybody_reads_the_pages_in_their_language(town):
    town.file("The pump in our street is dry")
    browser = town.browser
    titles = {}
    for language, direction in LANGUAGES.items():
        for name, path in PAGES.items():
            browser.open(f"{path}?lang={language}")
            said = browser.direction
            assert said == (language, direction), f"{browser.path} is {said}"
            browser.look(f"{name}-{language}")
            titles.setdefault(name, set()).add(browser.driver.title)
    told = {name: words for name, words in titles.items() if len(words) < len(LANGUAGES)}
    assert not told, f"the same title in two languages: {told}"


def story_what_cannot_be_sent_is_said_in_the_same_language(town):
    browser = town.citizen()
    browser.open("/file?lang=ur")
    browser.press("بھیجیں", "main")
    browser.look("file-faults-ur")
    assert browser.direction == ("ur", "rtl")
    assert browser.texts("[role=alert]"), browser.text


def answered(town, case):
    """The steps of an office from a complaint that was filed just now to an answer."""
    clerk, officer, unit = (town.program(role) for role in (CLERK, OFFICER, UNIT))
    clerk.act(case, "acknowledge", "intake")
    officer.act(case, "assign", "triage_officer", assignee=town.account(UNIT), category="road")
    unit.act(case, "accept", "handler")
    unit.act(case, "propose_resolution", "handler", outcome_code="relief_granted", action_taken="A new lamp is there")
    officer.act(case, "approve", "triage_officer")


def in_every_language(town, receipt, name, state, form=None):
    """Looks at the page of somebody's case as it stands now, also with its first form open and sent as it is."""
    browser = town.track(receipt)
    assert browser.texts("p.standing strong") == [state], browser.text
    said = {}
    for language, direction in LANGUAGES.items():
        browser.open(f"/track/case?lang={language}")
        assert browser.direction == (language, direction), (name, browser.direction)
        title = browser.texts("p.standing strong")[0]
        next_step = [text for text in browser.texts("article.case > p:not(.standing)") if text]
        assert title and next_step, browser.text
        said[language] = (title, *next_step[:1])
        if form:
            first = browser.texts(".actions summary")[0]
            browser.unfold(first)
            browser.look(f"track-{name}-{language}")
            if form == "refused":
                browser.press(first, "details[name=action][open]")
                assert browser.direction == (language, direction), (name, browser.direction)
                assert browser.texts("[role=alert]"), browser.text
                browser.look(f"track-{name}-refused-{language}")
        else:
            browser.look(f"track-{name}-{language}")
    for place, what in enumerate(("the state", "what comes next")):
        assert len({words[place] for words in said.values()}) == len(LANGUAGES), (name, what, said)


def story_a_complaint_is_followed_to_its_end_in_every_language(town):
    """The states to which offices bring a complaint, each on the page of whoever complained."""
    clerk, officer = town.program(CLERK), town.program(OFFICER)
    receipt = town.file(f"The lamp is dark {town.nonce}")
    clerk.act(receipt.reference, "acknowledge", "intake")
    officer.act(receipt.reference, "request_info", "triage_officer", question="Which lamp?", reason_code="place")
    in_every_language(town, receipt, "asked", "Waiting for information", form="refused")

    receipt = town.file(f"The lamp is broken {town.nonce}")
    answered(town, receipt.reference)
    in_every_language(town, receipt, "resolved", "Resolved, waiting for confirmation", form="open")
    town.track(receipt)
    town.do("Appeal", **{"Why do you disagree?": "It is dark again"})
    in_every_language(town, receipt, "appeal", "Under appeal", form="open")

    receipt, other = (town.file(f"The lamp at {place} is dark {town.nonce}") for place in ("the gate", "the well"))
    for each in (receipt, other):
        clerk.act(each.reference, "acknowledge", "intake")
    officer.act(receipt.reference, "merge", "triage_officer", duplicate_of=other.reference)
    in_every_language(town, receipt, "merged", "Joined with another case")

    receipt = town.file(f"The lamp of the railway is dark {town.nonce}")
    clerk.act(receipt.reference, "acknowledge", "intake")
    officer.act(receipt.reference, "transfer", "triage_officer", target_body="Railways", reason_code="not_our_mandate")
    in_every_language(town, receipt, "transferring", "Being handed to another body", form="open")
    officer.act(
        receipt.reference, "transfer_accepted", "triage_officer", transfer_reply_ref="R 12", replied_on="2026-11-03")
    in_every_language(town, receipt, "transferred", "Transferred", form="open")
