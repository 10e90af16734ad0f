"""What brings many complaints at once: boxes and forums (T2 of the field study)."""

from datetime import datetime, timedelta

CLERK, OFFICER = "complaint clerk", "triage officer"
OFFICE = "Complaint cell of the Deputy Commissioner"


def opened(town, kind, **fields):
    """The clerk opens a case of a kind that is nobody's own; its tracking number."""
    browser = town.sit(CLERK)
    browser.open("/console")
    browser.press("Register a case", "nav.main")
    browser.fill("Kind of case", kind)
    browser.fill("Office that receives it", OFFICE)
    browser.press("Continue", "main")
    for label, value in fields.items():
        browser.fill(label, value)
    browser.press("Register", "main")
    return browser.texts("h1")[0]


def registered(town, action, number, all, **fields):
    """The clerk writes down the next one, by the form that is open already; its tracking number and PIN."""
    browser = town.browser
    for label, value in fields.items():
        browser.fill(label, value, "details[open]")
    browser.press(action, "details[open]")
    browser.expect(f"Done: {action}", f"{number} of {all} registered")
    return browser.texts(".receipt strong")


def story_t2_a_box_of_fourteen_slips_is_not_sealed_with_thirteen(town):
    reference = opened(town, "Opening of a complaint box",
                       **{"Number of the box": town.nonce, "Where it hangs": "Gate of the hospital"})
    browser = town.browser
    browser.expect("Waiting to be opened")
    browser.look("box-waiting")
    town.do("Count the slips", **{
        "When it was opened": (datetime.now() - timedelta(days=1)).strftime("%Y-%m-%dT%H:%M"),
        "Who was there": "Two elders of the village council", "Number of the seal that was broken": "S-1",
        "The seal was whole": "yes", "Slips counted": "14"})
    browser.expect("Counted once")
    # Who has counted does not confirm.
    assert not browser.offers("Confirm the count"), "one person counts and confirms"
    town.act(OFFICER, reference, "Confirm the count")

    town.visit(CLERK, reference).unfold("Register a slip")
    receipts = []
    for number in range(13):
        fields = {"What do they say?": f"Slip {number} of {town.nonce}"}
        if number == 0:
            day = (datetime.now() - timedelta(days=3)).strftime("%Y-%m-%d")
            fields |= {"Language": "Urdu", "Date on the slip": day, "Name": "Gul Khan"}
        receipts.append(registered(town, "Register a slip", number + 1, 14, **fields))
        if number == 6:
            browser.look("box-seven-of-fourteen")
            browser.expect_not("Gul Khan")
    assert len({reference for reference, _ in receipts}) == 13, receipts

    town.do("Seal the box", **{"Number of the new seal": "S-2"})
    browser.expect("not as many as were counted", "Being registered")
    browser.look("box-not-sealed")
    town.do("Seal the box", **{"Number of the new seal": "S-2", "Why registered and counted differ": "One was taken back"})
    browser.expect("Done: Seal the box", "Sealed")
    assert len([line for line in browser.texts("section[aria-labelledby=links] li") if line.startswith("Slip")]) == 13
    browser.press(receipts[0][0], "section[aria-labelledby=links]")
    browser.expect(f"Slip 0 of {town.nonce}", f"From: Opening of a complaint box {reference}", "written down")

    # Whoever wrote the slip follows it like anybody else.
    town.track_with(*receipts[0])
    browser.expect(f"Slip 0 of {town.nonce}", "Received")


def story_t2_a_forum_brings_its_issues_and_is_answered_a_month_later(town):
    today = datetime.now().strftime("%Y-%m-%d")
    reference = opened(town, "Public forum", **{"Place": f"Hujra {town.nonce}", "Day of the forum": today})
    browser = town.browser
    browser.expect("Announced")
    town.do("Count the issues", **{
        "Day of the forum": (datetime.now() - timedelta(days=1)).strftime("%Y-%m-%d"),
        "Officials who were there": "The Deputy Commissioner", "Women": "20", "Men": "31", "Issues counted": "3"})
    town.act(OFFICER, reference, "Confirm the count")

    town.visit(CLERK, reference).unfold("Register an issue")
    said = f"No teacher at {town.nonce}"
    receipt = registered(
        town, "Register an issue", 1, 3, **{"What do they say?": said, "Language": "Pashto", "Name": "Gul Khan"})
    browser.look("forum-one-of-three")
    registered(town, "Register an issue", 2, 3, **{"What do they say?": "The lamp is dark"})
    town.do("Close the list")
    browser.expect("not as many as were counted")
    town.do("Set issues aside", **{"Issues answered on the spot": "1", "Issues that are no complaint": "0"})
    town.do("Close the list")
    browser.expect("Waiting for the follow-up")
    town.do("Record the follow-up", **{
        "Issues whose outcome people were told": "3", "Officials who were at the follow-up": "The Deputy Commissioner"})
    browser.expect("Closed")
    browser.look("forum-closed")

    browser = town.visit(CLERK, receipt[0])
    browser.expect(said, f"From: Public forum {reference}")
    assert f"Forum\n{reference}" in browser.text, browser.text
    town.track_with(*receipt)
    browser.expect(said)
