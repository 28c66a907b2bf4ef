"""Thousands of hostile values in each target: all are read as they are, and none runs.

A target is a place for a value, and a program that reads it there. What the core refuses to write
is not counted: as many are written as are wanted.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from . import readers
from .grammars import grammar
from .readers import Reader, interactive, node, python, shell
from .strings import MANY, tame, wild
from .written import Place, written


@dataclass(frozen=True)
class Target:
    """Where values are written, and by whom they are read."""

    language: str
    template: str
    reader: str
    # Whether most of what is hostile is refused there, for it means itself nowhere.
    is_tame: bool = False
    # What the reader cannot take, though its language can.
    but: str | None = None

    def __str__(self) -> str:
        return f"{self.reader}: {self.template}"


YAML = "import yaml\nout = yaml.load('\\n'.join(blocks), yaml.CSafeLoader)"
FLOW = "import yaml\nvalues = ','.join(block[1:-1] for block in blocks)\n"
FLOW += "out = yaml.load(f'[{values}]', yaml.CSafeLoader)"
JOINED = "'\\n'.join(blocks)"
PYTHON = "out = []\nx = 'X'\n"
PYTHON += "put_object = lambda x: out.append(x.decode() if isinstance(x, bytes) else x)\n"
PYTHON += f"exec({JOINED})"
INI = "import configparser\nini = configparser.ConfigParser(interpolation=None)\n"
INI += "ini.read_string('\\n'.join(f'[s{at}]\\n{block}' for at, block in enumerate(blocks)))\n"
INI += "out = [value for name in ini.sections() for value in ini[name].values()]"
XML = "from xml.etree import ElementTree\n"
XML += "out = [each.text for each in ElementTree.fromstring('<r>' + ''.join(blocks) + '</r>')]"
SQL = "import sqlite3\nlines = [f'select {at}, ' + b for at, b in enumerate(blocks)]\n"
SQL += (
    "run = sqlite3.connect(':memory:').execute\nout = [run(line).fetchone()[1] for line in lines]"
)
URLS = "const read = blocks.map((b) => new URL(b.match(/https:[^\\s'\"]*/)[0]));"
READERS: dict[str, Reader] = {
    **{name: shell(name) for name in ("bash", "dash", "zsh", "fish")},
    **{f"interactive {name}": interactive(name) for name in ("bash", "dash", "zsh")},
    **{f"document of {name}": readers.document(name) for name in ("bash", "dash", "zsh")},
    **{f"variables of {name}": readers.variables(name) for name in ("bash", "dash", "zsh")},
    **{name: grammar(name) for name in ("powershell", "go", "java", "rust")},
    "json of Python": python("out = json.loads('[' + ','.join(blocks) + ']')"),
    "json of Node": node("const out = JSON.parse('[' + blocks.join(',') + ']')"),
    "python": python(PYTHON),
    "yaml": python(YAML),
    "yaml of a flow": python(FLOW),
    "toml": python(
        "import tomllib\nlines = (f'k{at}' + b[1:] for at, b in enumerate(blocks))\n"
        "out = list(tomllib.loads('\\n'.join(lines)).values())"
    ),
    "configparser": python(INI),
    "php": readers.php,
    "rclone": readers.rclone,
    "s3cmd": readers.s3cmd,
    "terraform": readers.terraform,
    "xml": python(XML),
    "sql": python(SQL),
    "javascript": node(
        "const out = []; new Function('put', blocks.join(';\\n'))((each) => out.push(each))"
    ),
    "path of a URL": node(
        URLS + "const out = read.map((u) => decodeURIComponent(u.pathname.slice(1)))"
    ),
    "query of a URL": node(
        URLS + "const out = read.map((u) => decodeURIComponent(u.search.slice(3)))"
    ),
    "user of a URL": node(URLS + "const out = read.map((u) => decodeURIComponent(u.username))"),
}
POSIX_WORDS = ("openstack <v>", "openstack '<v>'", 'openstack "<v>"', "openstack a<v>b")
TARGETS = [
    *(Target("bash", each, name) for name in ("bash", "dash", "zsh") for each in POSIX_WORDS),
    *(Target("bash", "openstack <v>", f"interactive {each}") for each in ("bash", "dash", "zsh")),
    *(
        Target("bash", "cat <<END\n<v>\nEND", f"document of {each}", is_tame=True)
        for each in ("bash", "dash", "zsh")
    ),
    *(
        Target("dotenv", "A=<v>", f"variables of {each}", is_tame=True)
        for each in ("bash", "dash", "zsh")
    ),
    *(Target("fish", each, "fish") for each in POSIX_WORDS),
    *(Target("powershell", each, "powershell") for each in ("openstack <v>", "openstack '<v>'")),
    # The grammar takes a `#` behind an escape for a comment.
    Target("powershell", 'openstack "<v>"', "powershell", but=r"`.\s*#"),
    *(
        Target("json", each, f"json of {by}")
        for each in ("<v>", '"<v>"')
        for by in ("Python", "Node")
    ),
    *(
        Target("python", f"put_object({each})", "python")
        for each in ("<v>", '"<v>"', "'<v>'", "f'<v>{x}'", "r'<v>'", "b'<v>'", "'''<v>'''")
    ),
    *(Target("yaml", each, "yaml") for each in ("- <v>", '- "<v>"', "- '<v>'")),
    Target("yaml", "[<v>]", "yaml of a flow"),
    *(Target("toml", each, "toml") for each in ("k = <v>", 'k = "<v>"', "k = '<v>'")),
    *(
        Target("ini", "b = <v>", by, is_tame=True)
        for by in ("configparser", "php", "rclone", "s3cmd")
    ),
    *(
        Target("ini", "secret_key = <v>", by, is_tame=True)
        for by in ("configparser", "rclone", "s3cmd")
    ),
    *(Target("hcl", each, "terraform") for each in ("a = <v>", 'a = "<v>"')),
    Target("xml", "<a><v></a>", "xml", is_tame=True),
    Target("sql", "'<v>'", "sql", is_tame=True),
    Target("js", 'put("<v>")', "javascript", is_tame=True),
    *(Target(each, 'put("<v>");', each, is_tame=True) for each in ("java", "rust")),
    Target("go", 'put("<v>")', "go", is_tame=True),
    Target("bash", "curl 'https://h.example/<v>'", "path of a URL"),
    Target("bash", 'curl "https://h.example/?a=<v>"', "query of a URL"),
    Target("bash", "curl 'https://<v>@h.example/'", "user of a URL"),
]


@pytest.mark.parametrize("target", TARGETS, ids=str)
def test_every_value_is_read_as_it_is(target: Target, tmp_path: Path) -> None:
    place = Place(target.language, target.template)
    found = written(place, tame() if target.is_tame else wild(), target.but)
    before, after = place.around
    blocks = [before + each.text + after for each in found]
    empty = tmp_path / "empty"
    empty.mkdir()
    read = READERS[target.reader](blocks, empty)
    wrong = [
        (each, said)
        for each, said in zip(found, read, strict=True)
        if said != wanted(target, each.value)
    ]
    assert wrong[:5] == []
    assert len(found) == MANY, f"only {len(found)} are written"


def wanted(target: Target, value: str) -> str:
    """Return what is read of a value: some templates have something beside it."""
    if "a<v>b" in target.template:
        return f"a{value}b"
    return f"{value}X" if "{x}" in target.template else value


def test_a_wrong_quote_is_seen(tmp_path: Path) -> None:
    for name, block, said in (
        ("dash", "openstack 'it''s'", ["its"]),
        ("json of Node", '"a\\u0041"', ["aA"]),
        ("yaml", "- yes", [True]),
    ):
        assert READERS[name]([block], tmp_path) == said
    with pytest.raises(AssertionError):
        READERS["dash"](["openstack a; touch pwned"], tmp_path)
