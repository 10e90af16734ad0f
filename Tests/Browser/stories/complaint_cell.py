"""What a complaint cell does all day (T1 to T8 of the field study)."""

import json
import time
from datetime import datetime, timedelta
from pathlib import Path

from wall import in_words, instant, now

CLERK, OFFICER, UNIT = "complaint clerk", "triage officer", "officer of a health unit"
GOVERNOR = "deputy governor"
FOCAL, INSPECTOR = "safeguarding focal point", "auditor of sensitive cases"
NO_CASE = "There is no case with this number, or it is none of yours"
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
    # Each has the deadline of its own office's calendar, and the order is that of the deadlines.
    listed = town.program(CLERK).ask("/queues/office")["cases"]
    assert browser.texts("table.queue tbody th a") == [case["reference"] for case in listed]
    deadlines = [case["due"] for case in listed if "due" in case]
    assert deadlines == sorted(deadlines), deadlines
    browser.press("Overdue " + browser.texts(".tabs li:nth-of-type(4) .count")[0], ".tabs")
    browser.look("queue-overdue")
    # What the keys do can be read where there are no scripts, too.
    browser.unfold("Keyboard")
    assert "Looks for a case" in browser.texts("footer dd"), browser.texts("footer dd")


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

    # The time that the office has runs from today, and not from the letter's own day.
    clocks = town.program(CLERK).ask(f"/cases/{reference}")["clocks"]
    step, whole = instant(clocks["state"]["due"]), instant(clocks["total"]["due"])
    assert whole.date() == now().date() + timedelta(days=21), whole
    town.visit(CLERK, reference)
    assert standing(browser, "Whole case").startswith(f"due {in_words(whole)}, "), standing(browser, "Whole case")
    assert standing(browser, "This step").startswith(f"due {step:%A %H:%M}, "), standing(browser, "This step")
    assert standing(browser, "This step").endswith(" left"), standing(browser, "This step")

    town.track_with(reference, pin)
    browser.expect(text, f"You should have the answer by {in_words(whole)}.")


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


def standing(browser, name):
    """What stands under "Where it stands" beside a name."""
    section = "section[aria-labelledby=standing]"
    return dict(zip(browser.texts(f"{section} dt"), browser.texts(f"{section} dd")))[name]


def due(browser):
    """When the whole case is due, without the time that is left until then."""
    said, _, left = standing(browser, "Whole case").rpartition(", ")
    assert said.startswith("due ") and left.endswith(" left"), said
    return said


def story_t4_what_is_not_ours_is_transferred_and_never_bounced(town):
    receipt = town.file("The school asks for money")
    town.act(CLERK, receipt.reference, "Acknowledge")
    browser = town.visit(OFFICER, receipt.reference)
    promised = due(browser)
    town.do("Hand to another body", **{"The other body": "Education board", "Reason": "Not our mandate"})

    # Until they take it, it is ours, and the time runs.
    browser.expect("Being handed to another body", "the case is ours until they take it")
    assert due(browser) == promised, browser.text
    assert standing(browser, "This step").endswith(" left"), browser.text
    assert not browser.offers("Reject"), "a case that is handed over can be rejected"
    browser.look("case-transferring")
    town.track(receipt).expect("until they do, it stays with us", "You should have the answer by")

    # They do not: it is sorted again, and due when it was.
    town.act(OFFICER, receipt.reference, "The other body has refused", Reason="Not their mandate either")
    browser.expect("Being sorted")
    assert due(browser) == promised, browser.text
    assert browser.offers("Assign") and browser.offers("Hand to another body"), browser.text

    # They do, and say so in writing.
    town.do("Hand to another body", **{"The other body": "District education office", "Reason": "Not our mandate"})
    reply = {"Number of their reply": "ED 2231", "Day of their reply": "2026-11-03", "Their letter": PICTURE}
    town.do("The other body has accepted", **reply)
    browser.expect("Transferred", "ED 2231", "District education office", "Picture")
    town.track(receipt).expect("Transferred", "Another body has taken it over", "District education office", "ED 2231")
    browser.look("track-transferred")


