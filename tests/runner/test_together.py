"""Which tests go to which process, with pytest itself."""

from __future__ import annotations

import re
import subprocess
import sys

from site_server import ROOT

COMMAND = (sys.executable, "-m", "pytest", "-c", "mkdocs-plugin/pyproject.toml", "--rootdir=.")
FILES = ("tests/runner/test_lanes.py", "mkdocs-plugin/tests/test_changes.py")


def test_the_tests_of_a_file_stay_in_one_process() -> None:
    command = [*COMMAND, "-n", "2", "--no-loadscope-reorder", "-v", *FILES]
    # Where they ran is what counts here; that they pass is for the run that this test is in.
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    ran = re.findall(r"\[(gw\d)\] .*(?:PASSED|FAILED) ([^:]+)::", done.stdout)
    assert {file for _, file in ran} == set(FILES) and len(ran) > len(FILES), done.stdout
    for file in FILES:
        assert len({process for process, other in ran if other == file}) == 1, done.stdout
