"""What a complaint cell does all day (T1 to T8 of the field study)."""

from datetime import datetime, timedelta
from pathlib import Path

CLERK, OFFICER, UNIT = "complaint clerk", "triage officer", "officer of a health unit"
FOCAL, INSPECTOR = "safeguarding focal point", "auditor of sensitive cases"
PICTURE = Path(__file__).parent.parent / "pump.png"


def story_t1_the_queue_has_the_least_time_left_first(town):
    town.file("The road is broken")
    browser = town.sit(CLERK)
    browser.open("/console/queues/office")
    browser.look("queue-office")
    lines = browser.texts("table.queue tbody tr td:nth-of-type(2)")
    late = ["overdue" in line for line in lines]
    assert lines and late == sorted(late, reverse=True), lines
    assert all("due" in line or "stands still" in line or "no deadline" in line for line in lines), lines
    browser.press("Overdue " + browser.texts(".tabs li:nth-of-type(4) .count")[0], ".tabs")
    browser.look("queue-overdue")


def story_t2_a_letter_in_urdu_is_registered_with_its_own_date(town):
    text = "علي کے گاؤں کا پمپ تین دن سے خراب ہے"
    browser = town.sit(CLERK)
    browser.open("/console")
    browser.press("Register a case", "nav.main")
    browser.look("register-choice")
    browser.fill("Kind of case", "Complaint")
    browser.fill("Office that receives it", "Complaint cell of the Deputy Commissioner")
    browser.press("Continue", "main")
    browser.look("register")
    browser.fill("How it came in", "On paper")
    browser.fill("When it was said or written", (datetime.now() - timedelta(days=3)).strftime("%Y-%m-%dT%H:%M"))
    browser.fill("What happened?", text)
    browser.fill("Language", "Urdu")
    browser.press("Register", "main")
    browser.expect("The case is registered")
    browser.look("register-receipt")
    reference, pin = browser.texts(".receipt strong")
    browser.press("See the case", "main")
    browser.expect(text, "written down")
    browser.look("case-urdu")

    # A keyboard in Lahore writes the name with other letters than one in Cairo.
    town.until(lambda: search(town, "علی پمپ"), lambda: reference in browser.text)
    browser.look("found")
    search(town, "علی bicycle")
    browser.expect("There is no case with all of these words")

    town.track_with(reference, pin)
    browser.expect(text)


def search(town, words):
    browser = town.sit(CLERK)
    browser.fill("Tracking number or words", words, "nav.main")
    browser.press("Find", "nav.main")


def story_t3_the_same_pump_is_one_case_and_both_people_follow_it(town):
    place = f"Tube well {town.nonce}"
    first = town.file("The pump is dry", **{"Where did it happen?": place, "Your name": "Sana Bibi"})
    second = town.file("No water at the well", **{"Where did it happen?": place, "Your name": "Gul Khan"})
    for receipt in (first, second):
        town.act(CLERK, receipt.reference, "Acknowledge")
    browser = town.browser
    town.until(lambda: town.visit(OFFICER, second.reference), lambda: "Perhaps about the same thing" in browser.text)
    alike = " ".join(browser.texts("section[aria-labelledby=alike]"))
    assert first.reference in alike and "Sana" not in alike, alike
    browser.look("case-alike")
    town.do("Join with another case", **{"The other case": first.reference})
    browser.expect("Joined with another case")

    town.track(second)
    browser.expect("goes on together with another complaint", "Being sorted")
    browser.look("track-merged")


def story_t4_what_is_not_ours_is_transferred_and_never_bounced(town):
    receipt = town.file("The school asks for money")
    town.act(CLERK, receipt.reference, "Acknowledge")
    town.act(OFFICER, receipt.reference, "Hand to another body", Body="Education board", Reason="Not our mandate")
    browser = town.visit(OFFICER, receipt.reference)
    browser.expect("Being handed to another body")
    assert not browser.offers("Reject"), "a case that is handed over can be rejected"
    town.act(OFFICER, receipt.reference, "The other body has refused")
    browser.expect("Being sorted", "Whole case")


