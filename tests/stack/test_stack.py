"""The stack does what the end-to-end tests build on."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import stat
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from clients import PYTHON, trust
from stack import Stack, StartError

from .conftest import ORIGIN

DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
BOTO3 = """
import sys, boto3, botocore.exceptions
url, region, access, secret, do = sys.argv[1:]
s3 = boto3.client("s3", endpoint_url=url, region_name=region,
                  aws_access_key_id=access, aws_secret_access_key=secret)
try:
    if do == "put":
        s3.create_bucket(Bucket="letters")
        s3.put_object(Bucket="letters", Key="first", Body=b"hello")
    if do == "locate":
        print(s3.get_bucket_location(Bucket="letters")["LocationConstraint"])
        sys.exit()
    print(s3.get_object(Bucket="letters", Key="first")["Body"].read().decode())
except botocore.exceptions.ClientError as error:
    print(error.response["Error"]["Code"])
"""


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a directory for the tests that start and stop; the first one there fills it."""
    return tmp_path_factory.mktemp("restarted")


def boto3(
    stack: Stack, credential: dict[str, Any], do: str, region: str = "", url: str = ""
) -> str:
    where = [url or stack.s3_url, region or stack.region]
    arguments = [*where, credential["access"], credential["secret"], do]
    return subprocess.run(
        [PYTHON, "-c", BOTO3, *arguments],
        check=True,
        capture_output=True,
        text=True,
        # No configuration of the person who runs this.
        env={"PATH": os.environ["PATH"], **trust(stack.ca_file)},
    ).stdout.strip()


def status(error: pytest.ExceptionInfo[urllib.error.HTTPError]) -> int:
    return error.value.code


def all_end(processes: Sequence[int]) -> bool:
    """Wait for the end of each process, given by a descriptor, since its number may be reused."""
    return all(select.select([process], [], [], 60)[0] for process in processes)


def is_open(url: str) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", urlsplit(url).port)) == 0


def test_credential_works_until_it_is_deleted(stack: Stack) -> None:
    credential = stack.identity.create_credential("alice", "demo")
    assert boto3(stack, credential, "put") == "hello"
    assert [c["access"] for c in stack.credentials("alice")] == [credential["access"]]
    stack.identity.delete_credential("alice", credential["access"])
    assert stack.credentials("alice") == []
    assert boto3(stack, credential, "get") == "SignatureDoesNotMatch"


def test_reader_may_not_make_a_credential(stack: Stack) -> None:
    with pytest.raises(urllib.error.HTTPError) as error:
        stack.identity.create_credential("carol", "demo")
    assert status(error) == 403
    assert stack.credentials("carol") == []


def test_revoked_token_is_refused(stack: Stack) -> None:
    token = stack.token("bob", "demo")
    stack.revoke(token)
    with pytest.raises(urllib.error.HTTPError) as error:
        stack.revoke(token)
    assert status(error) == 401


def test_catalog_names_the_store(stack: Stack) -> None:
    token = stack.token("bob", "demo")
    request = urllib.request.Request(
        f"{stack.keystone_url}/auth/catalog", headers={"X-Auth-Token": token}
    )
    catalog = json.load(DIRECT.open(request, timeout=240))["catalog"]
    project = stack.users["bob"].projects["demo"]
    assert next(iter(stack.s3_regions.items())) == (stack.region, stack.s3_url)
    assert list(stack.s3_regions) == ["Aur1", "Aur2"]
    assert len(set(stack.s3_regions.values())) == 2
    for region, s3_url in stack.s3_regions.items():
        urls = {
            s["type"]: [e["url"] for e in s["endpoints"] if e["region_id"] == region]
            for s in catalog
        }
        assert urls == {
            "identity": [stack.keystone_url],
            "s3": [s3_url],
            "object-store": [f"{s3_url}/v1/AUTH_{project}"],
        }


