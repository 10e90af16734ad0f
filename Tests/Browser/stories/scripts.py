"""What the script adds to pages that work without it (ADR 0019)."""

from selenium.webdriver.common.keys import Keys

CLERK = "complaint clerk"
# More than are on one page otherwise: what is filed now is due last.
QUEUE = "/console/queues/waiting?limit=500"
ROWS = "table.queue tbody th a"


def story_a_queue_that_is_open_shows_a_new_case_by_itself(town):
    town.file(f"The well is open {town.nonce}")
    browser = town.sit(CLERK)
    browser.open(QUEUE)
    page = browser.driver.find_element("tag name", "html")
    browser.strike("j")
    before, line = browser.texts(ROWS), browser.focus
    assert line == before[0], line
    assert browser.texts("p.live") == [""], "there is no news yet"

    with town.neighbour() as neighbour:
        reference = neighbour.file(f"The wall leans {town.nonce}").reference
    town.until(lambda: None, lambda: reference in browser.text)
    # It is the same page still, and whoever was in a line is there.
    assert page.is_enabled()
    assert set(before) < set(browser.texts(ROWS))
    assert browser.focus == line
    assert browser.texts("p.live") == ["The list has changed and is shown anew."]
    browser.look("queue-live")


def story_keys_lead_through_a_queue_and_can_be_turned_off(town):
    for what in ("well", "wall"):
        town.file(f"The {what} is broken {town.nonce}")
    browser = town.sit(CLERK)
    browser.open(QUEUE)
    rows = browser.texts(ROWS)
    for key, place in [("j", 0), ("j", 1), ("k", 0), ("k", 0), ("j", 1)]:
        browser.strike(key)
        assert browser.focus == rows[place], (key, browser.focus)
    browser.strike(Keys.ENTER)
    town.until(lambda: None, lambda: browser.path == f"/console/cases/{rows[1]}")

    # Where words are typed a key is a letter.
    browser.strike("/")
    assert browser.focus == "q", browser.focus
    browser.strike("j/k?")
    assert browser.typed("Tracking number or words") == "j/k?"

    browser.open(QUEUE)
    assert not browser.offers("Turn these keys off here"), "the help is open"
    browser.strike("?")
    assert browser.focus == "Keyboard", browser.focus
    browser.look("keys")
    browser.touch("Turn these keys off here", "footer")
    browser.open(QUEUE)
    for key in "j/?":
        browser.strike(key)
        assert browser.focus not in (*rows, "q", "Keyboard"), (key, browser.focus)
    browser.unfold("Keyboard")
    browser.touch("Turn these keys on here", "footer")
    browser.open(QUEUE)
    browser.strike("j")
    assert browser.focus == rows[0]


def asks_before_leaving(browser):
    """Whether whoever left the page now would be asked first; the driver itself says yes before anybody sees the question."""
    return browser.driver.execute_script("return !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))")


def story_half_typed_work_is_not_lost_without_a_question(town):
    reference = town.file(f"The bridge sways {town.nonce}").reference
    browser = town.visit(CLERK, reference)
    assert not asks_before_leaving(browser), "nothing is typed yet"
    browser.unfold("Add a note")
    browser.fill("Note", "They have called", "details[name=action][open]")
    assert asks_before_leaving(browser), "what was typed is lost without a question"
    browser.press("Add a note", "details[name=action][open]")
    browser.expect("Done: Add a note", "They have called")
    assert not asks_before_leaving(browser), "what was sent is still asked about"


for story in [story for name, story in list(globals().items()) if name.startswith("story_")]:
    story.hands = {"mouse"}
