"""Validates answers of the server against the contract.

Usage: check_answers.py CONTRACT ANSWERS

CONTRACT is an OpenAPI 3.1 description, ANSWERS a JSON list of {method, path, status, body}, `path` as the contract has it.
Exits with 1 when an answer is none that the contract knows, and when an operation's success was never answered.
"""

import json
import sys
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

BASE = "urn:contract"
METHODS = ("get", "post", "put", "patch", "delete")
# What any path may answer without saying so.
ANYWHERE = ("405", "500")


class Contract:
    def __init__(self, document):
        self.document = document
        resource = Resource(contents=document, specification=DRAFT202012)
        self.registry = Registry().with_resource(BASE, resource)
        self.formats = FormatChecker(formats=["date-time", "date"])

    def operations(self):
        """Yields every path and method."""
        for path, item in self.document["paths"].items():
            for method in METHODS:
                if method in item:
                    yield path, method

    def resolved(self, value, pointer):
        """A value of the contract and the place where it stands, behind its references."""
        while "$ref" in value:
            pointer = value["$ref"][1:]
            value = self.document
            for part in pointer.split("/")[1:]:
                value = value[part.replace("~1", "/").replace("~0", "~")]
        return value, pointer

    def findings(self, answer):
        """Yields what is wrong with one answer."""
        operation = self.document["paths"].get(answer["path"], {}).get(answer["method"])
        if operation is None:
            yield "no such operation"
            return
        status = str(answer["status"])
        if status not in operation["responses"]:
            if status not in ANYWHERE:
                yield f"status {status} is not in the contract: {answer['body'][:200]}"
                return
            status = "default"
        place = f"/paths/{answer['path'].replace('~', '~0').replace('/', '~1')}/{answer['method']}/responses/{status}"
        response, place = self.resolved(operation["responses"][status], place)
        kind = "application/problem+json" if answer["status"] >= 400 and "health" not in answer["path"] else "application/json"
        content = response.get("content", {})
        if kind not in content:
            yield f"no {kind} is expected"
            return
        place += f"/content/{kind.replace('/', '~1')}/schema"
        validator = Draft202012Validator(
            {"$ref": f"{BASE}#{place}"}, registry=self.registry, format_checker=self.formats)
        for error in validator.iter_errors(json.loads(answer["body"])):
            yield f"at {error.json_path}: {error.message[:300]}"


def main(contract, answers):
    contract = Contract(yaml.safe_load(Path(contract).read_text(encoding="utf-8")))
    answers = json.loads(Path(answers).read_text(encoding="utf-8"))
    wrong = [
        f"{answer['method'].upper()} {answer['path']} {answer['status']}: {finding}"
        for answer in answers
        for finding in contract.findings(answer)
    ]
    succeeded = {(answer["path"], answer["method"]) for answer in answers if answer["status"] < 300}
    for path, method in contract.operations():
        responses = contract.document["paths"][path][method]["responses"]
        shapes = [contract.resolved(value, "")[0] for status, value in responses.items() if status < "300"]
        has_shape = any("application/json" in shape.get("content", {}) for shape in shapes)
        if has_shape and (path, method) not in succeeded:
            wrong.append(f"{method.upper()} {path}: never answered with success")
    print("\n".join(wrong + [f"{len(answers)} answers checked, {len(wrong)} findings."]))
    return 1 if wrong or not answers else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
