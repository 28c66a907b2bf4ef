"""The main path: from an open page to objects in the store, with each client."""

from __future__ import annotations

import secrets
import stat
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from clients import AWS_V1, AWS_V2, BIN, PYTHON, trust
from stack import Stack

from .panel import Panel
from .terminal import Terminal

ASKED = "Secret key: "
FILE = "hello.txt"


@dataclass(frozen=True)
class Case:
    """A client: its tab, its program, and how its first command asks for the secret key."""

    tab: str
    program: Path
    asked: str = ASKED
    keeps_a_file: bool = True


CASES = {
    "aws-v1": Case("aws", AWS_V1 / "aws"),
    "aws-v2": Case("aws", AWS_V2 / "aws"),
    "mc": Case("mc", BIN / "mc", asked="Enter Secret Key: "),
    "s3cmd": Case("s3cmd", BIN / "s3cmd"),
    "rclone": Case("rclone", BIN / "rclone"),
    "boto3": Case("boto3", PYTHON),
    "env": Case("env", AWS_V1 / "aws", keeps_a_file=False),
}


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    return CASES[request.param]


@pytest.fixture
def bucket() -> str:
    return f"bucket-{secrets.token_hex(4)}"


def terminal(case: Case, home: Path, stack: Stack) -> Terminal:
    home.mkdir()
    return Terminal(home, {case.program.name: case.program}, trust(stack.ca_file))


def prove(shell: Terminal, check: str) -> tuple[int, str]:
    """Do what proves the key, which is a line for a shell or a program for Python."""
    if not check.startswith("#"):
        return shell.run(check)
    (shell.home / "check.py").write_text(check)
    return shell.run("python check.py")


def use(shell: Terminal, check: str, use: str) -> tuple[int, str]:
    """Do what the last step of a client says, and return what was shown of it."""
    (shell.home / FILE).write_text(content := secrets.token_hex(64))
    shown = ""
    if check.startswith("#"):
        # Python: one step makes the client, the next uses it.
        (shell.home / "use.py").write_text(f"{check}\n{use}")
        lines = ["python use.py"]
    else:
        lines = [line for line in use.splitlines() if line]
    for line in lines:
        status, text = shell.run(line)
        shown += text
        assert status == 0, shown
    assert (shell.home / f"{FILE}.copy").read_text() == content
    # Once in the command that lists, or in Python's output.
    assert FILE in text or shown.count(FILE) > 1
    return status, shown


def test_copied_commands_work_until_the_key_is_deleted(
    panel: Panel, stack: Stack, case: Case, bucket: str, tmp_path: Path
) -> None:
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    panel.choose_tab(case.tab)
    command, secret, check, more = panel.copy_steps(bucket=bucket, file=FILE)
    (real,) = stack.credentials("alice")
    assert real["access"] == access
    assert (real["secret"] == secret) is True
    assert any(secret in text for text in (command, check, more)) is False

    with terminal(case, tmp_path / "home", stack) as shell:
        shell.ask(command, case.asked)
        status, shown = shell.answer(secret)
        assert status == 0, shown
        assert " ready" in shown, shown
        status, shown = prove(shell, check)
        assert status == 0, shown
        use(shell, check, more)
        files = shell.files_with(secret)
        assert bool(files) is case.keeps_a_file
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} <= {0o600}

        panel.delete(access)
        status, shown = prove(shell, check)
        assert status != 0, shown
        assert "SignatureDoesNotMatch" in shown or "signature" in shown.lower(), shown
    assert shell.traces_of(secret) == []
    # What the tab without a file is for is just that.
    assert (secret in shell.environments()) is not case.keeps_a_file
    assert case.program.name in shell.calls()
    assert stack.credentials("alice") == []


def test_the_quick_form_warns_and_works(
    panel: Panel, stack: Stack, bucket: str, tmp_path: Path
) -> None:
    panel.sign_in(stack.token("alice", "demo"))
    panel.create()
    panel.option("Quick form").click()
    expect(panel.root.locator(".keyfill-warning")).to_contain_text(
        "It stays in your shell's history"
    )
    command, check, more = panel.copy_steps(bucket=bucket, file=FILE)
    (real,) = stack.credentials("alice")
    with terminal(CASES["aws-v1"], tmp_path / "home", stack) as shell:
        status, shown = shell.run(command)
        assert status == 0 and "Profile aur1 is ready in " in shown
        use(shell, check, more)
    # What the warning says is true; and the test of the other form would have seen it.
    assert len(shell.traces_of(real["secret"])) >= 2


def test_every_quick_form_holds_the_secret_in_its_one_command(panel: Panel, stack: Stack) -> None:
    panel.sign_in(stack.token("alice", "demo"))
    panel.create()
    (real,) = stack.credentials("alice")
    panel.option("Quick form").click()
    for tab in ("mc", "s3cmd", "rclone", "boto3", "env"):
        panel.choose_tab(tab)
        command, *steps = panel.copy_steps()
        assert [text.count(real["secret"]) for text in (command, *steps)] == [1] + [0] * len(steps)
        assert (real["secret"] in panel.root.inner_html()) is False
