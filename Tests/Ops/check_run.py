"""ops/run does what it says to somebody who has just built the system: it prints where the console is and who can sign in,
they can, and Ctrl-C leaves nothing running and the data where it was."""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parents[2]
LAST_WORDS = "Ctrl-C stops everything; the data stays."
PATIENCE = 180  # seconds until it runs, or has stopped
OWN = re.compile(r"REDRESSAL_|DATABASE_URL$|KAFKA_BOOTSTRAP$|PG")


class Run:
    """ops/run as somebody starts it in a terminal of their own, with what it has said so far."""

    def __init__(self, folder):
        self.folder = folder
        self.words = tempfile.TemporaryFile(dir=folder.parent)
        environment = {name: value for name, value in os.environ.items() if not OWN.match(name)}
        self.process = subprocess.Popen(
            [ROOT / "ops/run", "--dir", folder], stdin=subprocess.DEVNULL, stdout=self.words, stderr=self.words,
            env=environment, start_new_session=True)

    @property
    def said(self):
        return os.pread(self.words.fileno(), 1_000_000, 0).decode()

    def await_running(self):
        end = time.monotonic() + PATIENCE
        while LAST_WORDS not in self.said:
            if self.process.poll() is not None or time.monotonic() > end:
                raise AssertionError(f"ops/run does not run (exit code {self.process.poll()}):\n{self.said}")
            time.sleep(0.1)
        return self

    def stop(self, number=signal.SIGINT):
        """What a terminal does for Ctrl-C: the signal goes to the whole group in front."""
        os.killpg(self.process.pid, number)
        return self.process.wait(PATIENCE)

    @property
    def base(self):
        """The address of the console, as it is printed."""
        [address] = re.findall(r"^ +console +(http://127\.0\.0\.1:\d+)/console, for offices$", self.said, re.MULTILINE)
        return address

    @property
    def sign_ins(self):
        """Account and password of everybody who is printed, by account."""
        return dict(re.findall(r"\b(u-\d+) +((?:[a-z0-9]{5}-){3}[a-z0-9]{5})\b", self.said))

    def sign_in(self, account, password):
        """The cookie of a session."""
        body = json.dumps({"account": account, "password": password}).encode()
        with urlopen(Request(f"{self.base}/session", body, {"Content-Type": "application/json"}), timeout=30) as answer:
            return answer.headers["Set-Cookie"].partition(";")[0]

    def page(self, path, cookie=""):
        with urlopen(Request(self.base + path, headers={"Cookie": cookie, "Accept": "text/html"}), timeout=30) as answer:
            return answer.read().decode()

    def left_over(self):
        """The command lines of processes that know of the folder, by argument or environment."""
        found = []
        for path in Path("/proc").glob("[0-9]*"):
            try:
                known = (path / "cmdline").read_bytes(), (path / "environ").read_bytes()
            except OSError:
                continue
            if any(os.fsencode(self.folder) in text for text in known) and int(path.name) != os.getpid():
                found.append(known[0].replace(b"\0", b" ").decode())
        return found


class Running(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        os.chmod(folder.name, 0o755)  # as root, PostgreSQL's user must get through
        self.folder = Path(folder.name) / "data"
        self.addCleanup(subprocess.run, [ROOT / "ops/services", "remove", "--dir", self.folder / "postgres/services"])

    def start(self):
        return self.ask().await_running()

    def ask(self):
        run = Run(self.folder)
        self.addCleanup(run.words.close)
        self.addCleanup(lambda: run.process.poll() is None and run.stop(signal.SIGTERM))
        return run

    def assert_stopped(self, run):
        self.assertIn("Stopping.", run.said)
        self.assertEqual(run.left_over(), [])
        with self.assertRaises(OSError):
            urlopen(f"{run.base}/health/ready", timeout=5)

    def test_who_is_printed_can_sign_in_until_ctrl_c(self):
        run = self.start()
        # It was built before; whoever builds again here builds twice.
        self.assertNotIn("Building", run.said)
        self.assertGreaterEqual(len(run.sign_ins), 10, run.said)
        self.assertIn(str(self.folder / "postgres"), run.said)
        self.assertIn("File a complaint", run.page("/"))
        clerk = re.search(r"^ +complaint clerk +(u-\d+) +(\S+)$", run.said, re.MULTILINE)
        console = run.page("/console/queues/office", run.sign_in(*clerk.groups()))
        self.assertIn(clerk[1], console)
        # Those of the route from end to end are in other lines.
        for account, password in run.sign_ins.items():
            self.assertTrue(run.sign_in(account, password), account)
        with self.assertRaises(HTTPError) as refusal:
            run.sign_in(clerk[1], "no such password")
        self.assertEqual(refusal.exception.code, 401)
        refusal.exception.close()
        self.assertTrue(run.left_over(), "what runs is not found: what is left would not be either")

        # A second one would take the first one's servers down with it.
        second = self.ask()
        self.assertEqual(second.process.wait(PATIENCE), 1)
        self.assertIn("already running on", second.said)
        self.assertIn("File a complaint", run.page("/"))

        self.assertEqual(run.stop(), 130)
        self.assert_stopped(run)

        # The data stays: the same people can sign in when it is started again.
        again = self.start()
        self.assertEqual(again.sign_ins, run.sign_ins)
        self.assertTrue(again.sign_in(*clerk.groups()))
        self.assertEqual(again.stop(signal.SIGTERM), 143)
        self.assert_stopped(again)


if __name__ == "__main__":
    sys.exit(not unittest.main(exit=False, verbosity=1).result.wasSuccessful())
