"""Checks every JSON file below schemas/: well-formed, and where it is a JSON Schema, a valid one whose own
examples it accepts; and that schemas/openapi.yaml is a valid description."""

import json
import sys
from pathlib import Path

import jsonschema
import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator


def findings(schema):
    """Yields one line for each thing wrong with a schema or its examples."""
    validator = jsonschema.validators.validator_for(schema)
    try:
        validator.check_schema(schema)
    except jsonschema.SchemaError as error:
        yield f"not a valid JSON Schema at {error.json_path}: {error.message}"
        return
    check = validator(schema, format_checker=validator.FORMAT_CHECKER)
    for number, example in enumerate(schema.get("examples", [])):
        for error in check.iter_errors(example):
            yield f"examples[{number}] at {error.json_path}: {error.message}"


def check_file(path):
    """Yields what is wrong with one JSON file."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        yield f"not JSON: {error}"
        return
    if isinstance(content, dict) and "$schema" in content:
        yield from findings(content)


def check_contract(path):
    """Yields what is wrong with an OpenAPI description, also names with blanks, which a comma in a text makes."""
    contract = yaml.safe_load(path.read_text(encoding="utf-8"))
    for error in OpenAPIV31SpecValidator(contract).iter_errors():
        yield f"at {error.json_path}: {error.message[:300]}"
    for name in names(contract):
        if " " in name:
            yield f"a name with blanks: {name!r}"


def names(value):
    """Yields every name of a member."""
    for name, item in value.items() if isinstance(value, dict) else ():
        yield str(name)
        yield from names(item)
    for item in value if isinstance(value, list) else ():
        yield from names(item)


def main(root):
    files = sorted((root / "schemas").rglob("*.json"))
    wrong = [f"{path.relative_to(root)}: {line}" for path in files for line in check_file(path)]
    contract = root / "schemas/openapi.yaml"
    wrong += [f"{contract.relative_to(root)}: {line}" for line in check_contract(contract)]
    print("\n".join(wrong + [f"{len(files)} JSON files below schemas/ checked, {len(wrong)} findings."]), flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
