"""Each client in each shell, form and kind of home, from the set-up to the undo.

What a reader copies is pasted into a real shell on a terminal, with the real program and store: the
client is set up, checked and used, its key is deleted and refused, and the home is then what it was
before, byte for byte. Each two choices meet here; `KEYFILL_TIMES` above 1 takes all with all.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from soaking import SOAKS
from stack import Stack

from . import AWS_V1, AWS_V2, BIN, PYTHON, fish, pairwise
from .copied import Values
from .doing import FIND_A_BUCKET, VARIABLES, Doing, make_bucket
from .homes import OLD, S3CFG, Home, homes
from .links import MAKE_LINKS, fetched
from .native import FILE, Copied, copied
from .places import snapshot, trust_more, with_text
from .programs_tried import version
from .record import ran
from .test_set_up import OURS, PROMPT, THEIRS, Reader, keys

__all__ = ["keys"]

NODE_PROGRAM = Path(shutil.which("node") or "node")
# Each with its tab, and the programs that the commands call.
CLIENTS: dict[str, tuple[str, dict[str, Path]]] = {
    "aws-v1": ("aws", {"aws": AWS_V1 / "aws"}),
    "aws-v2": ("aws", {"aws": AWS_V2 / "aws"}),
    "mc": ("mc", {"mc": BIN / "mc"}),
    "s3cmd": ("s3cmd", {"s3cmd": BIN / "s3cmd"}),
    "rclone": ("rclone", {"rclone": BIN / "rclone"}),
    "boto3": ("boto3", {"python3": PYTHON}),
    "env": ("env", {"aws": AWS_V2 / "aws"}),
    "s5cmd": ("s5cmd", {"s5cmd": BIN / "s5cmd"}),
    "curl": ("curl", {"curl": Path("/usr/bin/curl")}),
    "restic": ("restic", {"restic": Path("/usr/bin/restic")}),
    "s3fs": ("s3fs", {"s3fs": Path("/usr/bin/s3fs")}),
    "duckdb": ("duckdb", {"duckdb": BIN / "duckdb"}),
    "terraform": ("terraform", {"terraform": BIN / "terraform"}),
    "sdk-js": ("sdk-js", {"node": NODE_PROGRAM}),
}
SHELLS = ("bash", "dash", "zsh", "fish")
FORMS = ("prompt", "quick")
# An old profile is replaced, so its home is not what it was: `test_set_up.py` has that.
ODD = ("crlf", "linked", "elsewhere")
HOMES = ("empty", "full", "odd", "other")
CHOICES = {"client": [*CLIENTS], "shell": SHELLS, "form": FORMS, "home": HOMES}
# `docs/clients.md` has what each says of a key that is gone.
REFUSED = {"duckdb": "403", "restic": "Access Denied", "s3fs": ""}
ASKED = {"mc": "Enter Secret Key: "}
ASKED_IN_FISH = {"mc": "Enter Secret Key: ", "env": fish.ASKED_BY_FISH}
LISTS_NO_BUCKETS = ("restic", *FIND_A_BUCKET)
# Histories, and what the programs themselves write at their first run.
KEPT: tuple[str, ...] = (
    ".bash_history",
    ".mc/",
    ".mcli/",
    "keys/mc/",
    ".cache/",
    ".duckdb",
    ".terraform.d",
)
KEPT += (".local/", ".config/fish/", ".npm")
HISTORIES = (".bash_history", ".local/share/fish/fish_history")


@dataclass(frozen=True)
class Case:
    client: str
    shell: str
    form: str
    home: str

    @property
    def bucket(self) -> str:
        return f"each-{self.client}-{self.shell}-{self.form}-{self.home}"


def cases() -> list[Case]:
    if SOAKS:
        every = {**CHOICES, "home": ("empty", "full", *ODD, "other")}
        return [Case(*each) for each in pairwise.whole(every)]
    odd = (ODD[at % len(ODD)] for at in range(len(CLIENTS) * len(SHELLS)))
    picked = [Case(*each) for each in pairwise.cases(CHOICES)]
    return [
        Case(
            each.client,
            each.shell,
            each.form,
            next(odd) if each.home == "odd" else each.home,
        )
        for each in picked
    ]


@dataclass
class Desk:
    """A reader with a client, a shell and a key."""

    case: Case
    reader: Reader
    doing: Doing
    values: Values

    @property
    def tab(self) -> str:
        return CLIENTS[self.case.client][0]

    def of(self, section: str) -> list[Copied]:
        case = self.case
        steps = copied(
            self.tab,
            self.values,
            section,
            shell=case.shell,
            form=case.form,
            bucket=case.bucket,
        )
        assert all(step.is_filled for step in steps), steps
        return steps

    def set_up(self) -> list[tuple[str, str]]:
        """Return what is pasted, and at which prompt: none is that of the shell."""
        command, *secret = self.of("set-up")
        asked = (
            ASKED_IN_FISH.get(self.tab, fish.ASKED)
            if self.case.shell == "fish"
            else (ASKED.get(self.tab, "\nSecret key: "))
        )
        return [("", command.text), *((asked, step.text) for step in secret)]

    def answered(self, section: str) -> tuple[str, str]:
        """Return what does the steps of a section, and keeps their answer in a file of its name."""
        commands = "\n".join(self.doing.commands(self.of(section)))
        return "", self.kept(f"cd {self.doing.work}\n{commands}", section)

    def kept(self, commands: str, name: str) -> str:
        answer = self.doing.work.parent / name
        if self.case.shell == "fish":
            return f"begin\n{commands}\nend > {answer} 2>&1; echo status $status >> {answer}"
        return f"{{ {commands}\n}} > {answer} 2>&1; echo status $? >> {answer}"

    def answer(self, name: str) -> tuple[str, str]:
        """Return the status that was kept, and what was said."""
        said, _, status = (self.doing.work.parent / name).read_text().rpartition("status ")
        return status.strip(), said

    def paste(self, *steps: tuple[str, str]) -> str:
        if self.case.shell == "fish":
            texts = [text if not asked else (asked, text) for asked, text in steps]
            return fish.paste(texts, self.reader.home, self.reader.environment)
        return self.reader.paste(*((asked or PROMPT, text) for asked, text in steps))


@pytest.fixture
def mine(stack: Stack) -> Iterator[Values]:
    """A key of one test's own, in the project of `OURS`: it may be deleted."""
    made = stack.identity.create_credential("alice", "demo")
    region, url = next(iter(stack.s3_regions.items()))
    yield Values(made["access"], made["secret"], urlsplit(url).netloc, region)
    if any(each["access"] == made["access"] for each in stack.identity.credentials("alice")):
        stack.identity.delete_credential("alice", made["access"])


