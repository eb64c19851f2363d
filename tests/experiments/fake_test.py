#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""What an experiment says and with which status it ends. Usage: fake_test.py FAKE-EXPERIMENT"""
import json
import os
import signal
import subprocess
import sys
import tempfile
import unittest

FAKE = os.path.abspath(sys.argv.pop(1))


def run(*arguments, how="holds", stdout=subprocess.PIPE):
    return subprocess.run([FAKE, *arguments], env={**os.environ, "FAKE": how}, stdin=subprocess.DEVNULL, stdout=stdout,
                          stderr=subprocess.PIPE, text=True, timeout=60)


class Experiment(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory()
        self.addCleanup(self.directory.cleanup)
        self.json = os.path.join(self.directory.name, "fake.json")

    def one_sentence(self, ended, *parts):
        self.assertEqual(ended.returncode, 2)
        self.assertEqual(ended.stderr.count("\n"), 1, ended.stderr)
        for part in parts:
            self.assertIn(part, ended.stderr)

    def test_claims_that_hold(self):
        ended = run()
        self.assertEqual((ended.returncode, ended.stderr), (0, ""))
        for part in ("Is the new one better?", "as ever", "first game", "✗ lost [1]", "1.25×", "holds  the new one wins",
                     "1 of 1 claims hold."):
            self.assertIn(part, ended.stdout)

    def test_a_claim_that_fails(self):
        ended = run("--json", self.json, how="fails")
        self.assertEqual(ended.returncode, 1)
        self.assertIn("FAILS  the new one wins", ended.stdout)
        with open(self.json, encoding="utf-8") as file:
            self.assertEqual(json.load(file)["claims"][0]["status"], "fails")

    def test_a_claim_not_measured_does_not_pass(self):
        ended = run(how="unmeasured")
        self.assertEqual(ended.returncode, 1)
        self.assertIn("FAILS  it is cheap", ended.stdout)
        self.assertIn("not measured: no coins left", ended.stdout)

    def test_no_claim_shows_nothing(self):
        ended = run(how="silent")
        self.assertEqual(ended.returncode, 1)
        self.assertIn("no claim was judged", ended.stderr)

    def test_a_failure_of_the_experiment_itself(self):
        ended = run("--json", self.json, how="throws")
        self.one_sentence(ended, "fake: the table broke")
        self.assertIn("first game", ended.stdout)  # what was found so far is not lost
        self.assertEqual(os.listdir(self.directory.name), [])

    def test_json(self):
        self.assertEqual(run("--quick", "--seed", "5", "--json", self.json).returncode, 0)
        with open(self.json, encoding="utf-8") as file:
            data = json.load(file)
        self.assertEqual(data["schema"], "tenure-experiment/1")
        self.assertEqual([t["kind"] for t in data["tables"]], ["verdict", "cost"])
        self.assertEqual(data["tables"][1]["rows"][0]["cells"][1], {"value": 12.5, "low": 11, "high": 14, "ratio": 1.25})
        self.assertEqual((data["provenance"]["quick"], data["provenance"]["seed"]), (True, 5))
        for name in ("commit", "compiler", "flags", "date", "cpu", "system", "command"):
            self.assertTrue(data["provenance"][name], name)
        self.assertEqual(os.listdir(self.directory.name), ["fake.json"])

    def test_unwritable_json_is_said_before_the_work(self):
        for path in ("/no/such/directory/x.json", self.directory.name):
            ended = run("--json", path, how="slow")
            self.one_sentence(ended, f"fake: cannot write '{path}': ")
            self.assertEqual(ended.stdout, "")

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full here")
    def test_a_full_disk(self):
        ended = run("--json", "/dev/full")
        self.one_sentence(ended, "cannot write '/dev/full': No space left on device")
        self.assertIn("1 of 1 claims hold.", ended.stdout)
        with open("/dev/full", "w", encoding="utf-8") as full:
            self.one_sentence(run(stdout=full), "the tables could not be printed")

    def test_bad_usage(self):
        for arguments in (["--bogus"], ["--seed", "x"], ["--seed", "-1"], ["--json"], ["--json", ""], ["name"]):
            with self.subTest(arguments):
                ended = run(*arguments)
                self.one_sentence(ended, "fake: ", "(see --help)")
                self.assertEqual(ended.stdout, "")

    def test_help(self):
        ended = run("--help")
        self.assertEqual(ended.returncode, 0)
        for word in ("--quick", "--json", "--seed", "Exit status"):
            self.assertIn(word, ended.stdout)

    def test_stopped_by_the_user(self):
        child = subprocess.Popen([FAKE, "--json", self.json], env={**os.environ, "FAKE": "slow"}, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE, text=True)
        line = child.stderr.readline()  # progress is shown when it takes long
        self.assertRegex(line, r"waiting: \d+ of 600, about \d+ s left")
        child.send_signal(signal.SIGINT)
        _, error = child.communicate(timeout=20)
        self.assertEqual(child.returncode, 2)
        self.assertIn("stopped by the user", error)
        self.assertEqual(os.listdir(self.directory.name), [])


if __name__ == "__main__":
    unittest.main()