def story_t5_a_sensitive_case_is_handed_over_in_one_tap(town):
    secret = f"Somebody at the clinic threatens me {town.nonce}"
    receipt = town.file(secret, **{"How can we reach you safely?": "0301 5550001"})
    town.visit(CLERK, receipt.reference).expect(secret)
    town.do("Hand over as sensitive")
    browser = town.browser
    browser.expect(receipt.reference, "Transferred")
    browser.expect_not(secret, "ensitive")
    browser.look("handed-over")
    assert not browser.offers(receipt.reference), "what was handed over can be opened"

    # From then on it is as a case that is not there, to them and to all above them.
    for role in (CLERK, OFFICER, "supervisor's superior", "commissioner", "auditor", INSPECTOR):
        town.sit(role).open(f"/console/cases/{receipt.reference}")
        browser.expect_not(receipt.reference, "Transferred", secret)

    # The focal point finds it under a number of its own, without a word of what was written.
    town.until(lambda: town.sit(FOCAL).open("/console/queues/office"), lambda: browser.texts("table.queue tbody th a"))
    hidden = browser.texts("table.queue tbody th a")[-1]
    assert hidden != receipt.reference, hidden
    town.act(FOCAL, hidden, "Take over", Kind="Threat")
    browser.expect("Safety is being checked", "0301 5550001")
    browser.expect_not(secret)
    browser.look("sensitive-case")
    # Who audits the lane sees what was done, and nothing that anybody said.
    town.visit(INSPECTOR, hidden).expect("Safety is being checked", "Threat")
    browser.expect_not("0301 5550001")
    for role in (CLERK, "commissioner", "auditor"):
        town.sit(role).open(f"/console/cases/{hidden}")
        browser.expect_not(hidden, "Safety is being checked")

    # Whoever filed it follows it as before, is told where it is, and may end it without a reason.
    town.track(receipt).expect("Transferred", "people trained for such matters")
    browser.expect_not(secret, "Safety is being checked")
    browser.look("track-handed-over")
    town.do("Withdraw it")
    browser.expect("Thank you")
    town.until(lambda: town.visit(FOCAL, hidden), lambda: "Closed at their wish" in browser.text)


def story_t6_the_citizen_is_asked_twice_at_most(town):
    receipt = town.file("My card was not given")
    town.act(CLERK, receipt.reference, "Acknowledge")
    for question in ("Which office was it?", "On which day?"):
        town.act(OFFICER, receipt.reference, "Ask the citizen", Question=question, Reason="Other details are missing")
        browser = town.track(receipt)
        browser.expect(question)
        town.do("Answer the question", **{"Your answer": "The one beside the mosque"})
        browser.expect("Thank you")
    browser = town.visit(OFFICER, receipt.reference)
    assert "Ask the citizen" not in browser.texts(".actions summary")
    browser.unfold("Not possible now, and why")
    browser.expect("Ask the citizen", "asked twice")
    browser.look("case-asked-twice")


def story_t7_who_does_not_say_so_gets_no_message(town):
    receipt = town.file("The doctor was not there", **{"How can we reach you safely?": "0301 5550000"})
    browser = town.visit(CLERK, receipt.reference)
    assert "A message may be left there\nno" in browser.text, browser.text


def story_t8_nobody_closes_their_own_work_and_the_third_no_is_an_appeal(town):
    receipt = town.file("The drain is open", **{"Photographs or papers": PICTURE})
    town.act(CLERK, receipt.reference, "Acknowledge")
    town.act(OFFICER, receipt.reference, "Correct details", Category="Drains and sewage")
    for turn in range(3):
        town.act(OFFICER, receipt.reference, "Assign", **{"Assigned to": town.account(UNIT)})
        town.act(UNIT, receipt.reference, "Accept the work")
        if turn == 0:
            town.browser.expect("Picture")
        town.act(UNIT, receipt.reference, "Propose a resolution",
                 **{"Outcome": "relief granted", "What was done": f"Covered, attempt {turn}", "Evidence": PICTURE})
        assert not town.browser.offers("Approve the resolution"), "the handler can approve their own resolution"
        town.act(OFFICER, receipt.reference, "Approve the resolution")
        browser = town.track(receipt)
        if turn < 2:
            town.do("No, it is not solved")
            browser.expect("Thank you")
    assert not browser.offers("No, it is not solved")
    town.do("Appeal", **{"Why do you disagree?": "It is open again after each rain"})
    browser.expect("Under appeal")
    browser.look("track-appeal")


