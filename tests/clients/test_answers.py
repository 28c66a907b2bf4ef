"""What a reader sees after the test of a key: each answer, from the real clients and store.

The commands are those that readers copy. The answers are the table in `docs/readers.md`;
`tests/app/answers.rs` shows that it has what the panel says.
"""

from __future__ import annotations

import re
import socket
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from e2e.terminal import Terminal
from stack import Stack
from stack.store import SwiftStore

from . import AWS_V1, AWS_V2, BIN, PYTHON, trust
from .copied import Values, exported, proof

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "readers.md").read_text()
ASKED = "Secret key: "
BUCKET = "letters"


@dataclass(frozen=True)
class Client:
    tab: str
    name: str
    program: Path


CLIENTS = {
    "aws-v1": Client("aws", "aws", AWS_V1 / "aws"),
    "aws-v2": Client("aws", "aws", AWS_V2 / "aws"),
    "mc": Client("mc", "mc", BIN / "mc"),
    "s3cmd": Client("s3cmd", "s3cmd", BIN / "s3cmd"),
    "rclone": Client("rclone", "rclone", BIN / "rclone"),
    "boto3": Client("boto3", "python3", PYTHON),
    "env": Client("env", "aws", AWS_V1 / "aws"),
}


def answers() -> dict[str, list[str]]:
    """Return the first of each row's words, and all of them."""
    section = GUIDE.partition("\n## Test a key\n")[2].partition("\n## ")[0]
    rows = (
        re.findall("`([^`]+)`", line.split("|")[1]) for line in section.splitlines() if "|" in line
    )
    return {row[0]: row for row in rows if row}


@pytest.fixture(params=CLIENTS)
def client(request: pytest.FixtureRequest) -> Client:
    return CLIENTS[request.param]


@pytest.fixture(scope="module")
def values(stack: Stack) -> Iterator[Values]:
    """A good key of bob's."""
    credential = stack.identity.create_credential("bob", "demo")
    yield values_of(stack, credential)
    stack.identity.delete_credential("bob", credential["access"])


def values_of(stack: Stack, credential: Mapping[str, str]) -> Values:
    host = urlsplit(stack.s3_url).netloc
    return Values(credential["access"], credential["secret"], host)


@dataclass(frozen=True)
class Reader:
    """Somebody with a client, in an empty home, where other things may be set up."""

    client: Client
    directory: Path
    environment: Mapping[str, str]

    def test(self, values: Values) -> tuple[int, str]:
        """Copy the test and the secret key; return the status and what came after the prompt."""
        home = self.directory / "home"
        home.mkdir(exist_ok=True)
        programs = {self.client.name: self.client.program}
        with Terminal(home, programs, {"AWS_MAX_ATTEMPTS": "1", **self.environment}) as shell:
            shell.ask(proof(self.client.tab, values), ASKED)
            status, shown = shell.answer(values.secret)
            assert shell.files_with(values.secret) == []
        assert shell.traces_of(values.secret) == []
        # mc writes its own defaults at its first run.
        left = {path.relative_to(home).parts[0] for path in home.rglob("*") if path.is_file()}
        assert left <= {".bash_history", ".aws", ".mc"}, left
        # Colours, and how the terminal turns its bracketed paste on.
        return status, re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown.rpartition(ASKED)[2]).strip()


@pytest.fixture
def reader(stack: Stack, client: Client, tmp_path: Path) -> Reader:
    return Reader(client, tmp_path, trust(stack.ca_file))


def assert_answer(shown: str, wanted: str) -> None:
    """`shown` has a word of the answer `wanted`, and of no other one."""
    found = {
        answer
        for answer, words in answers().items()
        if any(word.lower() in shown.lower() for word in words)
    }
    assert found == {wanted}, shown


def test_the_answers_are_found() -> None:
    assert len(answers()) == 10


def test_no_buckets_yet(reader: Reader, values: Values) -> None:
    assert reader.test(values) == (0, "")


