"""Asks a running server everything as everybody, and holds its answers to the table of who may ask what.

Usage: ask_everything.py POLICY PORT WORLD

POLICY is docs/access-policy.md, PORT the server's on this machine, WORLD a JSON object: `tokens` and `passwords` by who asks, and more of `stranger`
(who files in another district), `stranger_service`, and `superior` and `far_superior` (who order things for many cases, here and there); `accounts` by who asks, and of `bystander` and
`far_bystander`, which administrators keep; `sign_in` with an account and its password; `missing` with the id and the number of a case that is not there.
Prints what is not as the table says, and exits with 1; also when an answer tells of a case that whoever asks may not see, when a hidden
case and one that is not there are answered differently, and when an answer could be kept by a cache.
"""

import base64
import hashlib
import hmac
import html
import http.client
import json
import re
import struct
import sys
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

FORM = "application/x-www-form-urlencoded"
REQUEST_ID = "2f8f6a1e-54f3-4c7e-9f0e-1b1c5a3d7e90"
ROLES = {
    "party": "complainant", "clerk": "intake", "handler": "handler", "supervisor": "supervisor_l1", "auditor": "auditor",
    "administrator": "administrator", "service": "complainant",
}
NEAR, FAR, FAR_BELOW = "kp-bhu-2", "kh-1208", "kh-120801"
ACTION = "escalate_manually"
# What everybody changes with their own password, and with no other.
OWN = ["POST /console/account/password", "POST /console/account/code"]
# How many requests at a time nobody is sent away for, however busy the machine is.
ALWAYS_LET_IN = 16
# Whom the two programs file for: the second may not be reached from the first, though both call them by the same name.
PARTY, THEIR_PARTY = "website.w-77", "elsewhere.w-77"


class Reply:
    def __init__(self, response):
        self.status = response.status
        self.headers = sorted(
            (name.lower(), value) for name, value in response.getheaders() if name.lower() not in ("date", "keep-alive"))
        # What goes on for as long as somebody listens is not read.
        is_stream = response.getheader("content-type") == "text/event-stream"
        self.body = "" if is_stream else response.read().decode("utf-8", "replace")

    def header(self, name):
        return next((value for key, value in self.headers if key == name), None)

    def json(self):
        assert self.status < 300, f"expected an answer but found {self.status}: {self.body}"
        return json.loads(self.body)


class Asker:
    """Somebody with a token, a cookie, or nothing."""

    def __init__(self, port, token=None):
        self.port = port
        self.token = token
        self.cookie = None
        self.password = None

    def go_on(self, reply):
        """Shows the session that an answer began, where it ended what was shown before."""
        self.token, self.cookie = None, reply.header("set-cookie").split(";")[0]

    def ask(self, method, path, body=None, kind="application/json"):
        headers = {"X-Request-Id": REQUEST_ID, "If-None-Match": '"3"'}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if self.cookie:
            headers["Cookie"] = self.cookie
        if body is not None:
            headers["Content-Type"] = kind
            body = (urlencode(body) if kind == FORM else body if isinstance(body, str) else json.dumps(body)).encode()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(method, path, body, headers)
            return Reply(connection.getresponse())
        finally:
            connection.close()


class Case:
    def __init__(self, name, reference, word):
        self.id = name
        self.reference = reference
        # A word of what was said in it.
        self.word = word
        self.file = None

    def marks(self):
        """What an answer holds that tells of it."""
        return [mark for mark in (self.id, self.reference, self.word, self.file) if mark]


