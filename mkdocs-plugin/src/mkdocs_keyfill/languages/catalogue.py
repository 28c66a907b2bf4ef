"""What a language says for the texts of the panel, and the files that the app reads of it."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs_keyfill.clients import built_in, client_texts
from mkdocs_keyfill.rules import TEXTS
from mkdocs_keyfill.words import Forms

FOLDER = Path(__file__).parent
TAGS_JSON = FOLDER / "tags.json"
"""Tags of BCP 47 in lower case, each with the language that is spoken for it, or with none.

`www/language.js` reads it too.
"""

ENGLISH = "en"
_STAGES = {"form": "", "more": "--more"}
"""What the name of a file ends in, by when the app wants what is in it."""


@dataclass(frozen=True)
class Catalogue:
    """A language."""

    tag: str
    name: str
    """What it calls itself."""
    direction: str
    review: str
    """Who has read it: `native`, or `none` where no native speaker has."""
    strings: Mapping[str, Forms]
    """What it says, by the ids of texts; for one that it lacks the panel speaks English."""

    def files(self) -> dict[str, str]:
        """Give what the app reads, by the names of the files beside it."""
        words: dict[str, dict[str, object]] = {stage: {} for stage in _STAGES}
        for id_, forms in self.strings.items():
            text = TEXTS.get(id_)
            # What a page brings itself, and what is in the files of clients, the app reads there.
            if text is not None and text.stage in words:
                words[text.stage][str(text.key)] = forms.data()
        return {
            f"language-{self.tag}{ending}.json": json.dumps(
                {"texts": words[stage]}, ensure_ascii=False, separators=(",", ":")
            )
            for stage, ending in _STAGES.items()
        }


NO_CATALOGUE = Catalogue(ENGLISH, "English", "ltr", "native", {})
"""English, which the panel has without a file."""

TAGS: Mapping[str, str] = json.loads(TAGS_JSON.read_text(encoding="utf-8"))

SHIPPED: tuple[str, ...] = tuple(sorted({*TAGS.values()} - {""}))
"""The languages that there are beside English."""


def lookup(tag: str) -> str | None:
    """Find the language for a tag, as RFC 4647 looks it up: the tag, then without its last part.

    English is spoken where there is none.
    """
    known = tag.strip().lower().replace("_", "-")
    while known and known not in TAGS:
        known = re.sub(r"-?[^-]*$", "", known)
    return TAGS.get(known) or None


def is_english(tag: str) -> bool:
    """Tell whether a tag is that of English, or of a kind of it."""
    return re.match(r"en\b", tag.strip(), re.IGNORECASE) is not None


def digest(english: Forms) -> str:
    """Name some English, so that what was translated from other English is known."""
    forms = "\x1f".join([*english.more.values(), english.other])
    return hashlib.sha256(forms.encode()).hexdigest()[:8]


@cache
def load(tag: str) -> Catalogue:
    """Read a language that there is.

    What was translated from other English than today's is left out: it may say something else.
    """
    if tag == ENGLISH:
        return NO_CATALOGUE
    raw = json.loads((FOLDER / f"{tag}.json").read_text(encoding="utf-8"))
    english = {**client_texts.texts([*built_in.load(), built_in.files()]), **TEXTS}
    strings = {
        id_: _forms(words)
        for id_, words in raw["strings"].items()
        if id_ in english and raw["translated"].get(id_) == digest(english[id_].english)
    }
    return Catalogue(raw["language"], raw["name"], raw["direction"], raw["review"], strings)


@cache
def files() -> dict[str, str]:
    """Give the files of every language, for the folder of the app."""
    return {name: text for tag in SHIPPED for name, text in load(tag).files().items()}


def _forms(words: Any) -> Forms:
    if isinstance(words, str):
        return Forms(words)
    more = {form: text for form, text in words.items() if form != "other"}
    return Forms(words["other"], more)
