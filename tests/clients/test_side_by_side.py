"""Two regions and two projects in one shell, and no trace of a secret key, for each later client.

Both keys are set up side by side in a terminal that is watched, and in both projects is a bucket of
the same name: each client works with its own. `test_set_up.py` has the first six clients so.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from e2e.terminal import Terminal
from stack import Stack

from . import trust
from .copied import Values
from .doing import FIND_A_BUCKET, UNSET_FOR_TERRAFORM, VARIABLES, Doing, make_bucket
from .homes import HOSTILE, homes
from .native import FILE, copied
from .places import snapshot, trust_more, with_text
from .programs_tried import version
from .record import ran
from .test_each_client import CLIENTS, KEPT
from .test_set_up import OURS, THEIRS, keys

__all__ = ["keys"]

ASKED = "Secret key: "
LATER = ("s5cmd", "restic", "s3fs", "curl", "duckdb", "terraform", "sdk-js")
LISTS_BUCKETS = ("s5cmd", "curl", "sdk-js")


@dataclass
class Desk:
    """One of two clouds: a terminal that both have, a folder of its own and a key."""

    shell: Terminal
    doing: Doing
    values: Values

    def set_up(self) -> None:
        command, secret = copied(self.doing.client, self.values, "set-up")[:2]
        self.shell.ask(command.text, ASKED)
        status, shown = self.shell.answer(secret.text)
        assert status == 0, shown
        assert re.search(r"(Profile|The file) .* is ready", shown), shown

    def do(self, section: str, bucket: str) -> str:
        """Do the steps of a section, one after the other."""
        told = ""
        assert self.shell.run(f"cd {self.doing.work}")[0] == 0
        for step in copied(self.doing.client, self.values, section, bucket=bucket):
            status, shown = self.shell.run(self.doing.command(step))
            told += re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown).replace("\r", "")
            assert status == 0, told
        return told

    def use(self, bucket: str) -> str:
        """Put, list and get a file that only this cloud has."""
        (self.doing.work / FILE).write_bytes(content := os.urandom(100_000))
        told = self.do("use", bucket)
        there = [path for path in self.doing.work.rglob("*") if path.is_file()]
        got = [path for path in there if ".copy" in path.name or ".restored" in str(path)]
        if self.doing.client not in ("duckdb", "terraform"):
            assert [path.read_bytes() for path in got] == [content], told
        return told

    def lineage(self) -> str:
        """Return what Terraform calls its state, which is another for each."""
        self.shell.run(f"cd {self.doing.work}")
        status, shown = self.shell.run(f"{UNSET_FOR_TERRAFORM} terraform state pull")
        found = re.search('"lineage": "([^"]+)"', shown)
        assert status == 0 and found, shown
        return found[1]


@pytest.mark.parametrize("client", LATER)
def test_each_has_its_own_and_no_secret_is_left(
    stack: Stack, keys: tuple[Values, Values], client: str, tmp_path: Path
) -> None:
    home, bucket = tmp_path / "home", f"side-{client}"
    homes(keys[1])["full"].make(home)
    before = snapshot(home)
    (tmp_path / "temporary").mkdir()
    environment = {
        **trust(stack.ca_file),
        **trust_more(stack.ca_file),
        **{name: text for name, text in HOSTILE.items() if name.startswith("AWS_")},
        **VARIABLES,
        "TMPDIR": str(tmp_path / "temporary"),
    }
    with Terminal(home, CLIENTS[client][1], environment) as shell:
        desks = []
        for name, values in zip(("ours", "theirs"), keys, strict=True):
            doing = Doing(client, tmp_path / name, stack.ca_file)
            doing.prepare()
            desks.append(Desk(shell, doing, values))
            if client in FIND_A_BUCKET:
                make_bucket(home, stack, values, bucket)
        ours, theirs = desks
        for desk in desks:
            desk.set_up()
        if client in LISTS_BUCKETS:
            for desk, own, other in ((ours, OURS, THEIRS), (theirs, THEIRS, OURS)):
                shown = desk.do("check", bucket)
                assert (own in shown, other in shown) == (True, False), shown
        else:
            ours.do("check", bucket)
        ours.use(bucket)
        if client not in LISTS_BUCKETS:
            # What is in the one bucket is not in the other.
            shown = theirs.do("check", bucket)
            assert client != "duckdb" or FILE not in shown, shown
        theirs.use(bucket)
        assert client != "terraform" or ours.lineage() != theirs.lineage()
        for desk in (theirs, ours):
            desk.do("undo", bucket)
        secrets_there = [*with_text(home, keys[0].secret), *with_text(home, keys[1].secret)]
    assert snapshot(home, but=KEPT) == before
    # The home has a profile of that key from before, by another name.
    assert secrets_there == [".aws/credentials"]
    for values in keys:
        assert shell.traces_of(values.secret) == []
        assert values.secret not in shell.environments()
        for place in ("ours", "theirs", "temporary"):
            assert with_text(tmp_path / place, values.secret) == []
    assert client not in ("restic", "curl") or client in shell.calls()
    ran(client, version(client), "bash", "set up (prompt form), check, use, undo")