class World:
    """Everybody, and the cases that there are."""

    def __init__(self, port, world):
        self.accounts = world["accounts"]
        self.sign_in = world["sign_in"]
        self.missing = Case(world["missing"]["case"], world["missing"]["reference"], None)
        self.askers = {who: Asker(port, token) for who, token in world["tokens"].items()}
        for who, password in world["passwords"].items():
            self.askers[who].password = password
        self.askers["nobody"] = Asker(port)
        self.askers["citizen"] = Asker(port)
        party, service = self.askers["party"], self.askers["service"]
        self.inside = self.open(party, NEAR)
        self.far = self.open(self.askers["stranger"], FAR)
        self.filed = self.open(service, NEAR, user=PARTY)
        self.theirs = self.open(self.askers["stranger_service"], NEAR, user=THEIR_PARTY)
        self.about = {
            who: self.open(party, NEAR, respondent_ref=self.accounts[who]) for who in ("clerk", "handler", "supervisor", "auditor")
        }
        self.citizens, self.pin = self.file(self.askers["citizen"])
        self.request = self.report(service)
        self.far_request = self.report(self.askers["stranger_service"])
        self.static = re.search(r"/static/\S+?\.css", Asker(port).ask("GET", "/").body)[0]

    def open(self, asker, office, user=None, **fields):
        word = uuid.uuid4().hex
        sent = asker.ask("POST", "/attachments", f"The file of {word}.\n", "text/plain").json()["attachment"] if not user else None
        fields |= {"language": "en", "summary": f"No water {word}", "attachments": [sent] if sent else []}
        actor = {"role": "complainant"} | ({"user": user} if user else {})
        body = {"workflow": "complaint", "office": office, "actor": actor, "fields": fields}
        opened = asker.ask("POST", "/cases", body).json()
        if not user:
            asker.ask("GET", f"/cases/{opened['case']}?wait_for={opened['seq']}").json()
        case = Case(opened["case"], opened["reference"], word)
        case.file = sent
        return case

    def filing(self, word):
        return {
            "key": str(uuid.uuid4()), "workflow": "complaint", "office": "kp-abbottabad-cell", "field.summary": f"No water {word}",
            "field.language": "en",
        }

    def file(self, asker):
        word = uuid.uuid4().hex
        filed = asker.ask("POST", "/file", self.filing(word), FORM)
        assert filed.status == 303, f"{filed.status} {filed.body}"
        asker.go_on(filed)
        receipt = asker.ask("GET", "/receipt").body
        reference = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", receipt)[0]
        pin = re.search(r">\s*(\d{6})\s*<", receipt)[1]
        assert asker.ask("GET", "/track/case").status == 200
        return Case(None, reference, word), pin

    def report(self, service):
        word = uuid.uuid4().hex
        sent = service.ask("POST", "/open311/v2/requests.json", self.reporting(word), FORM).json()
        return Case(None, sent[0]["service_request_id"], word)

    def reporting(self, word):
        return {
            "jurisdiction_id": "kp-abbottabad", "service_code": "drinking-water", "description": f"No water {word}",
            "address_string": "Street 4", "attribute[LANGUAGE]": "en",
        }

    def ordering(self, office):
        # No case stands so: nothing that other rows ask about moves.
        return {
            "workflow": "complaint", "state": "transferring", "office": office, "action": "set_severity",
            "inputs": {"severity": "urgent", "reason_code": "many_ill"}, "reason": "Many are ill",
        }

    def order(self, which):
        """An order for many cases, asked for here or there."""
        asker = self.askers["superior" if which == "own" else "far_superior"]
        made = asker.ask("POST", "/bulk", self.ordering(NEAR if which == "own" else FAR_BELOW)).json()["id"]
        end = time.monotonic() + 30
        while asker.ask("GET", f"/bulk/{made}").json()["standing"] == "counting":
            assert time.monotonic() < end, "the order's cases are not counted"
            time.sleep(0.05)
        return Case(made, made, None)

    def own(self, route, asker):
        """The form with which somebody changes how they sign in themselves."""
        if not asker.password:
            return {}
        if route.endswith("/password"):
            new = f"the pump of {asker.password} is dry"
            return {"password": asker.password, "new_password": new, "again": new}
        page = asker.ask("GET", "/console/account/code").body
        secret, sealed = re.search(r"secret=([A-Z2-7]+)", page), re.search(r'name="sealed" value="([^"]+)"', page)
        if not secret or not sealed:
            return {"password": asker.password}
        return {"password": asker.password, "code": code(secret[1]), "sealed": html.unescape(sealed[1])}

    def subject(self, route, which, who):
        """What a row is about: mostly a case."""
        if "{bulk}" in route:
            return self.order(which)
        if "{account}" in route:
            account = self.accounts["bystander" if which == "own" else "far_bystander"]
            return Case(account, account, None)
        if "open311" in route and which != "–":
            return self.request if which == "own" else self.far_request
        if "cases/{case}/actions" in route and which == "own":
            # What one of them did would be in another's way.
            return self.open(self.askers["service"], NEAR, PARTY) if who == "service" else self.open(self.askers["party"], NEAR)
        return self.case(which, who)

    def case(self, which, who):
        """The case that a row is about."""
        if which == "own":
            return self.filed if who == "service" else self.inside
        if which in ("another service's", "as its party"):
            return self.theirs
        return self.far if which == "another's" else self.about.get(who)

    def hidden(self, who):
        """Cases of which nobody may tell this asker."""
        others = [self.far] + ([self.inside, self.theirs] if who == "service" else [])
        # Both programs file with the cell of the district.
        others += [] if who in ("clerk", "auditor") else [self.far_request]
        if who not in ("party", "citizen"):
            others += [self.about[who]] if who in self.about else []
        if who in ("nobody", "closed", "administrator", "citizen"):
            others += [self.inside, self.filed, self.theirs, self.request, *self.about.values()]
        if who not in ("citizen", "clerk", "auditor"):
            others.append(self.citizens)
        return others


