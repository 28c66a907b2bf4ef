"""Hostile strings: the same ones in each run, and others in `make soak`.

`KEYFILL_SEED` is a number in hexadecimal, and `KEYFILL_TIMES` how many times as many are made, as
in `tests/random/mod.rs`.
"""

from __future__ import annotations

import os
import random
import string
from collections.abc import Iterator

from soaking import TIMES

# As many are read in each target.
MANY = 50_000 * TIMES
SEED = os.environ.get("KEYFILL_SEED", "6b6579666c6c2121")
PIECES = ["'", "''", '"', '""', "`", "$", "$(", ")", "${", "}", "{", "{{", "%{", "%", "%s", "%(a)s"]
PIECES += [
    "!",
    "!!",
    "\\",
    "\\\\",
    "\\n",
    "\\x41",
    "\\u0041",
    "\\'",
    "#",
    " #",
    ";",
    ":",
    ": ",
    "=",
]
PIECES += ["-", "--", "~", "*", "?", "[", "]", "(", ",", "|", "&", "&&", "<", ">", "<<", "/", "//"]
PIECES += [
    "/*",
    "*/",
    "^",
    "@",
    "@{",
    "+",
    ".",
    "..",
    " ",
    "  ",
    "'; touch pwned; '",
    "$(touch pwned)",
]
PIECES += ["`touch pwned`", "${HOME}", "$HOME", "<#", "#>", "<!--", "-->", "]]>", "&amp;", "\u2019"]
PIECES += ["\u201c", "\u201a", "\u00e5", "\u65e5", "\U0001f600", "e\u0301", "\ufffd", "\uffff"]
WORDS = ["a", "B", "0", "7", "1e5", "0x1f", "true", "no", "null", "END", "EOF", "my-bucket", "fi"]
# What stands in values that need no quotes.
TAME = [*string.ascii_letters, *string.digits, *"..__--//::@+", "ab", "1e5", "true", "a/b", "OFF"]


def wild() -> Iterator[str]:
    """Make strings of hostile pieces, without end."""
    chance = random.Random(int(SEED, 16))
    pieces = [*PIECES, *WORDS, *string.printable[:95]]
    while True:
        text = "".join(chance.choices(pieces, k=chance.randint(1, 8)))
        # A character of any kind, now and then; surrogates are none.
        if chance.random() < 0.1:
            code = chance.choice(
                (chance.randrange(0x20, 0xD800), chance.randrange(0xE000, 0x110000))
            )
            at = chance.randint(0, len(text))
            text = text[:at] + chr(code) + text[at:]
        yield text


def tame() -> Iterator[str]:
    """Make strings that might mean something without any quotes: words, numbers and addresses."""
    chance = random.Random(int(SEED, 16) ^ 1)
    while True:
        text = "".join(chance.choices(TAME, k=chance.randint(2, 9)))
        yield text + chance.choice(("", "", "", "=", "==", "~", "%20"))
