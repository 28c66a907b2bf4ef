"""What undoes a set-up leaves the reader's files as they were, byte for byte, in each shell."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from mkdocs_keyfill.clients import built_in
from mkdocs_keyfill.clients.client import Gap, Guard

from clients import BIN

VALUES = {
    "profile": "kna1",
    "region": "Kna1",
    "signing-region": "Kna1",
    "endpoint": "https://s3.cloud.example:8080",
    "host": "s3.cloud.example:8080",
    "access-key": "3f9c51a6d2e84b07a1c95e60b7d8f2a4",
    "secret-key": "0badc0de0badc0de0badc0de0badc0de",
    "project-id": "4f1c2d3e5a6b47889900aabbccddeeff",
    "addressing": "path",
    "path-style": "true",
    "mc-path": "on",
    "use-https": "true",
    "checksums": "when_required",
}
CREDENTIALS = (
    b"# mine\r\n[default]\r\naws_access_key_id = a\r\n\r\n; and\r\n[kna10]\r\nregion=x\r\n"
)
REMOTES = b"[other]\ntype = local\n\n# the end\n"
S3CMD = b"[default]\n"
CLIENTS = ["aws", "mc", "s3cmd", "rclone", "boto3"]


def text(client: str, section: str, form: str) -> str:
    """Fill the one text of a section for a POSIX shell; each value is plain."""
    [client_] = [one for one in built_in.load() if one.id == client]
    blocks = [step.block("posix", form) for step in client_.of(section)]
    [block] = [block for block in blocks if block]
    pieces = [piece for piece in block.text if not isinstance(piece, Guard)]
    return "".join(VALUES[p.slot] if isinstance(p, Gap) else str(p) for p in pieces)


def run(shell: str, home: Path, text: str) -> str:
    path = f"{BIN}:{os.environ['PATH']}"
    return subprocess.run(
        [shell, "-c", text],
        env={"HOME": str(home), "PATH": path},
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ).stdout


def files(home: Path) -> dict[str, bytes]:
    """Read all files, but for what mc makes by itself."""
    found = (file for file in home.rglob("*") if file.is_file() and ".mc" not in file.parts)
    return {str(file.relative_to(home)): file.read_bytes() for file in found}


def made(home: Path, credentials: bytes, remotes: bytes) -> Path:
    contents = {
        ".aws/credentials": credentials,
        ".config/rclone/rclone.conf": remotes,
        ".s3cfg": S3CMD,
    }
    for name, content in contents.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(content)
    return home


@pytest.fixture(params=["empty", "full", "without a last line end"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "empty":
        return tmp_path
    if request.param == "full":
        return made(tmp_path, CREDENTIALS, REMOTES)
    return made(tmp_path, CREDENTIALS.removesuffix(b"\r\n"), REMOTES.removesuffix(b"\n"))


@pytest.mark.parametrize("shell", ["bash", "dash", "zsh"])
@pytest.mark.parametrize("client", CLIENTS)
def test_nothing_of_a_set_up_is_left(client: str, shell: str, home: Path) -> None:
    if client == "mc":
        run(
            shell,
            home,
            "mc alias set mine https://mine.example aaaaaaaa bbbbbbbb --api S3v4",
        )
    before, aliases = files(home), run(shell, home, "mc alias list")
    run(shell, home, text(client, "set-up", "quick"))
    assert client == "mc" or any(VALUES["secret-key"].encode() in c for c in files(home).values())
    said = run(shell, home, text(client, "undo", "prompt"))
    assert files(home) == before
    assert run(shell, home, "mc alias list") == aliases
    assert "kna1" in said
    if client != "mc":
        # A second time there is nothing to do, and it says so.
        said = run(shell, home, text(client, "undo", "prompt"))
        assert "is not in" in said or "There is no file" in said
        assert files(home) == before


@pytest.mark.parametrize("credentials", [b"# mine", b"\n", b"[a]\nx = y", b"[a]\r\nx = y\r\n  ; z"])
@pytest.mark.parametrize("shell", ["bash", "dash", "zsh"])
def test_profiles_may_come_and_go_in_any_order(
    credentials: bytes, shell: str, tmp_path: Path
) -> None:
    home = made(tmp_path, credentials, REMOTES)
    before = files(home)
    set_up, undo = text("aws", "set-up", "quick"), text("aws", "undo", "prompt")
    other = {"kna1": "fra1", VALUES["access-key"]: "another-key"}
    for script in (set_up, changed(set_up, other), set_up, undo, changed(undo, other)):
        assert files(home).keys() == before.keys()
        run(shell, home, script)
    assert files(home) == before


def changed(script: str, words: Mapping[str, str]) -> str:
    for old, new in words.items():
        script = script.replace(f"'{old}'", f"'{new}'")
    return script


@pytest.mark.parametrize("shell", ["bash", "dash", "zsh"])
def test_what_is_not_clear_is_left_alone(shell: str, home: Path) -> None:
    run(shell, home, text("rclone", "set-up", "quick"))
    with (home / ".aws" / "credentials").open("ab") as file:
        file.write(b"[kna1]\n[ kna1 ]\n")
    before = files(home)
    undo = text("rclone", "undo", "prompt")
    told = run(shell, home, f"{undo} || true")
    assert "can be read in more than one way" in told and "Nothing was changed." in told
    assert files(home) == before


@pytest.mark.parametrize("shell", ["bash", "dash", "zsh"])
def test_a_link_stays_and_holds_no_secret(shell: str, home: Path) -> None:
    (home / "elsewhere").write_text("")
    (home / ".s3cfg-kna1").symlink_to(home / "elsewhere")
    run(shell, home, text("s3cmd", "set-up", "quick"))
    assert VALUES["secret-key"] in (home / "elsewhere").read_text()
    assert "It is a link" in run(shell, home, text("s3cmd", "undo", "prompt"))
    assert (home / ".s3cfg-kna1").is_symlink()
    assert (home / "elsewhere").read_bytes() == b""


@pytest.mark.parametrize("shell", ["bash", "dash", "zsh"])
def test_the_variables_are_gone(shell: str, home: Path) -> None:
    setup, undo = text("env", "set-up", "quick"), text("env", "undo", "prompt")
    # What the shell itself says of them, before and after.
    names = "env | grep -E '^(AWS|S3)_' | sort"
    assert VALUES["secret-key"] in run(shell, home, f"{setup}\n{names}")
    left = run(shell, home, f"{setup}\n{undo}\n{names} || true").splitlines()
    assert left[1:] == ["The key and the address of the store are gone from this shell."]