def home_of(case: Case, theirs: Values) -> Home:
    """Return the home of a case, without what the set-up takes away or must change."""
    home = homes(theirs)[case.home]
    home.files.pop(S3CFG, None)
    home.links.pop(S3CFG, None)
    # An old profile is replaced, so the home would not be what it was.
    for path, content in home.files.items():
        home.files[path] = content.replace(OLD.replace("\n", "\r\n").encode(), b"")
    return home


@pytest.mark.parametrize("case", cases(), ids=lambda case: "-".join(vars(case).values()))
def test_the_client_works_until_its_key_is_deleted_and_is_undone(
    stack: Stack, keys: tuple[Values, Values], mine: Values, case: Case, tmp_path: Path
) -> None:
    kind = home_of(case, keys[1])
    kind.make(tmp_path / "home")
    variables = {**trust_more(stack.ca_file), **kind.variables, **VARIABLES}
    reader = Reader(tmp_path, stack, case.shell, variables)
    tab, programs = CLIENTS[case.client]
    reader.install(programs)
    doing = Doing(tab, tmp_path / "work", stack.ca_file)
    doing.prepare()
    (doing.work / FILE).write_bytes(content := os.urandom(100_000))
    if tab in FIND_A_BUCKET:
        make_bucket(reader.home, stack, mine, case.bucket)
    before = snapshot(reader.home)
    desk = Desk(case, reader, doing, mine)

    shown = desk.paste(*desk.set_up(), desk.answered("check"))
    status, said = desk.answer("check")
    assert status == "0", shown + said
    if tab not in LISTS_NO_BUCKETS:
        assert (OURS in said, THEIRS in said) == (True, False), shown + said
    # mc asks before it turns the echo off, and this is faster than a reader.
    assert (mine.secret in shown) is (case.form == "quick") or tab == "mc", shown
    use(desk, shown, content)
    stack.identity.delete_credential("alice", mine.access)
    refused(desk)
    shown = desk.paste(("", desk.of("undo")[0].text))
    after = snapshot(reader.home, but=KEPT)
    wanted = {name: text for name, text in before.items() if not name.startswith(KEPT)}
    assert after == wanted, shown
    left = [*with_text(reader.home, mine.secret), *with_text(doing.work, mine.secret)]
    assert [path for path in left if path not in HISTORIES] == [], shown
    assert case.form == "quick" or left == [], shown
    ran(
        tab,
        version(tab),
        case.shell,
        f"set up ({case.form} form), check, use, refusal, undo",
    )


def again(desk: Desk) -> list[tuple[str, str]]:
    """Return what sets up a client whose set-up ends with its shell."""
    return desk.set_up() if desk.tab == "env" else []


def use(desk: Desk, shown: str, content: bytes) -> None:
    """Use the client as the page says, and as what was shown told the reader to."""
    # The terminal shows the command, too, and breaks its lines anywhere.
    names = r"((?:unset|set -e)(?: [A-Za-z]\w*)+)$"
    told = re.search(f"outranked until you run: {names}", shown, re.MULTILINE)
    first = [("", told[1])] if told else []
    shown = desk.paste(*again(desk), *first, desk.answered("use"))
    status, said = desk.answer("use")
    assert status == "0", shown + said
    work = desk.doing.work
    if desk.tab == "terraform":
        assert "of-july" in said and not list(work.glob("*.tfstate")), said
    elif desk.tab == "duckdb":
        assert "42" in said
    elif desk.tab == "restic":
        [restored] = (path for path in work.rglob(FILE) if ".restored" in str(path))
        assert restored.read_bytes() == content
    else:
        assert FILE in said, said
        assert (work / f"{FILE}.copy").read_bytes() == content, said
    if desk.tab in MAKE_LINKS:
        assert fetched(said, desk.doing.ca_file) == content


def refused(desk: Desk) -> None:
    """Check the client once more: it says that the key is gone, as the guide has it."""
    # For restic the repository is there, and `init` would say so of a good key, too.
    section = "use" if desk.tab in ("restic", "terraform") else "check"
    shown = desk.paste(*again(desk), desk.answered(section))
    status, said = desk.answer(section)
    assert status != "0", shown + said
    assert re.search(REFUSED.get(desk.tab, "(?i)SignatureDoesNotMatch|signature"), said), said