def story_t5_a_sensitive_case_is_handed_over_in_one_tap(town):
    secret = f"Somebody at the clinic threatens me {town.nonce}"
    receipt = town.file(secret, **{"How can we reach you safely?": "0301 5550001"})
    town.visit(CLERK, receipt.reference).expect(secret)
    told, began = len(town.messages()), time.monotonic()
    town.do("Hand over as sensitive")
    browser = town.browser
    browser.expect(receipt.reference, "Transferred")
    browser.expect_not(secret, "ensitive")
    browser.look("handed-over")
    assert not browser.offers(receipt.reference), "what was handed over can be opened"

    # From then on it is as a case that is not there, to them and to all above them.
    for role in (CLERK, OFFICER, "supervisor's superior", "commissioner", "auditor", INSPECTOR):
        town.sit(role).open(f"/console/cases/{receipt.reference}")
        browser.expect(NO_CASE)
        browser.expect_not(receipt.reference, "Transferred", secret)

    # The focal point is told within a minute that there is something, and not what.
    alerts = []

    def listen():
        alerts[:] = [m for m in town.messages()[told:] if m["to"] == {"account": town.account(FOCAL)}]

    town.until(listen, lambda: alerts)
    assert time.monotonic() - began < 60, "the alert took longer than a minute"
    assert [alert["medium"] for alert in alerts] == ["email"], alerts
    assert alerts[0]["text"] == "A case needs you. Sign in to see it.", alerts
    said = json.dumps(town.messages()[told:], ensure_ascii=False)
    for word in (receipt.reference, town.nonce, "clinic", "0301", "ensitive"):
        assert word not in said, said

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
        browser.expect(NO_CASE)
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
    # Somebody who says so, later, has theirs; by then the first one's would be there as well.
    other = town.file("The nurse was not there", **{
        "How can we reach you safely?": "0301 5550002", "You may leave a message for me there": "yes"})
    town.until(lambda: None, lambda: any(other.reference in message["text"] for message in town.messages()))
    assert not any(receipt.reference in message["text"] for message in town.messages()), town.messages()


def solve(town, reference, turn, **evidence):
    """The unit proposes a solution, and somebody else approves it."""
    browser = town.browser
    town.act(OFFICER, reference, "Assign", **{"Assigned to": town.account(UNIT)})
    town.act(UNIT, reference, "Accept the work")
    if turn == 0 and evidence:
        browser.expect("Picture")
    town.act(UNIT, reference, "Propose a resolution",
             **{"Outcome": "relief granted", "What was done": f"Mended, attempt {turn}", **evidence})
    assert not browser.offers("Approve the resolution"), "the handler can approve their own resolution"
    town.visit(OFFICER, reference)
    assert ("proposed without evidence" in browser.texts(".badge")) == (not evidence), browser.text
    town.do("Approve the resolution")
    browser.expect("Done")


def story_t7_an_interim_reply_is_due_at_four_fifths_of_the_time(town):
    """A case that the demo left in triage for weeks, and one that has time left."""
    browser = town.sit(GOVERNOR)
    browser.open("/console/queues/overdue")
    late = [reference for reference in browser.texts("table.queue tbody th a") if owes(town, reference, GOVERNOR)]
    assert late, "no case of the demo is late enough"
    browser.look("case-owed")
    receipt = town.file("The road is flooded")
    town.act(CLERK, receipt.reference, "Acknowledge")
    assert not browser.text.count("Due now"), browser.text


OWED = "Due now: Send an interim reply. 80 % of the time is used up (Whole case)."


def owes(town, reference, role):
    """Whether the page of a case asks for an interim reply."""
    return OWED in town.visit(role, reference).text


def promise(town, moment):
    """Fills in and sends the form of an interim reply on the page that is open."""
    town.do("Send an interim reply", **{
        "Promised for": moment.strftime("%Y-%m-%dT%H:%M"), "Reason": "Material has not come"})


