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
    town.act("triage officer", receipt.reference, "Correct details", Category="Water supply (pump, pipe, tap)")
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
    browser.press("Leave this page")
    for _ in range(5):
        browser.back()
        browser.expect_not(complaint, receipt.reference, receipt.pin)


# Without scripts the browser's memory cannot be told to forget (ADR 0019).
story_who_uses_the_telephone_next_sees_nothing.hands = {"mouse"}


def kept(browser):
    """What the website has left on the device of the forms that were filled in there."""
    return browser.driver.execute_script("return Object.entries(localStorage).filter(([name]) => name.startsWith('draft-'))")


def story_a_half_written_form_is_kept_for_a_day_and_without_a_name(town):
    browser = town.citizen()
    browser.driver.execute_script("localStorage.setItem('draft-old', '{\"field.complainant_name\": \"Sana Bibi\"}')")
    browser.press("File a complaint", "main")
    assert kept(browser) == [], "a draft of an earlier program stays for ever"
    form = browser.path
    browser.fill("What happened?", "The tap has been dry for a week")
    browser.fill("Your name", "Sana Bibi")
    browser.fill("How can we reach you safely?", "0301 5550001")
    [(name, text)] = kept(browser)
    assert "dry for a week" in text and "Sana" not in text and "5550001" not in text, text

    # The connection breaks; the page is opened anew.
    browser.open(form)
    browser.expect("What you typed here before has been put back.")
    browser.look("file-restored")
    assert browser.typed("What happened?") == "The tap has been dry for a week"
    assert (browser.typed("Your name"), browser.typed("How can we reach you safely?")) == ("", "")
    browser.touch("Clear what I typed", "main")
    browser.expect_not("has been put back")
    assert browser.typed("What happened?") == ""
    assert kept(browser) == []
    browser.open(form)
    browser.expect_not("has been put back")

    # Somebody else takes up the telephone two days later, or sets its clock back.
    for hours in (25, -1):
        browser.fill("What happened?", "The tap has been dry for a week")
        browser.driver.execute_script(
            "const [name, hours] = arguments; const draft = JSON.parse(localStorage.getItem(name)); draft.at -= hours * 3600000;"
            "localStorage.setItem(name, JSON.stringify(draft))", name, hours)
        browser.open("/")
        assert kept(browser) == [], hours
        browser.open(form)
        assert browser.typed("What happened?") == ""

    # What was sent does not stay either.
    browser.fill("What happened?", "The tap has been dry for a week")
    browser.fill("Language", "English")
    assert kept(browser)
    browser.press("Send", "main")
    browser.expect("We have your complaint")
    assert kept(browser) == []


# Without scripts nothing is kept at all.
story_a_half_written_form_is_kept_for_a_day_and_without_a_name.hands = {"mouse"}
