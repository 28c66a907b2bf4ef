"""How many bytes a page may load at each step, after brotli at its highest level."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from mkdocs_keyfill.web import assets

from bench.site import WEB
from bench.table import brotli


@dataclass(frozen=True)
class Step:
    """What a page loads by then, with all that came before."""

    name: str
    files: tuple[str, ...]
    budget: int

    def bytes(self, sizes: dict[Path, int]) -> int:
        return sum(sizes[WEB / file] for file in self.files)


SITE = ("keyfill.js", "keyfill.css")
REST = (*SITE, "panel.js")
APP = ("app.js", "app_bg.wasm", "app.css")
KEYS = ("keys.wasm",)
FILES = ("files.wasm",)
PAGE = ("page.wasm",)
SAMPLE = ("sample.wasm",)
LANGUAGE = ("language.js",)
CARRY = ("carry.js",)
FOLLOW = ("follow.js", "presses.js")
WORKER = ("worker.js",)
STEPS = (
    Step("every page of a site: loader", ("keyfill.js",), 900),
    Step("every page of a site: loader and style", SITE, 2_500),
    Step("a page with a panel, at rest", REST, 6_560),
    Step("the sign-in form", (*REST, *APP), 167_100),
    Step("behind the form: keys, and what is done with them, alone", KEYS, 60_000),
    Step("a key in the panel's commands", (*REST, *APP, *KEYS), 200_000),
    Step("a file that fills the form, alone", FILES, 16_000),
    Step("a made-up cloud to try, alone", SAMPLE, 8_000),
    Step("a page in another language: what finds its words, alone", LANGUAGE, 400),
    Step("a key or a value is there: page engine and slots, alone", PAGE, 95_000),
    Step("a session is on its way: what passes it on, alone", CARRY, 950),
    Step("a session may go along: what hands it over, alone", FOLLOW, 700),
    Step("the worker that carries it", WORKER, 1_000),
    Step("a key in the author's commands: all of it", (*REST, *APP, *KEYS, *PAGE), 283_000),
)
CLIENTS = tuple(
    Step(f"{name.removesuffix('.json')}, alone", (name,), 3_250) for name in assets.CLIENTS
)


def sizes() -> dict[Path, int]:
    """Measure every file that a step loads."""
    files = {file for step in (*STEPS, *CLIENTS) for file in step.files}
    return brotli([WEB / file for file in sorted(files)])


def main() -> int:
    """Print each step; fail when one is over its budget."""
    measured = sizes()
    over = 0
    for step in (*STEPS, *CLIENTS):
        size = step.bytes(measured)
        over += size > step.budget
        print(f"{step.name}: {size:,} bytes, at most {step.budget:,}")
    return over


if __name__ == "__main__":
    sys.exit(main())
