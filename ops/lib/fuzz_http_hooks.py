"""Puts names that there are into most made-up requests, for made-up ones would only ever find nothing (see fuzz_http.py).

Only where schemathesis means a value to be right; which name, and whether, follows from the value, so that a seed gives the same requests.
"""

import hashlib
import json
import os

import schemathesis
from schemathesis.core.parameters import ParameterLocation

NAMES = json.loads(os.environ["FUZZ_HTTP_NAMES"])


def number_of(value):
    return int.from_bytes(hashlib.sha256(repr(value).encode()).digest()[:4], "big")


def known(kind, value):
    """A name of a kind in place of most values, if there is one."""
    if not NAMES[kind]:
        return value
    number = number_of(value)
    return value if number % 8 == 0 else NAMES[kind][number // 8 % len(NAMES[kind])]


def put(values, kinds):
    for name, kind in kinds.items():
        if isinstance(values, dict) and isinstance(values.get(name), (str, int)):
            values[name] = known(kind, values[name])


def put_path(case):
    path = case.path_parameters
    if "calendars" in case.path:
        kinds = {"name": "calendar"}
    else:
        kinds = {kind: kind for kind in ("case", "action", "attachment", "bulk", "account", "check")}
        kinds["name"] = "workflow"
    put(path, kinds)
    if "version" in path and number_of(path["version"]) % 8:
        path["version"] = NAMES["versions"].get(path.get("name"), path["version"])


def put_query(query):
    put(query, {kind: kind for kind in ("workflow", "office", "state", "case", "account")})
    # Waiting for an event that never comes is answered with 503, as it should.
    if str(query.get("wait_for", "")).isdigit():
        query["wait_for"] = min(int(query["wait_for"]), NAMES["seq"])


def put_body(path, body):
    put(body, {"workflow": "workflow", "office": "office"})
    # Where it is no password that would be tried.
    if path == "/accounts":
        put(body, {"account": "new_account"})
    if path == "/cases" and number_of(body) % 2:
        body |= NAMES["opening"]
    if path == "/bulk":
        put(body, {"state": "state", "action": "action"})
    if isinstance(body, dict):
        put(body.get("actor"), {"role": "role"})
        if isinstance(body.get("actor"), dict) and "user" in body["actor"] and len(body["actor"]["user"]) % 4:
            del body["actor"]["user"]


@schemathesis.hook
def before_call(context, case, kwargs):
    meta = case.meta
    if meta is None:
        return
    if case.path_parameters and not meta.is_negative_at(ParameterLocation.PATH):
        put_path(case)
    if case.query and not meta.is_negative_at(ParameterLocation.QUERY):
        put_query(case.query)
    if isinstance(case.body, dict) and not meta.is_negative_at(ParameterLocation.BODY):
        put_body(case.path, case.body)
