"""Validates every golden event, entry of the access log, command and outcome against its JSON Schema, and shows that damaged ones fail."""

import copy
import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker

HERE = Path(__file__).resolve().parent
SCHEMAS = HERE.parents[2] / "schemas"
# Every member of an event's envelope is required, of the access log's all but these; of a command and an outcome these are.
OPTIONAL = {"post", "request"}
REQUIRED = {
    "commands": ["id", "case", "actor", "channel", "occurred", "request"],
    "outcome": ["command", "case", "status", "seq", "events", "repeated", "request"],
}


def validator(name):
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker(formats=["date-time"]))


def required(schema, record):
    """The members without which a record is refused."""
    if schema.startswith("access/"):
        return [name for name in record if name not in OPTIONAL]
    return REQUIRED.get(schema, record)


def damaged(event, required):
    """Yields copies of a record with one thing wrong each, and what that is."""
    for path in paths(event):
        broken = copy.deepcopy(event)
        holder = broken
        for key in path[:-1]:
            holder = holder[key]
        value = holder[path[-1]]
        where = ".".join(str(key) for key in path)
        if isinstance(value, dict) and path[-1] not in ("fields", "assignee", "states"):
            holder[path[-1]] = {**value, "surprise": 1}
            yield broken, f"an unknown member in {where}"
        elif isinstance(value, bool) or isinstance(value, int):
            holder[path[-1]] = "text"
            yield broken, f"a text for the number or flag {where}"
        elif isinstance(value, str):
            holder[path[-1]] = 1
            yield broken, f"a number for the text {where}"
            if value.endswith("Z") and "T" in value:
                later = copy.deepcopy(broken)
                holder = later
                for key in path[:-1]:
                    holder = holder[key]
                holder[path[-1]] = "2026-02-30T00:00:00.000Z"
                yield later, f"a day that does not exist in {where}"
    for key in required:
        yield {name: value for name, value in event.items() if name != key}, f"no {key}"
    yield {**event, "surprise": 1}, "an unknown member"


def paths(value, path=()):
    """Yields the path of everything in an event except what is in free fields."""
    if path and path[-1] in ("fields", "states"):
        return
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*path, key)
        yield from paths(item, (*path, key))


def main():
    wrong = []
    tried = 0
    records = list(golden())
    for name, schema, record in records:
        check = validator(schema)
        wrong += [f"{name} at {error.json_path}: {error.message}" for error in check.iter_errors(record)]
        for broken, what in damaged(record, required(schema, record)):
            tried += 1
            if check.is_valid(broken):
                wrong.append(f"{name}: accepted with {what}")
    print("\n".join(wrong + [f"{len(records)} golden records and {tried} damaged ones checked, {len(wrong)} findings."]))
    return 1 if wrong or not records else 0


def golden():
    """Yields the name, the schema and the content of every golden record."""
    for file in sorted((HERE / "Golden").glob("*.v*.json")):
        yield file.stem, f"events/{file.stem}", json.loads(file.read_text(encoding="utf-8"))
    for file in sorted((HERE.parent / "Access" / "Golden").glob("*.v*.json")):
        yield file.stem, f"access/{file.stem}", json.loads(file.read_text(encoding="utf-8"))
    for schema, file in (("commands", "commands.json"), ("outcome", "outcomes.json")):
        for number, record in enumerate(json.loads((HERE / "Golden" / file).read_text(encoding="utf-8"))):
            yield f"{file}[{number}]", schema, record


if __name__ == "__main__":
    sys.exit(main())