def test_both_regions_know_their_name_and_show_the_same_buckets(stack: Stack) -> None:
    credential = stack.identity.create_credential("greta", "mirror")
    assert boto3(stack, credential, "put") == "hello"
    for region, url in stack.s3_regions.items():
        assert boto3(stack, credential, "get", region, url) == "hello"
        assert boto3(stack, credential, "locate", region, url) == region


@pytest.mark.parametrize(
    ("origin", "answer"), [(ORIGIN, ORIGIN), ("http://127.0.0.1:8001", None), (ORIGIN + "/", None)]
)
def test_only_the_given_origins_may_call(stack: Stack, origin: str, answer: str | None) -> None:
    headers = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    request = urllib.request.Request(
        f"{stack.keystone_url}/auth/tokens", headers=headers, method="OPTIONS"
    )
    with DIRECT.open(request, timeout=240) as reply:
        assert reply.headers["Access-Control-Allow-Origin"] == answer


def test_second_stack_in_one_directory_is_refused(stack: Stack) -> None:
    with pytest.raises(StartError, match="another stack"):
        Stack(stack.directory, [ORIGIN]).start()
    assert stack.token("bob", "demo")


def test_taken_port_is_named(stack: Stack, tmp_path: Path) -> None:
    port = urlsplit(stack.s3_url).port
    assert port is not None
    with pytest.raises(StartError, match=f"port {port} "):
        Stack(tmp_path, [ORIGIN], s3_port=port).start()


def test_second_start_keeps_everything_and_stop_leaves_nothing(directory: Path) -> None:
    with Stack(directory, [ORIGIN]) as stack:
        credential = stack.identity.create_credential("alice", "demo")
        boto3(stack, credential, "put")
        state = directory / "state.json"
        assert stat.S_IMODE(state.stat().st_mode) == 0o600
        pids = json.loads(state.read_text())["pids"]
        processes = [os.pidfd_open(pids[name]) for name in ("keystone", "swift")]
    assert all_end(processes)
    assert not is_open(stack.keystone_url) and not is_open(stack.s3_url)
    assert not state.exists()

    with Stack(directory, [ORIGIN], credential_limit=1) as again:
        assert again.users == stack.users
        assert boto3(again, credential, "get") == "hello"
        again.identity.create_credential("dave", "demo")
        with pytest.raises(urllib.error.HTTPError) as error:
            again.identity.create_credential("dave", "demo")
        assert status(error) == 403


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_no_process_outlives_the_launcher(directory: Path, how: signal.Signals) -> None:
    command = [sys.executable, "-m", "stack", "up", "--dir", str(directory), "--origin", ORIGIN]
    tests = Path(__file__).parent.parent
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(tests)}
    ) as launcher:
        assert launcher.stdout is not None
        assert any(line.startswith("ready in") for line in launcher.stdout)
        state = json.loads((directory / "state.json").read_text())
        assert state["pids"]["launcher"] == launcher.pid
        processes = [os.pidfd_open(pid) for pid in state["pids"].values()]
        launcher.send_signal(how)
        assert all_end(processes)
    assert launcher.returncode == (-how if how == signal.SIGKILL else 0)
    assert not is_open(state["keystone_url"]) and not is_open(state["s3_url"])


def test_data_for_other_people_is_made_anew(directory: Path) -> None:
    """What stands here is as an earlier version of the project left it."""
    seeded, stopped = directory / "keystone" / "seeded.json", directory / "stopped.json"
    seeded.write_text(json.dumps({"alice": {"id": "1", "projects": {"demo": "2"}}}))
    state = json.loads((directory / "state.json" if not stopped.exists() else stopped).read_text())
    passwords = {"admin": state["passwords"]["admin"], "alice": state["passwords"]["alice"]}
    stopped.write_text(json.dumps({"passwords": passwords}))
    (directory / "state.json").unlink(missing_ok=True)
    with Stack(directory, [ORIGIN]) as stack:
        assert stack.users["alice"].password == passwords["alice"]
        assert stack.token("alice", "demo") and stack.token("erin", "demo")
