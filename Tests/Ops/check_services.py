"""ops/services keeps its promises: the same lines and the same data after stop, crash and stale process ids, and
nothing left behind by remove."""

import os
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class ServicesCase(unittest.TestCase):
    """Servers in a folder of their own, and what was seen when they first started."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        os.chmod(folder.name, 0o755)  # as root, PostgreSQL's user must get through
        cls.dir = Path(folder.name) / "services"
        cls.addClassCleanup(cls.services, "remove")
        cls.lines = cls.services("start", "--test")
        cls.sql("create table kept as select 42 as answer")

    @classmethod
    def services(cls, *arguments, expecting=0):
        command = [ROOT / "ops/services", *arguments, "--dir", cls.dir]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != expecting:
            raise AssertionError(f"{arguments} ended with {done.returncode}, expected {expecting}: {done.stderr}")
        return done.stdout

    @classmethod
    def sql(cls, statement):
        url = dict(line.split("=", 1) for line in cls.lines.split())["DATABASE_URL"]
        command = ["psql", "--no-psqlrc", "-qAt", "-v", "ON_ERROR_STOP=1", "-c", statement, url]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    def lock(self):
        elsewhere = self.dir / "postgres.home"
        home = Path(elsewhere.read_text().strip()) if elsewhere.exists() else self.dir / "postgres"
        return home / "data/postmaster.pid"

    def pids(self):
        return [int(path.read_text().split()[0]) for path in (self.lock(), self.dir / "broker.pid")]

    def assert_starts_as_before(self):
        self.assertEqual(self.services("start", "--test"), self.lines)
        self.assertEqual(self.services("status"), self.lines)
        self.assertEqual(self.sql("select answer from kept"), "42")


class Starting(ServicesCase):
    def setUp(self):
        self.assert_starts_as_before()

    def test_prints_just_the_two_lines(self):
        self.assertRegex(
            self.lines,
            r"\ADATABASE_URL=postgresql://redressal@127\.0\.0\.1:\d+/redressal\nKAFKA_BOOTSTRAP=127\.0\.0\.1:\d+\n\Z",
        )

    def test_starting_again_changes_nothing(self):
        before = self.pids()
        self.assert_starts_as_before()
        self.assertEqual(self.pids(), before)

    def test_data_and_ports_outlive_a_stop(self):
        self.services("stop")
        self.assertEqual(self.services("status", expecting=3), "")
        self.assert_starts_as_before()

    def test_data_and_ports_outlive_a_crash(self):
        for pid in self.pids():
            os.kill(pid, signal.SIGKILL)
        self.assert_starts_as_before()

    def test_leaves_a_process_alone_that_inherited_a_process_id(self):
        self.services("stop")
        with subprocess.Popen(["sleep", "60"]) as bystander:
            (self.dir / "broker.pid").write_text(f"{bystander.pid}\n")
            self.assert_starts_as_before()
            self.services("stop")
            self.assertIsNone(bystander.poll())
            bystander.kill()


class Removal(ServicesCase):
    """A cluster of its own, because nothing of it stays."""

    def test_removes_everything(self):
        home = self.lock().parents[1]
        self.services("remove")
        self.assertEqual([path for path in (self.dir, home) if path.exists()], [])


if __name__ == "__main__":
    sys.exit(not unittest.main(exit=False, verbosity=1).result.wasSuccessful())
