"""What readers copy for the clients that came later, with the real programs and store.

Each is set up in a terminal, makes a bucket, puts, lists and gets a file, is refused when its key
is deleted, and is undone. What has no program here is in `test_grammars.py`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from e2e.terminal import Terminal
from stack import Stack

from . import BIN, MORE, NODE, trust
from .copied import Values
from .filled import FILE, Copied, copied
from .homes import HOSTILE, homes
from .links import MAKE_LINKS, fetched
from .places import snapshot, trust_more, with_text
from .programs_tried import version
from .record import ran
from .test_set_up import OURS, THEIRS, keys

__all__ = ["keys"]

ASKED = "Secret key: "
HISTORY = ".bash_history"
# What a client says of a key that is gone; `docs/clients.md` has them.
REFUSED = {
    "s5cmd": "SignatureDoesNotMatch",
    "restic": "Access Denied",
    # It says nothing, but for what `df` may meet while s3fs ends.
    "s3fs": "",
    "curl": "SignatureDoesNotMatch",
    "duckdb": "403",
    "terraform": "SignatureDoesNotMatch",
    "sdk-js": "SignatureDoesNotMatch",
}
PROGRAMS = {
    "s5cmd": {"s5cmd": BIN / "s5cmd"},
    "restic": {"restic": Path("/usr/bin/restic")},
    "s3fs": {"s3fs": Path("/usr/bin/s3fs"), "fusermount": Path("/usr/bin/fusermount")},
    "curl": {"curl": Path("/usr/bin/curl")},
    "duckdb": {"duckdb": BIN / "duckdb"},
    "terraform": {"terraform": BIN / "terraform"},
    "sdk-js": {"node": Path(shutil.which("node") or "node")},
}
LISTS_BUCKETS = ("s5cmd", "curl", "sdk-js")
MAKES_BUCKETS = ("s5cmd", "curl", "sdk-js", "restic")


@dataclass
class Desk:
    """A terminal, the folder in which it stands, and what is done there."""

    client: str
    shell: Terminal
    work: Path
    ca_file: Path

    def set_up(self, values: Values) -> None:
        command, secret = copied(self.client, values, "set-up", form="prompt")[:2]
        self.shell.ask(command.text, ASKED)
        status, shown = self.shell.answer(secret.text)
        assert status == 0, shown
        assert re.search(r"(Profile|The file) .* is ready", shown), shown

    def do(self, section: str, values: Values, bucket: str) -> tuple[int, str]:
        """Do the steps of a section one after the other, up to one that fails."""
        told = ""
        for step in copied(self.client, values, section, bucket=bucket):
            status, shown = self.shell.run(self.command(step))
            told += re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown).replace("\r", "")
            if status != 0:
                return status, told
        return 0, told

    def command(self, step: Copied) -> str:
        """Return what a reader does with a step; what is no command is saved as a file first."""
        if step.language == "bash":
            # The SDK is there already.
            return "true" if step.step.endswith("-install") else step.text
        if step.language == "sql":
            (self.work / "s3.sql").write_text(self.local(step.text))
            return "duckdb -bail keyfill.db < s3.sql"
        if step.language == "javascript":
            (self.work / f"{step.section}.part").write_text(step.text + "\n")
            parts = [self.work / f"{name}.part" for name in ("check", "use")]
            text = "".join(part.read_text() for part in parts if part.exists())
            (self.work / "s3.mjs").write_text(text)
            return "node s3.mjs"
        assert step.language == "hcl"
        if "provider" in step.step:
            # The provider for AWS is not to be had, so an output is what changes the state.
            (self.work / "main.tf").write_text('output "answer" {\n  value = "of-july"\n}\n')
        else:
            (self.work / "backend.tf").write_text(with_old_names(step.text))
        return "true"

    def local(self, text: str) -> str:
        """Load DuckDB's extensions from wheels, and tell it which certificate to trust."""
        if "INSTALL" not in text:
            before = (self.work / "secret.sql").read_text()
            return before + text
        [packages] = MORE.glob("lib/python3*/site-packages")
        loads = [
            f"LOAD '{packages}/duckdb_extension_{name}/extensions/v1.5.5/{name}.duckdb_extension';"
            for name in ("httpfs", "aws")
        ]
        rest = text.partition("LOAD aws;")[2]
        made = "\n".join([*loads, f"SET ca_cert_file = '{self.ca_file}';", rest])
        (self.work / "secret.sql").write_text(made.rpartition("FROM glob")[0])
        return made


def with_old_names(text: str) -> str:
    """Rewrite a backend for Terraform 0.15: today's names came with 1.6."""
    text = re.sub(r"endpoints = \{ s3 = (.*) \}", r"endpoint = \1", text)
    text = text.replace("use_path_style  ", "force_path_style")
    return re.sub(r"\n +skip_(requesting_account_id|s3_checksum) .*", "", text)


