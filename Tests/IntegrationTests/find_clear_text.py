"""Searches files byte by byte for what the demo's people are called, what they say and how to reach them.

Usage: find_clear_text.py DEMO FILE...

DEMO is the folder with the demo's script in Swift: its texts are what is searched for, as UTF-8, as JSON escapes, in
hexadecimal (as `pg_dump` writes bytes) and in base64. Exits with 1 when anything is found, with 2 when there is nothing
to search for.
"""

import base64
import json
import re
import sys
from pathlib import Path

LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
INTERPOLATION = re.compile(r"\\\([^()]*(?:\([^()]*\)[^()]*)*\)")


# Lines whose texts are public: a plan is posted on a board, and a body outside is no person.
PUBLIC = re.compile(r"^\s*\(\".*\", \".*\"\),$|target_body")


def is_personal(text):
    """Names and words in scripts of the country, numbers to call, and whatever is long enough to be a sentence."""
    return any(ord(letter) > 0x500 for letter in text) or text.startswith("+") or text.count(" ") >= 2


def texts(folder):
    """The texts of the demo that must not be found, each at least six bytes long."""
    found = set()
    for file in sorted(folder.glob("*.swift")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.lstrip().startswith("//") or PUBLIC.search(line) and line.isascii():
                continue
            for literal in LITERAL.findall(line):
                for part in INTERPOLATION.split(literal):
                    part = part.strip(" —,.:")
                    if is_personal(part) and len(part.encode()) >= 6:
                        found.add(part)
    people = (folder / "DemoPerson.swift").read_text(encoding="utf-8")
    found.update(re.findall(r'name: "([^"]+)"', people))
    return found


def forms(text):
    """The bytes that a text may be written as."""
    plain = text.encode()
    yield plain
    yield json.dumps(text)[1:-1].encode()
    yield plain.hex().encode()
    for shift in range(3):
        # Inside a longer base64 text, the characters at the ends depend on what stands beside.
        yield base64.b64encode(b"\0" * shift + plain)[4 if shift else 0:-4]


def main(folder, files):
    wanted = texts(folder)
    if not wanted or not files:
        print("expected texts to search for and files to search in but found none")
        return 2
    hits = []
    for file in files:
        content = file.read_bytes()
        for text in sorted(wanted):
            if any(form in content for form in set(forms(text)) if len(form) >= 6):
                hits.append(f"{file.name}: {text}")
    print("\n".join(hits[:50]))
    print(f"{len(wanted)} texts searched for in {len(files)} files, {len(hits)} found.")
    return 1 if hits else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]))
