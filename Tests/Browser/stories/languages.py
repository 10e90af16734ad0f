"""Everybody's pages in every language: as wide as the screen, without a violation, and in that language."""

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