@pytest.fixture(params=PROGRAMS)
def client(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def mine(stack: Stack) -> Iterator[Values]:
    """A key of one test's own, in the project of `OURS`: it may be deleted."""
    made = stack.identity.create_credential("alice", "demo")
    region, url = next(iter(stack.s3_regions.items()))
    yield Values(made["access"], made["secret"], urlsplit(url).netloc, region)
    if any(each["access"] == made["access"] for each in stack.identity.credentials("alice")):
        stack.identity.delete_credential("alice", made["access"])


def test_the_client_works_until_its_key_is_deleted(
    stack: Stack, keys: tuple[Values, Values], mine: Values, client: str, tmp_path: Path
) -> None:
    _, theirs = keys
    home, work = tmp_path / "home", tmp_path / "work"
    work.mkdir()
    homes(theirs)["full"].make(home)
    before = snapshot(home)
    content = os.urandom(300_000) if client != "duckdb" else b"answer\n42\n"
    (work / FILE).write_bytes(content)
    environment = {
        **trust(stack.ca_file),
        **trust_more(stack.ca_file),
        **{name: text for name, text in HOSTILE.items() if name.startswith("AWS_")},
        "RESTIC_PASSWORD": "of the repository",
        "CHECKPOINT_DISABLE": "1",
    }
    if client == "sdk-js":
        (work / "node_modules").symlink_to(NODE / "node_modules")
    bucket = f"more-{client}"
    if client not in MAKES_BUCKETS:
        make_bucket(home, stack, mine, bucket)
    with Terminal(home, PROGRAMS[client], environment) as shell:
        desk = Desk(client, shell, work, stack.ca_file)
        desk.set_up(mine)
        desk.set_up(theirs)
        assert shell.run(f"cd {work}")[0] == 0
        status, shown = desk.do("check", mine, bucket)
        assert status == 0, shown
        if client in LISTS_BUCKETS:
            assert (OURS in shown, THEIRS in shown) == (True, False), shown
            shown = desk.do("check", theirs, bucket)[1]
            assert (OURS in shown, THEIRS in shown) == (False, True), shown
            desk.do("check", mine, bucket)
        status, shown = use(desk, mine, bucket)
        assert status == 0, shown
        expect_done(client, work, content, shown, stack.ca_file)
        stack.identity.delete_credential("alice", mine.access)
        status, shown = refused(desk, mine, bucket)
        assert re.search(REFUSED[client], shown), shown
        assert status != 0, shown
        status, shown = desk.do("undo", theirs, bucket)
        assert status == 0, shown
        status, shown = desk.do("undo", mine, bucket)
        assert status == 0, shown
    assert snapshot(home, but=(HISTORY, ".cache/", ".duckdb", ".terraform.d", ".npm")) == before
    for values in (mine, theirs):
        assert shell.traces_of(values.secret) == []
        left = set(with_text(home, values.secret)) | set(with_text(work, values.secret))
        assert left <= {".aws/credentials"} and mine.secret not in str(before), left
    ran(client, version(client), "bash", "set up (prompt form), check, use, refusal, undo")


def make_bucket(home: Path, stack: Stack, values: Values, bucket: str) -> None:
    """Make a bucket for a client that makes none, with curl and a key on standard input."""
    config = f'user = "{values.access}:{values.secret}"\naws-sigv4 = "aws:amz:{values.region}:s3"\n'
    config += 'header = "x-amz-content-sha256: UNSIGNED-PAYLOAD"\nfail\nsilent\n'
    command = ["curl", "--config", "-", "--request", "PUT", f"https://{values.host}/{bucket}"]
    ca = {"CURL_CA_BUNDLE": str(stack.ca_file), "PATH": "/usr/bin:/bin", "HOME": str(home)}
    subprocess.run(command, input=config, text=True, env=ca, check=True)


def use(desk: Desk, values: Values, bucket: str) -> tuple[int, str]:
    if desk.client != "terraform":
        return desk.do("use", values, bucket)
    desk.do("use", values, bucket)
    keys = "env AWS_ACCESS_KEY_ID= AWS_SECRET_ACCESS_KEY="
    return desk.shell.run(f"{keys} terraform apply -auto-approve -no-color")


def refused(desk: Desk, values: Values, bucket: str) -> tuple[int, str]:
    if desk.client == "restic":
        # The repository is there; `init` would say so of a good key, too.
        [*_, step] = copied("restic", values, "use", bucket=bucket)
        return desk.shell.run(step.text)
    if desk.client == "terraform":
        return desk.shell.run(
            "env AWS_ACCESS_KEY_ID= AWS_SECRET_ACCESS_KEY= terraform state pull -no-color"
        )
    return desk.do("check", values, bucket)


def expect_done(client: str, work: Path, content: bytes, shown: str, ca_file: Path) -> None:
    if client == "terraform":
        assert "of-july" in shown
        assert not list(work.glob("*.tfstate"))
    elif client == "duckdb":
        assert "42" in shown
    elif client == "restic":
        [restored] = (path for path in work.rglob(FILE) if ".restored" in str(path))
        assert restored.read_bytes() == content
    else:
        assert FILE in shown
        assert (work / f"{FILE}.copy").read_bytes() == content
    if client in MAKE_LINKS:
        assert fetched(shown, ca_file) == content
