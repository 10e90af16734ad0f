"""A browser as people use it: pages are found by their words, fields by their labels."""

import csv
import time
from datetime import datetime
from pathlib import Path
from urllib.request import Request, urlopen

import axe_playwright_python
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, WebDriverException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe*.js")).read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDEST = 100_000  # bytes that a page and all that it loads may weigh
PATIENCE = 20  # seconds


class Mismatch(AssertionError):
    """What a page shows is not what the story expects."""


class Browser:
    """One window. A `hand` of "keys" uses the keyboard alone, on a narrow screen, with scripts off; "mouse" is a desk."""

    def __init__(self, base, hand="mouse", shots=None):
        self.base, self.hand, self.shots = base, hand, shots
        self.width = 360 if hand == "keys" else 1280
        self.looked = set()
        options = webdriver.ChromeOptions()
        # In containers Chromium's own sandbox may not start; it only sees our own pages on the loopback address.
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--lang=en-US"):
            options.add_argument(argument)
        options.binary_location = "/usr/bin/chromium"
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(90)
        self._resize(800)
        if hand == "keys":
            self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})

    def close(self):
        self.driver.quit()

    # Who sits before it: each person has cookies of their own.

    def leave(self):
        """Whoever sits there goes away with their cookies; they are handed out."""
        kept = self.driver.get_cookies()
        self.driver.delete_all_cookies()
        return kept

    def sit_down(self, cookies):
        self.leave()
        for cookie in cookies:
            self.driver.add_cookie(cookie)

    # Going somewhere.

    def open(self, path):
        self.driver.get(self.base + path)
        self._check_page()

    @property
    def path(self):
        return self.driver.current_url.removeprefix(self.base)

    def back(self):
        """The browser's own Back; waits until a page shows something."""
        self.driver.back()
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if self.text:
                    return
            except WebDriverException:
                pass
            time.sleep(0.02)
        raise Mismatch(f"Back led to a page that shows nothing, {self.path}")

    def press(self, words, within="body", nth=0):
        """Presses the link or the button with these words; waits for the page behind it."""
        self._press(self._one(self._pressable(words, within), f"a link or button '{words}'", nth))

    def unfold(self, words):
        """Opens what is folded away under these words, unless it is open."""
        for _ in range(2):
            for summary in self._visible("summary"):
                if summary.text.strip() == words:
                    if not summary.find_element(By.XPATH, "..").get_attribute("open"):
                        self._activate(summary)
                    return
            # It may be among what is seldom needed.
            for summary in self._visible("details.rare:not([open]) > summary"):
                self._activate(summary)
        raise Mismatch(f"expected '{words}' to unfold on {self.path} but found {[s.text for s in self._visible('summary')]}")

    def touch(self, words, within="body"):
        """Presses the button with these words, behind which there is no page."""
        self._activate(self._one(self._pressable(words, within), f"a button '{words}'"))

    def download(self, words, within="body"):
        """The file behind the link with these words, which is a table: its lines by the names of its columns."""
        link = self._one(self._pressable(words, within), f"a link '{words}'")
        self._reach(link)
        cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in self.driver.get_cookies())
        with urlopen(Request(link.get_attribute("href"), headers={"Cookie": cookies}), timeout=PATIENCE) as answer:
            if answer.headers.get_content_type() != "text/csv" or "attachment" not in answer.headers["Content-Disposition"]:
                raise Mismatch(f"expected a table to take away behind '{words}' on {self.path} but found {answer.headers}")
            return list(csv.DictReader(answer.read().decode("utf-8-sig").splitlines()))

    # Filling in.

    def fill(self, label, value, within="body"):
        field = self._field(label, within)
        if field.tag_name == "select":
            self._choose(field, value)
        elif field.get_attribute("type") == "checkbox":
            if field.is_selected() != bool(value):
                self._activate(field)
        elif field.get_attribute("type") in ("date", "datetime-local", "range"):
            self._set(field, value)
        elif field.get_attribute("type") == "file":
            field.send_keys(str(value))
        else:
            self._reach(field)
            field.clear()
            field.send_keys(value)

    def strike(self, *keys):
        """Strikes keys, wherever the focus is."""
        # Not sent to an element: a field of files takes what is sent to it for paths.
        ActionChains(self.driver).send_keys(*keys).perform()

    # What is there.

    @property
    def focus(self):
        """The words of what has the focus, or its name where it has none."""
        element = self.driver.switch_to.active_element
        return element.text.strip() or element.get_attribute("name") or element.tag_name

    def typed(self, label, within="body"):
        """What stands in a field."""
        return self._field(label, within).get_property("value")

    @property
    def text(self):
        return self.driver.find_element(By.TAG_NAME, "main").text

    @property
    def direction(self):
        """The language of the page, and whether it goes from left to right or from right to left."""
        page = self.driver.find_element(By.TAG_NAME, "html")
        return page.get_attribute("lang"), page.get_attribute("dir")

    def expect(self, *words):
        for word in words:
            if word not in self.text:
                raise Mismatch(f"expected '{word}' on {self.path} but found:\n{self.text}")

    def expect_not(self, *words):
        for word in words:
            if word in self.text:
                raise Mismatch(f"expected no '{word}' on {self.path} but found:\n{self.text}")

    def texts(self, css):
        """The texts of all elements that a CSS selector finds, in their order on the page."""
        return [element.text.strip() for element in self.driver.find_elements(By.CSS_SELECTOR, css)]

    def offers(self, words, within="body"):
        """Whether there is a link, a button or something to unfold with these words."""
        return bool(self._pressable(words, within)) or words in self._folded(within)

    def _folded(self, within):
        """The words under which something is folded away, also within what is folded away itself."""
        summaries = self.driver.find_elements(By.CSS_SELECTOR, f"{within} summary")
        return [element.get_attribute("textContent").strip() for element in summaries]

    # Looking at it.

    def look(self, name):
        """Looks at a page closely: as wide as the screen, no violation for axe-core; keeps a picture where asked to."""
        height = self.driver.execute_script("return Math.max(document.documentElement.scrollHeight, 400)")
        wide = self.driver.execute_script("return document.documentElement.scrollWidth")
        if wide > self.width:
            raise Mismatch(f"{name} ({self.path}) is {wide} px wide on a screen of {self.width}")
        # As tall as the page, so that nothing lies half behind an edge when colours are looked at.
        self._resize(min(height, 6000))
        if self.shots:
            Path(self.shots).mkdir(parents=True, exist_ok=True)
            self.driver.save_screenshot(str(Path(self.shots) / f"{name}-{self.width}.png"))
        self._check_access(name)
        self._resize(800)

    def _check_access(self, name):
        # axe-core is a script: where scripts are off they are on for as long as it looks.
        if self.hand == "keys":
            self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
        self.driver.execute_script(AXE)
        found = self.driver.execute_async_script(
            "const done = arguments[1]; axe.run(document, {runOnly: arguments[0]}).then(done, (e) => done({fault: String(e)}))",
            RULES)
        if self.hand == "keys":
            self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        if "fault" in found:
            raise Mismatch(f"axe-core could not look at {name}: {found['fault']}")
        if not found["passes"]:
            raise Mismatch(f"axe-core found nothing to check on {name}")
        told = [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found["violations"]]
        if told:
            raise Mismatch(f"{name} ({self.path}) violates " + "; ".join(told))

    def _check_page(self):
        """No page comes from elsewhere, weighs too much, or is broken on our side."""
        seen = self.driver.execute_script(
            "const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];"
            "return [all.map((e) => e.name), all.reduce((sum, e) => sum + e.encodedBodySize, 0)]")
        elsewhere = [name for name in seen[0] if not name.startswith(self.base) and not name.startswith("data:")]
        if elsewhere:
            raise Mismatch(f"{self.path} loads from elsewhere: {elsewhere}")
        if seen[1] > WIDEST:
            raise Mismatch(f"{self.path} weighs {seen[1]} bytes")

    # How hands work.

    def _pressable(self, words, within):
        found = self._visible(f"{within} a, {within} button")
        return [e for e in found if e.text.strip() == words or (e.get_attribute("aria-label") or "") == words]

    def _visible(self, css):
        return [element for element in self.driver.find_elements(By.CSS_SELECTOR, css) if element.is_displayed()]

    def _one(self, found, what, nth=0):
        if len(found) <= nth:
            raise Mismatch(f"expected {what} on {self.path} but found:\n{self.text}")
        return found[nth]

    def _field(self, label, within):
        for element in self._visible(f"{within} label"):
            if element.text.strip() in (label, f"{label} (optional)"):
                name = element.get_attribute("for")
                return (element.parent.find_element(By.ID, name) if name
                        else element.find_element(By.CSS_SELECTOR, "input, select, textarea"))
        raise Mismatch(f"expected a field '{label}' on {self.path} but found {self.texts(f'{within} label')}")

    def _choose(self, field, words):
        options = field.find_elements(By.TAG_NAME, "option")
        labels = [option.text.strip() for option in options]
        fitting = [place for place, label in enumerate(labels) if label == words or f"({words})" in label]
        if len(fitting) != 1:
            raise Mismatch(f"expected one choice '{words}' on {self.path} but found {labels}")
        self._reach(field)
        if self.hand == "keys":
            steps = fitting[0] - field.get_property("selectedIndex")
            field.send_keys((Keys.ARROW_DOWN if steps > 0 else Keys.ARROW_UP) * abs(steps))
        else:
            options[fitting[0]].click()
        if field.get_property("selectedIndex") != fitting[0]:
            raise Mismatch(f"'{words}' could not be chosen on {self.path}")

    def _set(self, field, value):
        """Sets a day, a moment or a slider."""
        if self.hand == "keys":
            self._type(field, value)
            return
        self.driver.execute_script(
            "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))", field, value)

    def _type(self, field, value):
        """Strikes the keys by which a day, a moment or a slider is set."""
        self._reach(field)
        if field.get_attribute("type") == "range":
            least, step = (int(field.get_attribute(name) or default) for name, default in (("min", 0), ("step", 1)))
            self.strike(Keys.HOME, *[Keys.ARROW_RIGHT] * ((int(value) - least) // step))
        else:
            # Each of these is several fields in one, in the order of the browser's own language; a year takes six digits
            # and must be left by hand.
            moment = datetime.fromisoformat(value)
            self.strike(*[Keys.ARROW_LEFT] * 6, moment.strftime("%m%d%Y"))
            if field.get_attribute("type") == "datetime-local":
                self.strike(Keys.ARROW_RIGHT, moment.strftime("%I%M"), moment.strftime("%p")[0])
        typed = field.get_property("value")
        if typed != value:
            raise Mismatch(f"'{value}' was typed on {self.path}, and '{typed}' stands there")

    def _reach(self, element):
        """Goes to it with the Tab key, where there is only a keyboard."""
        if self.hand != "keys":
            return
        for _ in range(400):
            if self.driver.switch_to.active_element == element:
                return
            self.strike(Keys.TAB)
        raise Mismatch(f"the Tab key does not reach '{element.text or element.get_attribute('name')}' on {self.path}")

    def _activate(self, element):
        if self.hand == "keys":
            self._reach(element)
            element.send_keys(Keys.SPACE if element.tag_name in ("input", "summary") else Keys.ENTER)
        else:
            self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
            element.click()

    def _press(self, element):
        mark = self.driver.find_element(By.TAG_NAME, "html")
        here = self.driver.current_url.split("#")[0]
        target = element.get_attribute("href") or ""
        self._activate(element)
        if target.startswith(here + "#"):
            return
        self._wait_until_gone(mark)
        self._check_page()

    def _wait_until_gone(self, mark):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                mark.is_enabled()
            except StaleElementReferenceException:
                break
            except WebDriverException:
                break
            time.sleep(0.02)
        else:
            raise Mismatch(f"pressing led nowhere on {self.path}:\n{self.text}")
        while self.driver.execute_script("return document.readyState") != "complete":
            if time.monotonic() > end:
                raise Mismatch(f"{self.path} did not load")
            time.sleep(0.02)

    def _resize(self, height):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": self.width, "height": height, "deviceScaleFactor": 1, "mobile": self.hand == "keys"})
