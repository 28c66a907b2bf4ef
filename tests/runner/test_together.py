"""Which tests go to which process, with pytest itself."""

from __future__ import annotations

import re
import subprocess
import sys

from site_server import ROOT

COMMAND = (sys.executable, "-m", "pytest", "-c", "mkdocs-plugin/pyproject.toml", "--rootdir=.")
FILE = "tests/runner/test_lanes.py"


def test_the_tests_of_a_file_stay_in_one_process() -> None:
    command = [*COMMAND, "-n", "2", "-v", FILE]
    # Where they ran is what counts here; that they pass is for the run that this test is in.
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    processes = re.findall(rf"\[(gw\d)\] .*(?:PASSED|FAILED) {FILE}::", done.stdout)
    assert len(processes) > 1, done.stdout + done.stderr
    assert len(set(processes)) == 1, done.stdout
