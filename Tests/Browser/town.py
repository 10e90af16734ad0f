"""The people of the demo programme, and what they often do."""

import json
import time
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import uuid4

from browser import PATIENCE, Browser, Mismatch
from program import Program


@dataclass(frozen=True)
class Receipt:
    """What somebody who complained takes home."""

    reference: str
    pin: str


class Town:
    """The people whom a story is about, and the one browser that they share."""

    def __init__(self, browser, accounts, outbox):
        self.browser = browser
        self.accounts = accounts  # role -> (account, password)
        self.outbox = outbox  # the file into which messages are written
        self.cookies = {}
        self.nonce = uuid4().hex[:8]  # what one story says and no other
        self.sits = None

    def sit(self, role):
        """Has the person with this role of the demo sit before the browser, signed in."""
        if self.sits == role:
            return self.browser
        self._go()
        self.sits = role
        if role in self.cookies:
            self.browser.sit_down(self.cookies[role])
            return self.browser
        account, password = self.accounts[role]
        self.browser.open("/sign-in")
        self.browser.fill("Account", account)
        self.browser.fill("Password", password)
        self.browser.press("Sign in", "main")
        self.browser.expect_not("Password")
        return self.browser

    def citizen(self):
        """Has somebody without an account sit there, of whom the browser knows nothing."""
        self._go()
        self.browser.open("/")
        return self.browser

    def account(self, role):
        return self.accounts[role][0]

    def program(self, role):
        """A program of the person with this role, which asks the interface in their name."""
        return Program(self.browser.base, *self.accounts[role])

    def messages(self):
        """The messages that the system has sent so far, the oldest first."""
        # The last line may still be in writing.
        lines = self.outbox.read_text().rpartition("\n")[0].splitlines() if self.outbox.exists() else []
        return [json.loads(line) for line in lines]

    @contextmanager
    def neighbour(self):
        """The same people before another browser, at the same time."""
        browser = Browser(self.browser.base, self.browser.hand)
        try:
            browser.open("/privacy")
            yield Town(browser, self.accounts, self.outbox)
        finally:
            browser.close()

    def _go(self):
        cookies = self.browser.leave()
        if self.sits:
            self.cookies[self.sits] = cookies
        self.sits = None

    def until(self, again, holds):
        """Looks again and again until something holds that comes a little later, such as the index of words."""
        end = time.monotonic() + PATIENCE
        while True:
            again()
            if holds():
                return
            if time.monotonic() > end:
                raise Mismatch(f"expected it within {PATIENCE} s on {self.browser.path} but found:\n{self.browser.text}")
            time.sleep(0.2)

    # What people do in many stories.

    def file(self, summary, **fields):
        """Somebody complains on the website; what they take home."""
        browser = self.citizen()
        browser.press("File a complaint", "main")
        browser.fill("What happened?", summary)
        browser.fill("Language", fields.pop("language", "English"))
        for label, value in fields.items():
            browser.fill(label, value)
        browser.press("Send", "main")
        browser.expect("We have your complaint")
        return Receipt(*browser.texts(".receipt strong"))

    def track(self, receipt):
        return self.track_with(receipt.reference, receipt.pin)

    def track_with(self, reference, pin):
        browser = self.citizen()
        browser.press("Follow your complaint", "main")
        browser.fill("Tracking number", reference)
        browser.fill("PIN", pin)
        browser.press("Show", "main")
        browser.expect(reference)
        return browser

    def visit(self, role, reference):
        browser = self.sit(role)
        # What was registered a moment ago may not be in the read models yet.
        self.until(lambda: browser.open(f"/console/cases/{reference}"), lambda: reference in browser.text)
        return browser

    def act(self, role, reference, action, **fields):
        """Somebody at an office does something about a case, by its form."""
        browser = self.visit(role, reference)
        self.do(action, **fields)
        browser.expect("Done")

    def do(self, action, **fields):
        """Fills in an action's form on the page that is open, and sends it."""
        browser = self.browser
        browser.unfold(action)
        for label, value in fields.items():
            browser.fill(label, value, "details[name=action][open]")
        browser.press(action, "details[name=action][open]")
