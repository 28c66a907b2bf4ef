"""Says what is wrong about changed credentials files, as botocore reads them.

Standard input is JSON: a list of files, each with its text before and after the command, whether
the command succeeded, and the section that it writes. Nothing is printed when all is well.
"""

import configparser
import io
import json
import re
import sys

OWN = re.compile(r"\[aur1\][^\]]*")
PLAIN = re.compile(r"\[[a-zA-Z]+\]|[a-z_0-9]+ *[=:] *[^\r]*| +[a-z_]+ *=.*| *[#;][^\r]*| *")


def parsed(text: str) -> dict[str, dict[str, str]] | None:
    """Read `text` as `botocore.configloader.raw_config_parse` does; None if it cannot be read."""
    parser = configparser.RawConfigParser()
    try:
        # As the text of a file, where every kind of line ends with "\n".
        parser.read_file(io.StringIO(re.sub("\r\n?", "\n", text)))
        found = {name: dict(parser.items(name)) for name in parser.sections()}
    except configparser.Error:
        return None
    return {**found, "DEFAULT": dict(parser.defaults())}


def without_own(lines: list[str]) -> list[str]:
    """Leave out our sections, but not what stands above the next one."""
    kept: list[str] = []
    above: list[str] = []
    is_own = False
    for line in lines:
        bare = line.strip()
        if not bare or bare[0] in "#;":
            above.append(line)
            continue
        if line.startswith("["):
            kept += above
            is_own = bool(OWN.match(bare))
            above = [] if is_own else [line]
        else:
            above = [] if is_own else [*above, line]
        kept += above
        above = []
    return kept + above


def is_plain(text: str) -> bool:
    """Whether nobody could read it in another way: then there is no reason to give up."""
    lines = re.sub("\r\n", "\n", text).split("\n")
    is_read = parsed(text) is not None and lines.count("[DEFAULT]") < 2
    return is_read and all(PLAIN.fullmatch(line) for line in lines)


def wrong(before: str, after: str, ok: bool, section: str) -> str | None:
    if not ok:
        if after != before:
            return "it gave up, and the file is another"
        return "it gave up without a reason" if is_plain(before) else None
    end = "\r\n" if "\r\n" in before else "\n"
    rest = after.replace(section.replace("\n", end), "", 1)
    expected = "".join(without_own(re.findall("[^\n]*\n|[^\n]+$", before)))
    # The last line gets an end when ours comes behind it.
    if rest not in (expected, expected + end):
        return f"{rest!r} should be {expected!r}"
    others, new = parsed(rest), parsed(after)
    if new is None:
        return "it cannot be read any more" if others is not None else None
    if others is None:
        return "our section mended another"
    own = parsed(section) or {}
    if new.pop("aur1") != {**others["DEFAULT"], **own["aur1"]}:
        return "our section is another"
    if others != new:
        return "another section is another"
    old = parsed(before)
    if old is not None and {**old, "aur1": None} != {**others, "aur1": None}:
        return "a section of the file before is another"
    return None


for number, file in enumerate(json.load(sys.stdin)):
    if found := wrong(**file):
        print(number, found, file)
