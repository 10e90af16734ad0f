"""Somebody complains, follows it, and has the last word."""


def story_a_complaint_is_filed_solved_and_confirmed(town):
    """Five people, one complaint: filed on the website, sorted, worked on, approved by another, confirmed."""
    browser = town.citizen()
    browser.look("home")
    browser.press("File a complaint", "main")
    browser.look("file")
    receipt = town.file("The pump in our street is dry", **{"Where did it happen?": "Main Bazaar"})
    browser.look("receipt")
    town.track(receipt)
    browser.look("track-case")
    browser.expect("The pump in our street is dry", "We have received it")

    town.sit("complaint clerk")
    browser.look("queue")
    town.act("complaint clerk", receipt.reference, "Acknowledge")
    town.act("triage officer", receipt.reference, "Correct details", Category="water")
    town.act("triage officer", receipt.reference, "Assign", **{"Assigned to": town.account("officer of a health unit")})
    browser.look("case")
    town.act("officer of a health unit", receipt.reference, "Accept the work")
    town.act("officer of a health unit", receipt.reference, "Propose a resolution",
             **{"Outcome": "relief granted", "What was done": "The pump has a new bearing"})
    town.act("triage officer", receipt.reference, "Approve the resolution")

    town.track(receipt)
    browser.expect("The pump has a new bearing", "Please tell us whether that is true")
    browser.look("track-resolved")
    town.do("Yes, it is solved")
    browser.expect("Thank you", "Closed, confirmed")


def story_who_uses_the_telephone_next_sees_nothing(town):
    """Somebody files and follows a complaint, closes it and goes away; whoever comes next presses Back."""
    complaint = "The clerk asked me for money"
    receipt = town.file(complaint)
    browser = town.track(receipt)
    browser.expect(complaint)
    browser.press("Close")
    for _ in range(5):
        browser.back()
        browser.expect_not(complaint, receipt.reference, receipt.pin)


# Without scripts the browser's memory cannot be told to forget (ADR 0019).
story_who_uses_the_telephone_next_sees_nothing.hands = {"mouse"}