def code(secret):
    """What an authenticator app shows now (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def request(world, route, which, who, case):
    """What is sent for a row: path, body and its type."""
    method, template = route.split(" ", 1)
    user = {"user": THEIR_PARTY if which == "as its party" else PARTY} if who == "service" else {}
    actor = {"role": ROLES.get(who, "intake")} | user
    key = {"key": str(uuid.uuid4())}
    names = {
        "{case}": case and case.id, "{action}": ACTION, "{attachment}": case and case.file or "0" * 64, "{queue}": "office",
        "{bulk}": case and case.id, "{account}": case and case.id, "{change}": "password", "{check}": "orphans", "{workflow}": "complaint",
        "{version}": "6", "{post}": "kp-bhu-1-in-charge", "{name}": "kp-6day" if "calendars" in template else "complaint", "{code}": "drinking-water",
    }
    if "{request}" in template or "{token}" in template:
        names["{request}"] = names["{token}"] = case.reference
    path = template
    for name, value in names.items():
        path = path.replace(name, value or "none")
    bodies = {
        "POST /cases": {"workflow": "complaint", "office": NEAR, "actor": actor, "fields": {"language": "en", "summary": "Dry"}},
        "POST /cases/{case}/actions/{action}": {"actor": actor},
        "POST /session": world.sign_in,
        "POST /bulk": world.ordering(NEAR),
        "POST /bulk/{bulk}/approve": {},
        "POST /bulk/{bulk}/cancel": {},
        "POST /accounts": {"account": "u-226"},
        "POST /accounts/{account}/{change}": {},
        "POST /notifications/receipts": {"message": "m", "result": "delivered"},
    }
    forms = {
        "POST /file": world.filing("again"),
        "POST /track": {"reference": world.citizens.reference, "pin": world.pin},
        "POST /track/leave": {},
        "POST /track/case/actions/{action}": key,
        "POST /sign-in": {"account": world.sign_in["account"], "password": world.sign_in["password"]},
        "POST /sign-out": {},
        "POST /console/cases/{case}/actions/{action}": key,
        "POST /console/supervision/bulk": key | {
            "workflow": "complaint", "action": "set_severity", "state": "transferring", "office": NEAR, "what.field.severity": "urgent",
            "what.field.reason_code": "many_ill", "reason": "Many are ill"},
        # Whose offices they all supervise.
        "POST /console/supervision/calendar": key | {"calendar": "kp-health-24x7", "day": "2031-03-23", "name": "Feast"},
        "POST /console/supervision/bulk/orders/{bulk}/approve": {},
        "POST /console/supervision/bulk/orders/{bulk}/cancel": {},
        "POST /console/admin/accounts": {"account": "u-224"},
        # On the version that the shipped programme has; what is so already is sent as if for the second time.
        "POST /console/admin/absences": {"user": "u-225", "first": "2031-03-24", "last": "2031-03-28", "version": "5"},
        "POST /console/admin/absences/end": {"user": "u-225", "from": "2031-01-01T00:00:00Z", "day": "2031-01-02"},
        "POST /console/admin/posts/{post}": {"user": "u-221", "day": "2031-03-24"},
        "POST /console/admin/accounts/{account}/{change}": {},
        "POST /console/register": key | {
            "workflow": "complaint", "office": NEAR, "channel": "phone", "field.summary": "Dry", "field.language": "en"},
    }
    if route in OWN:
        return method, path, world.own(route, world.askers[who]), FORM
    if route == "POST /attachments":
        return method, path, "The pump is dry.\n", "text/plain"
    if route in bodies:
        return method, path, bodies[route], "application/json"
    if route.startswith("POST /open311"):
        return method, path, world.reporting("again"), FORM
    if template.startswith("/open311"):
        path += "?jurisdiction_id=kp-abbottabad"
    elif template.startswith("/static"):
        path = world.static
    elif template in ("/console/find", "/console/audit/cases"):
        path += f"?{'q' if 'find' in template else 'case'}={case.reference}"
    elif template == "/console/supervision/bulk/new":
        path += "?workflow=complaint&action=set_severity"
    elif template == "/console/audit/sample/export":
        path += "?seed=1"
    elif template == "/console/audit/search/export":
        path += f"?account={world.accounts['clerk']}"
    elif template == "/search?q=":
        path += "water"
    elif template.endswith("?user="):
        path += world.accounts["party" if who == "clerk" else "clerk"]
    return method, path, forms.get(route), FORM


def judged(reply, missing):
    """The word of the table for an answer."""
    place = reply.header("location") or ""
    if reply.status == 401 or reply.status == 303 and (place.startswith("/sign-in") or place == "/track"):
        return "sign in"
    if reply.status < 300 or reply.status == 303:
        return "yes"
    if reply.status == 404 and missing is not None:
        return "hidden" if missing else "told apart from none"
    is_page = (reply.header("content-type") or "").startswith("text/html")
    return "no" if reply.status in (403, 404, 409) or is_page and reply.status == 422 else str(reply.status)


def findings(world, route, which, who, expected):
    """Asks for one cell; yields what is wrong."""
    case = world.subject(route, which, who)
    asker = world.askers[who]
    method, path, body, kind = request(world, route, which, who, case)
    if route in OWN and expected == "yes":
        for wrong in ({}, body | {"password": "another"}):
            refused = asker.ask(method, path, wrong, kind)
            if judged(refused, None) != "no":
                yield f"expected no without their password but found {refused.status}"
    reply = asker.ask(method, path, body, kind)
    if route in OWN and reply.status == 303 and reply.header("set-cookie"):
        asker.go_on(reply)
        asker.password = body.get("new_password", asker.password)
        if asker.ask("GET", "/console/account").status != 200:
            yield "expected the session to go on but it does not"
    same = None
    if reply.status == 404 and case is not None:
        same = is_as_none(world, route, which, who, case, reply)
    elif which == "as its party" and "{case}" in route and not is_as_none(world, route, which, who, case, reply):
        yield "told apart from none"
    found = judged(reply, same)
    if found != expected:
        yield f"expected {expected} but found {found}: {reply.status} {reply.body[:160]!r}"
    # Pages repeat the name that was asked for, also of a case that is not there.
    told = reply.body + str(reply.headers)
    for name in (case.marks() if case else []) if found in ("hidden", "no") else []:
        told = told.replace(name, "") if name in path else told
    yield from (f"tells of a case out of sight: {mark}" for other in world.hidden(who) for mark in other.marks() if mark in told)
    if not re.search("static|health|metrics", route) and reply.header("cache-control") != "no-store":
        yield f"may be kept: {reply.header('cache-control')}"


def is_as_none(world, route, which, who, case, reply):
    """Whether a case that is not there is answered in the same way."""
    none = Case("u-999", "u-999", None) if "{account}" in route else Case(world.missing.id, world.missing.reference, None)
    none.file = case.file
    method, path, body, kind = request(world, route, which, who, none)
    other = world.askers[who].ask(method, path, body, kind)

    def told(reply, names):
        text = json.dumps([reply.status, reply.headers, reply.body])
        for name in names:
            text = text.replace(name, "CASE")
        return text

    return told(reply, [case.id or case.reference, case.reference]) == told(other, [none.id, none.reference])


def rows(policy):
    """Yields route, case, and what is expected by who asks."""
    columns = None
    for line in Path(policy).read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0] == "route":
            columns = cells[2:]
        elif cells[0].startswith("`"):
            yield cells[0].strip("`"), cells[1], dict(zip(columns, cells[2:], strict=True))


def main(policy, port, world):
    world = World(int(port), json.loads(Path(world).read_text(encoding="utf-8")))
    # What ends what is shown comes last; passwords are hashed slowly, one after the other.
    last = [*OWN, "POST /session", "POST /sign-in", "DELETE /session", "POST /sign-out"]
    table = sorted(rows(policy), key=lambda row: last.index(row[0]) if row[0] in last else -1)
    cells = [(route, which, who, word) for route, which, row in table for who, word in row.items() if word != "–"]
    first = [cell for cell in cells if cell[0] not in last]
    with ThreadPoolExecutor(ALWAYS_LET_IN) as pool:
        found = list(pool.map(lambda cell: list(findings(world, *cell)), first))
    found += [list(findings(world, *cell)) for cell in cells[len(first) :]]
    wrong = [
        f"{route} ({which}) as {who}: {fault}"
        for (route, which, who, _), faults in zip(cells, found, strict=True)
        for fault in faults
    ]
    asked = len(cells)
    print("\n".join([*wrong, f"{asked} questions asked, {len(wrong)} findings."]))
    return 1 if wrong or asked < 500 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
