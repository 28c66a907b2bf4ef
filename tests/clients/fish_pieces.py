"""Writes the pieces for fish that run a script of the other shells: python -m clients.fish_pieces

fish has another syntax, and no tool of its own for what `merged.sh` does. So it runs the same
script with `sh`, as one argument in single quotes. The values are arguments behind it, since
nothing can be quoted within quotes, and the secret key of the quick form comes through standard
input.
"""

from __future__ import annotations

import re
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]

CLIENTS = REPOSITORY / "mkdocs-plugin" / "src" / "mkdocs_keyfill" / "clients"
PIECES = CLIENTS / "pieces"

# The pieces, and where the script stands that each of them runs: client, and step.
MADE = {
    "profile-prompt": ("aws", "aws-prompt"),
    "profile-quick": ("aws", "aws-quick"),
    "profile-undo": ("aws", "profile-undo"),
    "mc-prompt": ("mc", "mc-prompt"),
    "mc-quick": ("mc", "mc-quick"),
    "mc-undo": ("mc", "mc-undo"),
    "s3cmd-prompt": ("s3cmd", "s3cmd-prompt"),
    "s3cmd-quick": ("s3cmd", "s3cmd-quick"),
    "s3cmd-undo": ("s3cmd", "s3cmd-undo"),
    "rclone-prompt": ("rclone", "rclone-prompt"),
    "rclone-quick": ("rclone", "rclone-quick"),
    "rclone-undo": ("rclone", "rclone-undo"),
    "curl-prompt": ("curl", "curl-prompt"),
    "curl-quick": ("curl", "curl-quick"),
    "curl-undo": ("curl", "s3cmd-undo"),
    "s3fs-prompt": ("s3fs", "s3fs-prompt"),
    "s3fs-quick": ("s3fs", "s3fs-quick"),
    "s3fs-undo": ("s3fs", "s3fs-undo"),
    "aws-test": ("aws", "test"),
    "mc-test": ("mc", "mc-test"),
    "s3cmd-test": ("s3cmd", "s3cmd-test"),
    "rclone-test": ("rclone", "test"),
    "boto3-test": ("boto3", "test"),
    "s5cmd-test": ("s5cmd", "test"),
    "curl-test": ("curl", "curl-test"),
    "duckdb-test": ("duckdb", "duckdb-test"),
    "restic-test": ("restic", "restic-test"),
    "s3fs-test": ("s3fs", "s3fs-test"),
    "terraform-test": ("terraform", "terraform-test"),
    "sdk-js-test": ("sdk-js", "sdk-js-test"),
}
# A value in single quotes, with what else is in them, and the variable that it is given to.
_VALUE = re.compile(r"(?:\b(\w+)=)?'([^'\n]*<[a-z0-9-]+>[^'\n]*)'")
LINE = 88


def main() -> None:
    for name in MADE:
        (PIECES / f"{name}.fish").write_text(made(name))


def made(name: str) -> str:
    """Return the text of a piece."""
    return for_fish(script(*MADE[name]))


def script(client: str, step: str) -> str:
    """Return the script of a step for the other shells as fish says it, without its guards."""
    text = (CLIENTS / f"{client}.md").read_text()
    block = text.partition(f"\n{{: #{step} }}\n")[2].partition("```")[2].partition("```")[0]
    # fish has no `unset`.
    return included(block.partition("\n")[2]).replace("you run: unset", "you run: set -e")


def included(text: str) -> str:
    """Put pieces into the places where they are named, but for guards."""

    def piece(line: re.Match[str]) -> str:
        return "" if line[1].startswith("guard") else included((PIECES / line[1]).read_text())

    return re.sub(r'^--8<-- "([^"\n]+)"\n', piece, text, flags=re.MULTILINE)


def for_fish(text: str) -> str:
    """Turn a script with values in it into a command of fish that hands it the values."""
    values: dict[str, str] = {}

    def argument(found: re.Match[str]) -> str:
        written = found[2]
        name = found[1] or next((n for n, v in values.items() if v == written), None)
        if not name:
            is_slot = re.fullmatch("<[a-z-]+>", written)
            name = written.strip("<>").replace("-", "_") if is_slot else "about"
        values[name] = written
        return "" if found[1] else f'"${name}"'

    text = _VALUE.sub(argument, text)
    # What was in a subshell has a process of its own.
    _, options, *lines, _ = text.splitlines()
    # An empty line is one that only set variables.
    lines = [line.removeprefix("  ") for line in lines if line.strip() or not line]
    is_quick = values.pop("secret", None) is not None
    head = [options.strip(), _folded([f"{name}=${at}" for at, name in enumerate(values, 1)])]
    head += ["IFS= read -r secret"] if is_quick else []
    quoted = "\n".join([*head, *lines]).replace("\\", "\\\\").replace("'", "\\'")
    secret = "printf '%s\\n' $secret | " if is_quick else ""
    known = {**({"secret": "<secret-key>"} if is_quick else {}), **values}
    return "\n".join(
        [
            "begin",
            *(f"  set -l {name} '{written}'" for name, written in known.items()),
            f"  {secret}sh -c '",
            quoted,
            _folded(["' sh", *(f"${name}" for name in values)], " \\"),
            "end",
            "",
        ]
    )


def _folded(words: list[str], end: str = "") -> str:
    """Put words into lines that are not too long; all but the last end in `end`."""
    lines = [""]
    for word in words:
        if len(f"{lines[-1]} {word}{end}") > LINE:
            lines.append(" ")
        lines[-1] += f" {word}" if lines[-1] else word
    return f"{end}\n".join(lines)


if __name__ == "__main__":
    main()
