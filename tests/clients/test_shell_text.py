"""Every block for a shell, read by the shells that it is for, and easy to read and to paste."""

from __future__ import annotations

import re
import subprocess

import pytest
from mkdocs_keyfill.clients import built_in

from .copied import Values
from .native import ask, file, request
from .record import validated

VALUES = Values("ACCESS", "SECRETKEY", "s3-aur1.example:8080")
SECTIONS = ["set-up", "check", "use", "undo", "test"]
# What a page takes, and a shell must not.
OWN = {"bucket": "my-bucket", "object": 'it\'s $(a) "b"/c', "file": 'it\'s $(a) "b"/c'}
SHELLS = {"posix": ("bash", "dash", "zsh"), "fish": ("fish",)}
LONGEST = 88


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("client", built_in.ids())
def test_shells_can_parse_every_block(client: str, shell: str) -> None:
    forms = [request(client, VALUES, SECTIONS, shell, form, OWN) for form in ("prompt", "quick")]
    steps = {step for answer in ask(forms) for step in answer if step.language in ("bash", "fish")}
    for step in sorted(steps, key=lambda step: step.text):
        for program in SHELLS[shell]:
            command = [program, "-n", "/dev/stdin"] if shell == "posix" else [program, "-n"]
            done = subprocess.run(command, input=step.text, capture_output=True, text=True)
            # What is not filled begins with `!`, for which zsh ends with 1.
            status = done.returncode if step.is_filled else 0
            assert (status, done.stderr) == (0, ""), step.text
            validated(client, program, f"{program} -n")
    assert (steps == set()) is (client in ("cyberduck", "winscp"))


def test_an_error_is_seen() -> None:
    for program in ("bash", "dash", "zsh", "fish"):
        command = [program, "-n"] if program == "fish" else [program, "-n", "/dev/stdin"]
        done = subprocess.run(command, input="if true\n", capture_output=True, text=True)
        assert done.stderr, program


@pytest.mark.parametrize("client", built_in.ids())
def test_blocks_are_easy_to_read_and_to_paste(client: str) -> None:
    for step in file(client).steps:
        assert step.lead.endswith(".") and "  " not in step.lead
        for block in step.blocks:
            text = block.fence.text
            assert text and not text.endswith("\n")
            for line in text.splitlines():
                assert line == line.rstrip() and "\t" not in line, line
                assert len(line) <= LONGEST, line
            if block.fence.language == "bash":
                # bash 3.2 takes `!x` for an event of its history, also within quotes.
                assert re.findall(r"![^ =]", text) == []


@pytest.mark.parametrize("client", built_in.ids())
def test_the_secret_key_stands_by_itself_or_in_the_quick_form(client: str) -> None:
    for step in file(client).steps:
        for block in step.blocks:
            if "<secret-key>" in block.fence.text and block.form != "quick":
                assert block.fence.text == "<secret-key>", step.id


@pytest.mark.parametrize("client", built_in.ids())
def test_what_is_said_of_the_secret_key_is_no_lie(client: str) -> None:
    """Where a set-up asks for it, the block to paste there comes next."""
    steps = [step for step in file(client).steps if step.section == "set-up"]
    for step, after in zip(steps, [*steps[1:], None], strict=True):
        asks = any("ecret key" in b.fence.text and b.form == "prompt" for b in step.blocks)
        if asks and step.id != "paste-secret":
            assert after is not None and after.id == "paste-secret", step.id
