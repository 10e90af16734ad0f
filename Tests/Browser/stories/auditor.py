"""What an auditor does (A1 to A7 of the field study)."""

from datetime import datetime, timedelta

CLERK, OFFICER, UNIT, AUDITOR = "complaint clerk", "triage officer", "officer of a health unit", "auditor"
EXPORTED = "Took data away"
TYPED = "%Y-%m-%dT%H:%M"  # as fields of a day and a time have it


def history(town, reference):
    """The auditor opens a case's history, as from the tracking number in a file."""
    browser = town.sit(AUDITOR)
    browser.open("/console")
    browser.press("Audit", "nav.main")
    browser.fill("Tracking number or id of a case", reference)
    browser.press("Show its history", "main")
    browser.expect(f"History of {reference}")
    return browser


def sides(browser, label):
    """What a line of the comparison says was known then, and is known now."""
    place = lines(browser).index(label) + 1
    return tuple(browser.texts(f"section[aria-labelledby=then] tbody tr:nth-child({place}) td"))


def lines(browser):
    """What the comparison has lines of."""
    return [text.removesuffix(" differs") for text in browser.texts("section[aria-labelledby=then] tbody th")]


def numbers(browser, name):
    """The numbers of the events that are called so."""
    links = [text.partition(" ") for text in browser.texts("section[aria-labelledby=events] tbody th a")]
    return [int(number) for number, _, words in links if words == name]


def standing(town, receipt):
    """The state of a case on the page of whoever complained."""
    return town.track(receipt).texts("p.standing strong")[0]


def story_a1_a_case_is_seen_as_it_was_at_an_earlier_event(town):
    receipt = town.file(f"The school is locked {town.nonce}")
    reference = receipt.reference
    # What the public page of the case showed at the time.
    public = [standing(town, receipt)]
    town.act(CLERK, reference, "Acknowledge")
    town.act(OFFICER, reference, "Correct details", Category="School")
    public.append(standing(town, receipt))
    town.act(OFFICER, reference, "Assign", **{"Assigned to": town.account(UNIT)})
    town.act(UNIT, reference, "Accept the work")
    public.append(standing(town, receipt))
    assert public == ["Received", "Being sorted", "Being worked on"], public

    browser = history(town, reference)
    browser.look("audit-history")
    assert sides(browser, "State") == (public[2], public[2]), browser.text
    browser.expect("is the one that was kept of it", "What was known then is what is known now")
    [assigned] = numbers(browser, "Assign")
    browser.fill("As it was at event", str(assigned - 1))
    browser.press("Show", "form.slider:nth-of-type(1)")
    browser.look("audit-history-event")
    browser.expect(f"Event {assigned - 1} / ", "kp-abbottabad-cell-officer", "is the one that was kept of it")
    assert sides(browser, "State") == (public[1], public[1]), browser.text
    assert sides(browser, "With") == ("nobody", "nobody"), browser.text
    assert sides(browser, "Category") == ("School", "School"), browser.text

    [acknowledged] = numbers(browser, "Acknowledge")
    browser.press(f"{acknowledged} Acknowledge", "section[aria-labelledby=events]")
    facts = dict(zip(browser.texts("section[aria-labelledby=chosen] dt"), browser.texts("section[aria-labelledby=chosen] dd")))
    assert facts["Post"] == "kp-abbottabad-cell-clerk", facts
    assert sides(browser, "Rules")[0] == facts["Workflow and its version"], facts
    assert "Category" not in lines(browser), browser.text
    browser.press("One event earlier", "main")
    assert sides(browser, "State") == (public[0], public[0]), browser.text
    browser.press("One event later", "main")
    browser.expect(f"Event {acknowledged} / ")


def letter(town, days):
    """A letter that lay somewhere for so many days before the clerk registered it; when it was written."""
    written = datetime.now() - timedelta(days=days)
    browser = town.sit(CLERK)
    browser.open("/console/register")
    browser.fill("Kind of case", "Complaint")
    browser.fill("Office that receives it", "Complaint cell of the Deputy Commissioner")
    browser.press("Continue", "main")
    browser.fill("How it came in", "On paper")
    browser.fill("When it was said or written", written.strftime(TYPED))
    browser.fill("What happened?", f"A letter that lay for {days} days {town.nonce}")
    browser.fill("Language", "English")
    browser.press("Register", "main")
    return browser.texts(".receipt strong")[0], written


def story_a2_what_was_known_then_stands_beside_what_is_known_now(town):
    reference, written = letter(town, days=3)
    town.act(CLERK, reference, "Acknowledge")

    browser = history(town, reference)
    browser.expect("later")
    assert sides(browser, "State") == ("Being sorted", "Being sorted"), browser.text
    browser.fill("As it was at", (written + timedelta(days=1)).strftime(TYPED))
    browser.press("Show", "form.slider:nth-of-type(2)")
    browser.look("audit-history-late")
    browser.expect("Known otherwise now: ", "differs")
    assert sides(browser, "State") == ("not known", "Received"), browser.text

    # From what is recorded by tomorrow, it had been received that day, and not been sorted yet.
    browser.fill("From what was recorded by", (datetime.now() + timedelta(days=1)).strftime(TYPED))
    browser.press("Show", "form.slider:nth-of-type(2)")
    assert sides(browser, "State") == ("Received", "Received"), browser.text
    browser.expect("What was known then is what is known now")