def story_t7_an_interim_reply_is_sent_and_no_longer_due(town):
    """A case that the demo left in triage a year ago, whose past goes on when somebody next does something about it."""
    browser = town.sit(OFFICER)
    browser.open("/console/queues/overdue")
    reference = browser.texts("table.queue tbody th a")[0]
    assert not owes(town, reference, OFFICER), browser.text
    town.act(OFFICER, reference, "Add a note", Note="They have asked again")
    assert owes(town, reference, OFFICER), browser.text
    # What is due stands open before all else that can be done.
    assert browser.texts(".actions summary")[0] == "Send an interim reply", browser.texts(".actions summary")
    late = standing(browser, "Whole case")
    day = now().replace(hour=15, minute=30)
    promise(town, day - timedelta(days=1))
    browser.look("case-promise-refused")
    browser.expect(OWED)
    browser.expect_not("Done: Send an interim reply")
    assert browser.texts("[role=alert]"), browser.text

    promise(town, day + timedelta(days=9))
    browser.expect("Done: Send an interim reply", f"Promised for\n{in_words(day + timedelta(days=9))}")
    browser.expect_not("Due now")
    browser.look("case-promised")
    assert not owes(town, reference, OFFICER), browser.text
    # It moves no deadline.
    assert standing(browser, "Whole case") == late, browser.text


def story_t7_whoever_complained_is_told_for_when_it_is_promised(town):
    receipt = town.file("The culvert is broken")
    browser = town.track(receipt)
    browser.expect_not("Promised for")
    [promised] = [line for line in browser.text.splitlines() if line.startswith("You should have the answer by ")]
    town.act(CLERK, receipt.reference, "Acknowledge")
    day = now().replace(hour=15, minute=30) + timedelta(days=30)
    town.visit(OFFICER, receipt.reference)
    promise(town, day)
    browser.expect("Done: Send an interim reply")
    # What was first promised stands beside it: the reply does not move it.
    town.track(receipt).expect(f"Promised for\n{in_words(day)}", promised)
    browser.look("track-promised")


def story_t8_nobody_closes_their_own_work_and_the_third_no_is_an_appeal(town):
    receipt = town.file("The drain is open", **{"Photographs or papers": PICTURE})
    town.act(CLERK, receipt.reference, "Acknowledge")
    town.act(OFFICER, receipt.reference, "Correct details", Category="Drains and sewage")
    for turn in range(3):
        solve(town, receipt.reference, turn, Evidence=PICTURE)
        browser = town.track(receipt)
        if turn < 2:
            town.do("No, it is not solved")
            browser.expect("Thank you")
    assert not browser.offers("No, it is not solved")
    town.do("Appeal", **{"Why do you disagree?": "It is open again after each rain"})
    browser.expect("Under appeal")
    browser.look("track-appeal")


def story_t8_who_says_no_by_telephone_has_it_opened_again_in_one_step(town):
    receipt = town.file("The lamp before the school is dark")
    town.act(CLERK, receipt.reference, "Acknowledge")
    town.act(OFFICER, receipt.reference, "Correct details", Category="Street lights")
    # A "no" is enough; who wants to says more.
    for turn, words in enumerate([{}, {"Note": "It went out again the next night"}]):
        solve(town, receipt.reference, turn)
        browser = called(town, receipt.reference)
        browser.expect("Resolved, waiting for confirmation")
        if turn == 0:
            browser.look("case-called")
        town.do("Record that it is not solved", **words)
        browser.expect("Done: Record that it is not solved", "Being sorted", "they say that it is not solved")
        town.visit(OFFICER, receipt.reference).expect("With\nnobody")
    browser.expect("It went out again the next night")

    # The third time somebody else is to look at it; both are told so.
    solve(town, receipt.reference, 2)
    assert not town.track(receipt).offers("No, it is not solved"), town.browser.text
    assert town.browser.offers("Appeal"), town.browser.text
    browser = called(town, receipt.reference)
    assert "Record that it is not solved" not in browser.texts(".actions summary"), browser.text
    browser.unfold("Not possible now, and why")
    browser.expect("They disagreed twice already. What is left is an appeal.")
    browser.look("case-third-no")
    town.do("Record an appeal", **{"Why do they disagree?": "It goes out again each time"})
    browser.expect("Done: Record an appeal", "Under appeal")


def called(town, reference):
    """Somebody is on the telephone, with the number on their receipt: the clerk's page of their case."""
    browser = town.sit(CLERK)
    browser.open("/console")
    search(town, reference)
    browser.expect(reference)
    return browser
