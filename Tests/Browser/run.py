"""Walks the stories of the people who work with Redressal, in a browser, on a running system.

run.py BASE SIGN_INS --messages FILE [--hand mouse|keys] [--shots FOLDER] [--story REGEX]

  BASE       where the system answers, such as http://127.0.0.1:8080
  SIGN_INS   the file that `redressal demo --sign-ins` has written
  --messages the file into which the system writes its messages: `redressal serve --notify-file`
  --hand     mouse: a wide screen with scripts (default); keys: a narrow one, scripts off, the keyboard alone
  --shots    keeps a picture of each page that a story looks at
  --story    only stories whose name matches

Stories are functions in stories/*.py that are named story_*; a story with `hands` is only walked with those. Exit code 1 when one does not go as it should, or none is found.
"""

import argparse
import importlib.util
import re
import sys
import time
import traceback
from pathlib import Path

here = Path(__file__).parent
sys.path.insert(0, str(here))

from browser import Browser  # noqa: E402
from town import Town  # noqa: E402


def stories(pattern, hand):
    for path in sorted((here / "stories").glob("*.py")):
        spec = importlib.util.spec_from_file_location(path.stem, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        for name, story in vars(module).items():
            if name.startswith("story_") and re.search(pattern, name) and hand in getattr(story, "hands", {hand}):
                yield name, story


def accounts(path):
    """role -> (account, password)"""
    lines = [line.split("\t") for line in Path(path).read_text().splitlines()]
    return {role: (account, password) for role, account, password in lines}


def walk(story, settings):
    """What went wrong, in words; nothing when all went well."""
    browser = Browser(settings.base, settings.hand, settings.shots)
    try:
        browser.driver.get(settings.base + "/privacy")
        story(Town(browser, accounts(settings.sign_ins), Path(settings.messages)))
        return None
    except AssertionError as mismatch:
        line = traceback.extract_tb(mismatch.__traceback__)[1]
        return f"{Path(line.filename).name}:{line.lineno}: {line.line}\n{mismatch}"
    except Exception:
        return traceback.format_exc() + f"\non {browser.path}"
    finally:
        browser.close()


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("base")
    parser.add_argument("sign_ins")
    parser.add_argument("--messages", required=True)
    parser.add_argument("--hand", choices=["mouse", "keys"], default="mouse")
    parser.add_argument("--shots")
    parser.add_argument("--story", default="")
    settings = parser.parse_args()
    told, failed = 0, 0
    for name, story in stories(settings.story, settings.hand):
        start = time.monotonic()
        fault = walk(story, settings)
        told, failed = told + 1, failed + (fault is not None)
        print(f"{'✘' if fault else '✔'} {name} ({settings.hand}, {time.monotonic() - start:.1f} s)", flush=True)
        if fault:
            print(fault, flush=True)
    print(f"{told} stories, {failed} failed")
    sys.exit(1 if failed or not told else 0)


if __name__ == "__main__":
    main()
