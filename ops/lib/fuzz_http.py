"""Sends made-up requests to a running server and holds its answers to the contract (schemathesis).

Usage: fuzz_http.py CONTRACT ADDRESS TOKENS FOLDER [--cases N] [--seed S]

TOKENS has a line with a token for each who asks, first of somebody who opens cases; one more asks without any. Names of orders for
many cases, accounts and checks are those that one of them may make or see; nobody closes the account of who asks. FOLDER is where logs and reports go.
Sends requests that the contract allows and requests that it does not, to every operation, until at least N were sent (default 2000).
Exits with 1 when an answer is a server's error, has a status, a type, a header or a shape that the contract does not know, takes what
the contract forbids, or when fewer than N could be sent.
"""

import argparse
import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "unsupported_method",
    "allow_header_conformance",
)
# What a clerk of the demo programme files, for something to be there.
OPENING = {
    "workflow": "complaint",
    "office": "kp-abbottabad-cell",
    "actor": {"role": "intake"},
    "fields": {"language": "en", "summary": "There is no water in our street"},
}
# What a supervisor of the demo programme orders, and another would approve.
ORDER = {
    "workflow": "complaint",
    "office": "kp-bhu-2",
    "action": "set_severity",
    "inputs": {"severity": "urgent", "reason_code": "many_ill"},
    "reason": "Many are ill",
}
# A made-up request and its answer take a part of a second; whatever takes this long hangs.
LONGEST_ANSWER = 60


class Server:
    def __init__(self, address, token):
        self.address = address
        self.headers = {"Authorization": f"Bearer {token}"}

    def ask(self, path, body=None, kind="application/json"):
        data = None if body is None else body.encode() if isinstance(body, str) else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, self.headers | {"Content-Type": kind})
        with urllib.request.urlopen(request, timeout=LONGEST_ANSWER) as answer:
            return json.load(answer)

    def names(self):
        """What there is, by parameter: made-up names alone would only ever find nothing."""
        # The same bytes are the same file, in each of the cases.
        files = [self.ask("/attachments", "The pump is dry.\n", "text/plain")["attachment"] for _ in range(5)]
        opened = [self.ask("/cases", OPENING | {"fields": OPENING["fields"] | {"attachments": [file]}}) for file in files]
        definitions = self.ask("/definitions")
        workflow = self.ask(f"/definitions/workflows/{OPENING['workflow']}")
        return {
            "case": [case["case"] for case in opened] + [case["reference"] for case in opened],
            "action": [action["name"] for action in workflow["actions"]],
            "workflow": [item["name"] for item in definitions["workflows"]],
            "versions": {item["name"]: item["version"] for item in definitions["workflows"]},
            "calendar": [item["name"] for item in definitions["calendars"]],
            "office": [OPENING["office"]],
            "state": [state["name"] for state in workflow["states"]],
            "role": workflow["roles"],
            "seq": max(case["seq"] for case in opened),
            "attachment": sorted(set(files)),
            "opening": OPENING,
        }


def asked(servers, path, body=None):
    """The answer to the first who may ask; nothing when nobody may."""
    for server in servers:
        try:
            return server.ask(path, body)
        except urllib.error.HTTPError as error:
            if error.code != 403:
                raise
    return None


def names(servers):
    """What there is, by parameter, as somebody who may see it is told."""
    found = servers[0].names()
    orders = [asked(servers, "/bulk", ORDER | {"reason": f"Many are ill ({number})"}) for number in range(6)]
    found["bulk"] = [order["id"] for order in orders if order]
    checks = asked(servers, "/audit/checks")
    found["check"] = [check["check"] for check in checks["checks"]] if checks else []
    accounts = asked(servers, "/accounts")
    sessions = [server.ask("/session") for server in servers]
    # To close one of those who ask would end what they show.
    own = {session["account"] for session in sessions}
    found["account"] = [item["name"] for item in accounts["accounts"] if item["name"] not in own] if accounts else []
    # Of services, which no programme names.
    found["new_account"] = [f"made-up-{number}" for number in range(100)] + found["account"]
    # What one of them may be, more often than what nobody is.
    found["role"] += 2 * sorted({role for session in sessions for role in session["roles"]})
    return found


def run(arguments, token, seed, examples, number):
    """Runs schemathesis once, and gives its report, its exit code and its log."""
    report = Path(arguments.folder, f"run-{number}.json")
    # What lies at the edges of the contract does not change from round to round.
    phases = "fuzzing" if seed > arguments.seed else "coverage,fuzzing"
    command = [
        sys.executable, "-m", "schemathesis.cli", "run", arguments.contract, "--url", arguments.address,
        "--phases", phases, "--checks", ",".join(CHECKS), "--max-examples", str(examples), "--seed", str(seed),
        "--continue-on-failure", "--no-shrink", "--generation-database", "none", "--no-color",
        "--suppress-health-check", "all", "--warnings", "off", "--request-timeout", str(LONGEST_ANSWER),
        "--report", "json", "--report-json-path", str(report),
    ]
    if token:
        # Signing out would end what is shown, and passwords are hashed slowly: once is enough.
        command += ["--header", f"Authorization: Bearer {token}", "--exclude-operation-id", "signOut"]
        command += ["--exclude-operation-id", "signIn"]
        # A stream that goes on for a quarter of an hour.
        command += ["--exclude-operation-id", "watchQueues"]
    log = Path(arguments.folder, f"run-{number}.log")
    with log.open("w", encoding="utf-8") as tale:
        code = subprocess.run(
            command, cwd=arguments.folder, stdout=tale, stderr=subprocess.STDOUT, check=False
        ).returncode
    if not report.exists():
        sys.exit(f"expected a report of schemathesis but it ended with {code}:\n{log.read_text(encoding='utf-8')[-4000:]}")
    return json.loads(report.read_text(encoding="utf-8")), code, log


def findings(log):
    """The part of a log that tells what was found."""
    text = log.read_text(encoding="utf-8")
    return text[max(text.find("= ERRORS ="), text.find("= FAILURES =")) :].split("= SUMMARY =")[0]


def main():
    parser = argparse.ArgumentParser(add_help=False)
    for name in ("contract", "address", "tokens", "folder"):
        parser.add_argument(name)
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    arguments.contract = str(Path(arguments.contract).resolve())
    arguments.folder = str(Path(arguments.folder).resolve())
    tokens = Path(arguments.tokens).read_text(encoding="utf-8").split()
    os.environ["FUZZ_HTTP_NAMES"] = json.dumps(names([Server(arguments.address, token) for token in tokens]))
    os.environ["SCHEMATHESIS_HOOKS"] = str(Path(__file__).with_name("fuzz_http_hooks.py"))
    askers = [*tokens, None]
    sent = round_number = 0
    is_wrong = False
    # A process each: schemathesis' own threads trip over Python's parser.
    with ThreadPoolExecutor(len(askers)) as pool:
        while sent < arguments.cases and not is_wrong:
            seed = arguments.seed + round_number
            examples = max(3, min(200, (arguments.cases - sent) // (30 * len(askers))))
            runs = [
                pool.submit(run, arguments, token, seed, examples, f"{round_number}-{asker}")
                for asker, token in enumerate(askers)
            ]
            for asker, (report, code, log) in enumerate(run.result() for run in runs):
                sent += report["test_cases"]["generated"]
                if code != 0:
                    is_wrong = True
                    print(f"As asker {asker}, seed {seed}:\n{findings(log)}")
            round_number += 1
            print(f"{sent} requests sent.", flush=True)
    return 1 if is_wrong else 0


if __name__ == "__main__":
    sys.exit(main())
