"""What a supervisor does (S1 to S7 of the field study)."""

from datetime import date, timedelta

CLERK, OFFICER = "complaint clerk", "triage officer"
SUPERIOR, COMMISSIONER = "supervisor's superior", "commissioner"


def escalated(town):
    """A complaint that the triage officer has brought to the deputy commissioner."""
    receipt = town.file(f"The water tastes of iron {town.nonce}")
    town.act(CLERK, receipt.reference, "Acknowledge")
    town.act(OFFICER, receipt.reference, "Escalate")
    return receipt.reference


def story_s1_a_duty_is_seen_and_acknowledged(town):
    reference = escalated(town)
    browser = town.sit(SUPERIOR)
    town.until(lambda: browser.open("/console/supervision"), lambda: reference in browser.text)
    browser.look("supervision")
    browser.expect("escalated to level", "Passed over: supervisor, level 1", "brought up by somebody before")
    browser.press(f"Acknowledge the escalation: {reference}", "main")
    browser.expect("Done: Acknowledge the escalation")
    town.until(lambda: browser.open("/console/supervision"), lambda: "Acknowledged" in browser.text)


def story_s2_why_it_is_late_is_said_in_words(town):
    reference = escalated(town)
    browser = town.visit(SUPERIOR, reference)
    browser.press("Why is it due when it is?", "main")
    browser.look("why")
    browser.expect("with this office", "started: 21 days by the clock", "By office")
    browser.press("Back to the case", "main")
    browser.expect(reference)


def story_s3_a_duty_leads_to_what_can_be_decided(town):
    reference = escalated(town)
    browser = town.sit(SUPERIOR)
    town.until(lambda: browser.open("/console/supervision"), lambda: reference in browser.text)
    card = next(n for n, text in enumerate(browser.texts("ul.duties li")) if reference in text)
    browser.press("Set the severity", f"ul.duties li:nth-of-type({card + 1})")
    assert browser.path.endswith(f"/console/cases/{reference}#action-set_severity"), browser.path
    town.do("Set the severity", Severity="urgent", Reason="many_ill")
    browser.expect("Done: Set the severity")


def story_s5_many_cases_are_opened_again_once_a_second_person_agrees(town):
    cases = []
    for _ in range(2):
        receipt = town.file(f"They only said it was solved {town.nonce}")
        town.act(CLERK, receipt.reference, "Acknowledge")
        town.act(CLERK, receipt.reference, "Record a withdrawal", **{"Why is it withdrawn?": "The office asked them to"})
        cases.append(receipt.reference)

    browser = town.sit(SUPERIOR)
    browser.open("/console/supervision/bulk")
    browser.look("bulk")
    browser.press("Complaint: Reopen", "section[aria-labelledby=new]")
    browser.look("bulk-form")
    browser.fill("State", "Withdrawn")
    browser.fill("Something in their history", "Record a withdrawal")
    browser.fill("Reason", "pressed")
    browser.press("Show what it would do", "main")
    browser.expect("Please say why.")
    browser.fill("Why", f"People were pressed to withdraw ({town.nonce})")
    browser.press("Show what it would do", "main")
    place = browser.path
    town.until(lambda: browser.open(place), lambda: "Waits for a second person" in browser.text)
    browser.look("bulk-preview")
    browser.expect("You cannot approve it: Somebody else has to do this")
    assert not browser.offers("Approve, and begin"), browser.text

    browser = town.sit(COMMISSIONER)
    browser.open("/console/supervision/bulk")
    browser.expect(town.nonce)
    browser.open(place)
    browser.press("Approve, and begin", "main")
    browser.expect("Approved by")
    town.until(lambda: browser.open(place), lambda: "Still to do\n0" in browser.text)
    browser.look("bulk-done")
    for reference in cases:
        town.visit(SUPERIOR, reference)
        browser.expect("Being sorted", "Reopen")


def story_s6_a_holiday_is_tried_out_before_it_is_announced(town):
    town.file(f"The lamp is dark {town.nonce}")
    browser = town.sit(SUPERIOR)
    browser.open("/console/supervision/calendar")
    browser.look("calendar")
    browser.fill("Calendar", "kp-6day")
    day = next(day for n in range(1, 4) if (day := date.today() + timedelta(days=n)).weekday() < 5)
    browser.fill("Day", day.isoformat())
    browser.fill("What it is called", "Feast")
    browser.press("Show what it would do", "main")
    browser.look("calendar-preview")
    browser.expect("would move", "Complaint cell of the Deputy Commissioner")


def story_s7_load_is_told_without_ranking_anybody(town):
    town.file(f"The road is broken {town.nonce}")
    browser = town.sit(SUPERIOR)
    town.until(lambda: browser.open("/console/supervision/load"), lambda: "By office" in browser.text)
    browser.look("load")
    browser.expect("Shares are told only of 10 cases or more", "Lines are in the order of names")
    names = browser.texts("main table tbody th")
    assert names, browser.text
    browser.press("90 days", "main")
    browser.open("/console/supervision/forecast")
    browser.look("forecast")
    browser.expect("Next seven days")
