"""What somebody without an account sees of how far promises are kept."""

KHMUONH = "JAAP-2025-120803"


def figures(browser, plan):
    """What the board says of a plan."""
    plans = browser.texts("main tbody th")
    return browser.texts(f"main tbody tr:nth-child({plans.index(plan) + 1}) td")


def story_boards_tell_how_far_promises_are_kept(town):
    browser = town.citizen()
    browser.press("Boards", "footer")
    browser.look("boards")
    browser.press("Complaints by office", "main")
    browser.look("boards-complaints")
    browser.expect("Complaints received from", "groups of at least 5")
    browser.open("/boards")
    browser.press("Joint action plans", "main")
    browser.look("boards-jaap")
    assert figures(browser, KHMUONH)[1:] == ["48 of 50 (96 %)", "2"], browser.text
    # Two of the fifty wait for a higher level; they are not among those that are done.
    browser.expect("What waits for a higher level does not count as done")


def story_a1_a_board_says_what_its_cases_say(town):
    """The figures of each plan, counted again case by case by somebody who may see them."""
    program = town.program("deputy governor")
    listed = program.ask("/cases?workflow=jaap_action&closed=true&limit=500")["cases"]
    plans = {}
    for case in listed:
        plan = program.ask(f"/cases/{case['reference']}")["fields"]["jaap_id"]
        plans.setdefault(plan, []).append(case["state"])
    browser = town.citizen()
    browser.open("/boards/jaap")
    told = [plan for plan in browser.texts("main tbody th") if plan in plans]
    assert KHMUONH in told and len(told) >= 4, told
    for plan in told:
        states = plans[plan]
        done, above = states.count("completed"), sum("supervisor" in state for state in states)
        said = [f"{done} of {len(states)} ({100 * done // len(states)} %)", str(above)]
        assert figures(browser, plan)[1:] == said, (plan, figures(browser, plan), said)


def story_boards_speak_urdu_from_the_right_and_khmer(town):
    browser = town.citizen()
    said = {"اردو": ("ur", "rtl", "50 میں سے 48 (96 %)"), "پښتو": ("ps", "rtl", "له 50 څخه 48 (96 %)"),
            "ខ្មែរ": ("km", "ltr", "48 ក្នុងចំណោម 50 (96 %)")}
    for name, (tag, direction, share) in said.items():
        browser.open("/boards")
        browser.press(name, "nav.languages")
        page = browser.driver.find_element("tag name", "html")
        assert (page.get_attribute("lang"), page.get_attribute("dir")) == (tag, direction), page.get_attribute("lang")
        browser.look(f"boards-{tag}")
        browser.open("/boards/complaints")
        browser.look(f"boards-complaints-{tag}")
        browser.open("/boards/jaap")
        browser.look(f"boards-jaap-{tag}")
        assert figures(browser, KHMUONH)[1:] == [share, "2"], browser.text