def test_buckets_are_listed_whatever_else_is_set_up(reader: Reader, stack: Stack) -> None:
    credential = stack.identity.create_credential("alice", "research")
    values = values_of(stack, credential)
    make = f"import boto3; boto3.client('s3').create_bucket(Bucket={BUCKET!r})"
    python(stack, values, make)
    aws = reader.directory / "home" / ".aws"
    aws.mkdir(parents=True)
    other = "aws_access_key_id = other\naws_secret_access_key = other\nregion = other\n"
    (aws / "credentials").write_text(f"[default]\n{other}[other]\n{other}")
    (aws / "config").write_text("[default]\nendpoint_url = https://s3.invalid\n")
    names = ("AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "AWS_ACCESS_KEY", "AWS_SECRET_KEY")
    profiles = {"AWS_PROFILE": "other", "AWS_DEFAULT_PROFILE": "other"}
    endpoint = {"AWS_ENDPOINT_URL_S3": "https://s3.invalid"}
    there = {**reader.environment, **dict.fromkeys(names, "other"), **profiles, **endpoint}
    status, shown = replace(reader, environment=there).test(values)
    stack.identity.delete_credential("alice", credential["access"])
    assert status == 0 and BUCKET in shown, shown
    assert not any(word.lower() in shown.lower() for words in answers().values() for word in words)


def test_a_checksum_that_is_refused(stack: Stack, values: Values) -> None:
    # Swift 2.38 takes the checksums that clients send by themselves, so here is one that none
    # does. A list has no checksum: the test of a key never sees this.
    import_and_put = (
        "import boto3; boto3.client('s3').put_object(Bucket='none', Key='x', Body=b'x',"
        " ChecksumAlgorithm='SHA512')"
    )
    assert_answer(python(stack, values, import_and_put), "XAmzContentSHA256Mismatch")


def python(stack: Stack, values: Values, code: str) -> str:
    """Run `code` with the variables of the key, and return what it said."""
    lines = exported("aur1-secret.env", values).splitlines()[1:]
    variables = dict(line.split("=", 1) for line in lines)
    return subprocess.run(
        [PYTHON, "-c", code],
        env={"PATH": "/usr/bin:/bin", **trust(stack.ca_file), **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ).stdout


def test_a_deleted_key(reader: Reader, stack: Stack) -> None:
    credential = stack.identity.create_credential("bob", "demo")
    stack.identity.delete_credential("bob", credential["access"])
    status, shown = reader.test(values_of(stack, credential))
    assert status != 0
    assert_answer(shown, "SignatureDoesNotMatch")


def test_another_secret(reader: Reader, values: Values) -> None:
    status, shown = reader.test(replace(values, secret="f" * 32))
    assert status != 0
    assert_answer(shown, "SignatureDoesNotMatch")


def test_no_role_in_the_project(reader: Reader, stack: Stack) -> None:
    token = stack.token("bob", "demo")
    research = stack.users["alice"].projects["research"]
    credential = stack.identity.create_credential_with(token, "bob", research)
    status, shown = reader.test(values_of(stack, credential))
    stack.identity.delete_credential("bob", credential["access"])
    assert status != 0
    assert_answer(shown, "SignatureDoesNotMatch")


def test_a_role_that_is_not_enough(reader: Reader, stack: Stack) -> None:
    token = stack.token("admin", "admin")
    demo = stack.users["carol"].projects["demo"]
    credential = stack.identity.create_credential_with(token, "carol", demo)
    status, shown = reader.test(values_of(stack, credential))
    assert status != 0
    assert_answer(shown, "AccessDenied")


def test_another_signing_region(reader: Reader, values: Values) -> None:
    status, shown = reader.test(replace(values, region="us-east-1"))
    if reader.client.tab in ("mc", "s3cmd"):
        # They try again with the region that the store names.
        assert (status, shown) == (0, "")
    else:
        assert status != 0 and values.region in shown
        assert_answer(shown, "AuthorizationHeaderMalformed")


def test_nobody_answers(reader: Reader, values: Values) -> None:
    with socket.socket() as holder:
        # Nobody else can open it meanwhile.
        holder.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{holder.getsockname()[1]}"
        status, shown = reader.test(replace(values, host=host))
    assert status != 0
    assert_answer(shown, "Could not connect")


def test_a_name_that_is_not_known(reader: Reader, values: Values) -> None:
    # RFC 6761: this name is never there.
    status, shown = reader.test(replace(values, host="s3.invalid:8080"))
    assert status != 0
    assert_answer(shown, "Could not connect")


def test_a_certificate_that_is_not_trusted(reader: Reader, values: Values) -> None:
    status, shown = replace(reader, environment={}).test(values)
    assert status != 0
    assert_answer(shown, "certificate")


def test_a_client_that_is_not_there(reader: Reader, values: Values) -> None:
    if reader.client.tab == "boto3":
        # Python is there, without boto3.
        client = replace(reader.client, program=Path("/usr/bin/python3"))
    else:
        client = replace(reader.client, name="another")
    # Where the terminal puts what it wraps, and nothing else.
    path = {"PATH": str(reader.directory / "home.bin")}
    status, shown = replace(reader, client=client, environment=path).test(values)
    assert status != 0
    assert_answer(shown, "command not found")


@pytest.fixture(scope="module")
def late(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A stack whose store is an hour ahead: a client is wrong then as if its own clock were.

    The store's, since nothing changes the clock of a Go program; only `time.time` is patched.
    """
    ahead = partial(SwiftStore, clock_seconds=3600)
    with Stack(
        tmp_path_factory.mktemp("late"), ["http://127.0.0.1:8000"], make_store=ahead
    ) as running:
        yield running


def test_a_wrong_clock(client: Client, late: Stack, tmp_path: Path) -> None:
    credential = late.identity.create_credential("bob", "demo")
    status, shown = Reader(client, tmp_path, trust(late.ca_file)).test(values_of(late, credential))
    assert status != 0
    assert_answer(shown, "RequestTimeTooSkewed")
