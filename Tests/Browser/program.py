"""A program that asks the interface over HTTP (docs/http.md), signed in as one person."""

import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from browser import PATIENCE


class Program:
    """What somebody's own program does for them."""

    def __init__(self, base, account, password):
        self.base = base
        self.cookie = None
        answer = self._send("/session", {"account": account, "password": password})
        self.cookie = answer.headers["Set-Cookie"].partition(";")[0]

    def ask(self, path, body=None):
        """What the interface answers; with a body something is to be done."""
        return json.load(self._send(path, body))

    def act(self, case, action, role, **fields):
        self.ask(f"/cases/{case}/actions/{action}", {"actor": {"role": role}, "channel": "phone", "fields": fields})

    def refused(self, case, action, role, **fields):
        """The title and the status of the answer to what may not be done."""
        try:
            self.act(case, action, role, **fields)
        except HTTPError as answer:
            return json.load(answer)["title"], answer.code
        raise AssertionError(f"'{action}' was done to {case}")

    def _send(self, path, body):
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.cookie:
            headers["Cookie"] = self.cookie
        data = None if body is None else json.dumps(body).encode()
        return urlopen(Request(self.base + path, data, headers), timeout=PATIENCE)