def story_a3_who_saw_is_found_by_case_and_by_person(town):
    receipt = town.file(f"The nurse sends people away {town.nonce}", **{"Your name": "Sana Bibi"})
    town.visit(CLERK, receipt.reference).expect("Sana Bibi")
    town.act(CLERK, receipt.reference, "Acknowledge")

    browser = history(town, receipt.reference)
    browser.expect_not("Sana Bibi")
    browser.press("Who saw it", "main")
    browser.look("audit-access")
    browser.expect("Read personal data", town.account(CLERK), "kp-abbottabad-cell-clerk")
    browser.expect_not(town.account(UNIT))
    browser.press("By person or post", ".tabs")
    browser.look("audit-search")
    browser.fill("Account", town.account(CLERK))
    browser.press("Look", "main")
    browser.look("audit-search-person")
    browser.expect("Cases touched", "In the access log", "Read personal data")

    # What is taken away says what the page says, and nobody's name.
    shown = [text.split()[0] for text in browser.texts("section[aria-labelledby=touched] tbody th")]
    deeds = [text.partition(":")[0] for text in browser.texts("section[aria-labelledby=touched] tbody td:nth-of-type(1)")]
    table = browser.download("Take away as a file (CSV)", "section[aria-labelledby=touched]")
    assert receipt.reference in shown, shown
    assert [(line["reference"], line["deeds"]) for line in table][:len(shown)] == list(zip(shown, deeds)), (table[:3], shown[:3])
    assert len({line["case"] for line in table}) == len(table), table
    assert "Sana" not in str(table) and "complainant" not in str(table[0].keys()), table[0]

    # What the auditor asked is written down as well.
    browser.press("Who came and saw", ".tabs")
    browser.fill("Account", town.account(AUDITOR))
    browser.press("Look", "main")
    asked = browser.texts("dl.entries div")
    assert "Read the access log" in asked[0] and town.account(AUDITOR) in asked[0], asked[:3]
    assert any(EXPORTED in entry and str(len(table)) in entry for entry in asked), asked


def story_a3_an_auditor_is_offered_nothing_to_do(town):
    reference = town.file(f"The bill is wrong {town.nonce}").reference
    browser = history(town, reference)
    pages = ["", "/search", "/access", "/checks", "/records", "/sample", f"/cases/{reference}"]
    for page in pages:
        browser.open(f"/console/audit{page}")
        posts = browser.driver.find_elements("css selector", "main form:not([method=get])")
        assert not posts, f"{browser.path} has a form that writes"
    browser.open("/console/audit")
    browser.look("audit")
    browser.unfold("The offices that you audit (18)")
    browser.expect("Complaint cell of the Deputy Commissioner")
    browser.open(f"/console/cases/{reference}")
    browser.look("audit-case")
    browser.expect("closed to you")
    assert not browser.driver.find_elements("css selector", "main form"), "an auditor can act on a case"


def story_a4_records_that_do_not_count_are_listed(town):
    """That an auditor is told where the log was broken is asked of the built program in SignedRootCommandTests, which takes a record out
    of the database as its owner can: nobody does so by a page."""
    browser = town.sit(AUDITOR)
    browser.open("/console/audit")
    browser.press("Void and parked", ".tabs")
    browser.look("audit-records")
    browser.expect("Parked cases", "Void records", "redressal projection diff", "How far the rows follow the log")
    accepted = browser.texts("section[aria-labelledby=standing] tbody td:nth-of-type(3)")
    assert sum(int(count) for count in accepted) > 0, browser.text
    signed = dict(zip(browser.texts("section[aria-labelledby=roots] tbody th"),
                      browser.texts("section[aria-labelledby=roots] tbody td:nth-of-type(1)")))
    assert "definitions/0" in signed and sum(int(size) for size in signed.values()) > 0, signed
    browser.expect("redressal audit verify")


def story_a5_a_saved_check_finds_what_nobody_acknowledged(town):
    reference, _ = letter(town, days=10)
    browser = town.sit(AUDITOR)
    place = "/console/audit/checks/no-acknowledgement"
    town.until(lambda: browser.open(place), lambda: reference in browser.text)
    browser.look("audit-check")
    browser.expect("Complaints never acknowledged: ", "open for longer than two working days")
    browser.press("Checks", ".tabs")
    browser.look("audit-checks")
    # The engine lets nobody approve what they proposed themselves.
    found = dict(zip(browser.texts("main tbody th"), browser.texts("main tbody td:nth-of-type(1)")))
    assert found["Resolutions approved by whoever proposed them"] == "none", found
    assert int(found["Complaints never acknowledged"]) >= 1, found
    browser.press("Resolutions approved by whoever proposed them", "main")
    browser.look("audit-check-clean")
    browser.expect("Resolutions approved by whoever proposed them: 0", "The engine refuses that")

    town.act(CLERK, reference, "Acknowledge")
    browser = town.sit(AUDITOR)
    town.until(lambda: browser.open(place), lambda: reference not in browser.text)


def drawn(browser, seed, size=3):
    browser.fill("Seed", seed)
    browser.fill("Cases of each office", str(size))
    browser.press("Draw", "main")
    return browser.texts("main tbody th a")


def story_a7_a_sample_is_drawn_again_by_its_seed(town):
    for _ in range(6):
        town.file(f"The street is flooded {town.nonce}")
    browser = town.sit(AUDITOR)
    browser.open("/console/audit/sample")
    browser.look("audit-sample")
    first = drawn(browser, town.nonce)
    browser.look("audit-sample-drawn")
    assert first, browser.text
    others = [drawn(browser, f"{town.nonce}-{n}") for n in range(3)]
    assert any(other != first for other in others), others
    assert drawn(browser, town.nonce) == first, browser.text
    browser.expect("Complaint cell of the Deputy Commissioner")
    table = browser.download("Take away as a file (CSV)", "main")
    assert sorted(line["reference"] for line in table) == sorted(first), (table, first)
    assert {line["seed"] for line in table} == {town.nonce}, table
    browser.press(first[0], "main")
    browser.expect(f"History of {first[0]}")
