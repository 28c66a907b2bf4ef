"""The downloaded files, read by the programs that they are for."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from e2e.terminal import Terminal
from stack import Stack

from . import AWS_V1, AWS_V2, BIN, PYTHON, trust
from .copied import Values, exported

OPENSTACK = PYTHON.parents[2] / "stack" / "bin" / "openstack"
# Signs in, and says as whom.
WHO = "token issue -f value -c user_id -c project_id"
BUCKET = "exported"
LIST_WITH_BOTO3 = """
import boto3
print(*(bucket["Name"] for bucket in boto3.client("s3").list_buckets()["Buckets"]))
"""


@pytest.fixture(scope="module")
def values(stack: Stack) -> Iterator[Values]:
    """A key of alice's, in a project with a bucket."""
    credential = stack.identity.create_credential("alice", "research")
    alice = stack.users["alice"]
    values = Values(
        credential["access"],
        credential["secret"],
        urlsplit(stack.s3_url).netloc,
        project=alice.projects["research"],
        user=alice.id,
        keystone=stack.keystone_url,
    )
    make = f"import boto3; boto3.client('s3').create_bucket(Bucket={BUCKET!r})"
    run(stack, PYTHON, "-c", make, variables=dotenv(exported("aur1-secret.env", values)))
    yield values
    stack.identity.delete_credential("alice", credential["access"])


def run(
    stack: Stack,
    *command: str | Path,
    home: Path = Path("/nonexistent"),
    variables: Mapping[str, str] | None = None,
) -> str:
    """Run `command` without anything that the person who runs this has set up."""
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(home), **trust(stack.ca_file)}
    done = subprocess.run(
        command, env={**environment, **(variables or {})}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def dotenv(text: str) -> dict[str, str]:
    """Read lines as `docker --env-file` does: all after the first `=` is the value."""
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return dict(line.split("=", 1) for line in lines)


@pytest.mark.parametrize("already", ["", "[other]\naws_access_key_id = x"])
def test_the_profile_alone_is_enough(
    stack: Stack, values: Values, tmp_path: Path, already: str
) -> None:
    (tmp_path / ".aws").mkdir()
    # The last line of what was there need not end.
    (tmp_path / ".aws" / "credentials").write_text(
        already + exported("aws-aur1-secret.ini", values)
    )
    for aws in (AWS_V1 / "aws", AWS_V2 / "aws"):
        assert BUCKET in run(stack, aws, "--profile", "aur1", "s3", "ls", home=tmp_path)
    profile = {"AWS_PROFILE": "aur1"}
    listed = run(stack, PYTHON, "-c", LIST_WITH_BOTO3, home=tmp_path, variables=profile)
    assert BUCKET in listed.split()
    (tmp_path / "hello").write_text("hello")
    cp = ("s3", "cp", str(tmp_path / "hello"), f"s3://{BUCKET}/hello")
    run(stack, AWS_V2 / "aws", "--profile", "aur1", *cp, home=tmp_path)
    # The Go libraries read the same file.
    remote = f":s3,provider=Ceph,env_auth,profile=aur1,region=Aur1,endpoint='{stack.s3_url}':"
    assert "hello" in run(stack, BIN / "rclone", "ls", remote + BUCKET, home=tmp_path)


def test_rclone_reads_its_remote(stack: Stack, values: Values, tmp_path: Path) -> None:
    config = tmp_path / "rclone.conf"
    config.write_text("[other]\ntype = local" + exported("rclone-aur1-secret.conf", values))
    rclone = (BIN / "rclone", "--config", config)
    assert run(stack, *rclone, "listremotes").split() == ["aur1:", "other:"]
    assert BUCKET in run(stack, *rclone, "lsd", "aur1:")


def test_s3cmd_reads_its_file(stack: Stack, values: Values, tmp_path: Path) -> None:
    config = tmp_path / "config"
    config.write_text(exported("s3cfg-aur1-secret.ini", values))
    assert f"s3://{BUCKET}" in run(stack, BIN / "s3cmd", "-c", config, "ls")


def test_the_variables_mean_the_same_to_everybody(
    stack: Stack, values: Values, tmp_path: Path
) -> None:
    text = exported("aur1-secret.env", values)
    (tmp_path / "file.env").write_text(text)
    expected = dotenv(text)
    assert expected["AWS_SECRET_ACCESS_KEY"] == values.secret
    print_all = "import os, json; print(json.dumps(dict(os.environ)))"
    for shell in ("bash", "dash", "zsh"):
        script = f"set -a; . {tmp_path}/file.env; {PYTHON} -c '{print_all}'"
        told = json.loads(run(stack, shell, "-c", script))
        assert {name: told[name] for name in expected} == expected, shell
    assert BUCKET in run(stack, PYTHON, "-c", LIST_WITH_BOTO3, variables=expected)


def test_a_cloud_signs_in_with_a_password(stack: Stack, values: Values, tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / ".config" / "openstack").mkdir(parents=True)
    text = exported("clouds-aur1-no-secret.yaml", values)
    (home / ".config" / "openstack" / "clouds.yaml").write_text(text)
    password = stack.users["alice"].password
    with Terminal(home, {"openstack": OPENSTACK}, {}) as shell:
        shell.ask(f"openstack --os-cloud aur1 {WHO}", "Password: ")
        status, shown = shell.answer(password)
        assert status == 0, shown
        assert values.user in shown and values.project in shown
        shown = shell.run("openstack --os-cloud aur1 configuration show -f value -c region_name")[1]
        assert "Aur1" in shown
    assert shell.traces_of(password) == []


def test_an_openrc_asks_for_the_password(stack: Stack, values: Values, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "openrc").write_text(exported("openrc-aur1-no-secret.sh", values))
    password = stack.users["alice"].password
    # What was loaded before is for another project.
    before = {"OS_PROJECT_NAME": "other", "OS_TOKEN": "other", "OS_USERNAME": "other"}
    with Terminal(home, {"openstack": OPENSTACK}, before) as shell:
        shell.ask("source openrc", "Password: ")
        assert shell.answer(password)[0] == 0
        status, shown = shell.run(f"openstack {WHO}")
        assert status == 0, shown
        assert values.user in shown and values.project in shown
        # There is an echo again.
        assert shell.run("stty -a | grep -qw -- '-echo'")[0] == 1
    assert shell.traces_of(password) == []
