"""Validates a dump of the events topic: CloudEvents headers, and every event against the JSON Schema of its type.

Usage: validate_events.py DUMP SCHEMAS

DUMP holds one record a line as `kcat -J` prints them. Exits with 1 when anything is wrong, and when there is nothing.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker

REQUIRED = ["ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "ce_dataschema", "content-type"]
TYPE = "org.redressal."


class Schemas:
    """The validators of a folder of schemas, made when first needed."""

    def __init__(self, folder):
        self.folder = folder
        self.validators = {}

    def validator(self, name):
        """The validator of `Type.vN`; None when there is no such schema."""
        if name not in self.validators:
            file = self.folder / f"{name}.schema.json"
            self.validators[name] = self.read(file) if file.exists() else None
        return self.validators[name]

    @staticmethod
    def read(file):
        schema = json.loads(file.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        return Draft202012Validator(schema, format_checker=FormatChecker(formats=["date-time"]))


def header_findings(headers, key, event):
    """Yields what is wrong with the headers of one record."""
    for name in REQUIRED:
        if not headers.get(name):
            yield f"no header {name}"
    if headers.get("ce_specversion") != "1.0":
        yield "ce_specversion is not 1.0"
    if headers.get("content-type") != "application/json":
        yield "content-type is not application/json"
    if "case" in event:
        expected = {"ce_id": f"{event['case']}:{event['seq']}", "ce_subject": event["case"], "ce_time": event["recorded"]}
        for name, value in expected.items():
            if headers.get(name) != value:
                yield f"{name} is {headers.get(name)} where the event says {value}"
        if key != event["case"]:
            yield f"the key is {key}"


def findings(record, schemas):
    """Yields what is wrong with one record."""
    names = record["headers"][::2]
    headers = dict(zip(names, record["headers"][1::2]))
    if len(headers) != len(names):
        yield "a header twice"
    event = json.loads(record["payload"])
    yield from header_findings(headers, record["key"], event)
    name = headers.get("ce_type", "").removeprefix(TYPE)
    validator = schemas.validator(name)
    if validator is None:
        yield f"no schema for {headers.get('ce_type')}"
        return
    for error in validator.iter_errors(event):
        yield f"{error.json_path}: {error.message}"


def main(dump, schemas):
    wrong, ids, types = [], Counter(), Counter()
    for line in dump.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        place = f"partition {record['partition']} offset {record['offset']}"
        headers = dict(zip(record["headers"][::2], record["headers"][1::2]))
        ids[headers.get("ce_source"), headers.get("ce_id")] += 1
        types[headers.get("ce_type")] += 1
        wrong += [f"{place}: {finding}" for finding in findings(record, schemas)]
    wrong += [f"{count} events have the id {name}" for name, count in ids.items() if count > 1]
    print("\n".join(wrong[:50]))
    print(f"{sum(types.values())} events of {len(types)} types checked, {len(wrong)} findings.")
    return 1 if wrong or not types else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Schemas(Path(sys.argv[2]))))
