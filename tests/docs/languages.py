"""Says what the languages of the panel lack, and takes in translations.

python -m docs.languages                  lists what is missing, out of date or unknown
python -m docs.languages todo de          prints that as JSON, with the English and the notes
python -m docs.languages put de FILE      takes a JSON of ids and translations into the language
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

if __name__ == "__main__":  # The languages as they are now, not as they were installed.
    sys.path.insert(0, str(ROOT / "mkdocs-plugin" / "src"))

# ruff: noqa: E402

from babel import Locale
from mkdocs_keyfill import rules, static_page
from mkdocs_keyfill.languages.catalogue import SHIPPED, digest
from mkdocs_keyfill.words import PLURAL_FORMS, Text, arguments

FOLDER = ROOT / "mkdocs-plugin" / "src" / "mkdocs_keyfill" / "languages"
# Nothing is counted beyond: Keystone lists no more keys than this page reads.
MOST_COUNTED = 20_000
NOTES = {text["id"]: text.get("note", "") for text in rules.static()["texts"]}


def known() -> Mapping[str, Text]:
    """Give every text of the panel by its id, those in the files of clients too."""
    return static_page.load().texts


def forms_of(tag: str) -> list[str]:
    """List the plural forms that the numbers of the panel take, in the order of the CLDR."""
    rule = Locale.parse(tag, sep="-").plural_form
    found = {rule(number) for number in range(MOST_COUNTED)}
    return [form for form in PLURAL_FORMS if form in found or form == "other"]


def read(tag: str) -> dict[str, Any]:
    """Read the file of a language."""
    found: dict[str, Any] = json.loads((FOLDER / f"{tag}.json").read_text(encoding="utf-8"))
    return found


def missing(tag: str) -> list[str]:
    """List the texts that a language has no words for."""
    strings = read(tag)["strings"]
    # What a client is called is the same in all languages.
    return [id_ for id_ in known() if id_ not in strings and not id_.startswith("client-")]


def stale(tag: str) -> list[str]:
    """List those whose English has changed since."""
    translated = read(tag)["translated"]
    texts = known()
    known_ids = [id_ for id_ in translated if id_ in texts]
    return [id_ for id_ in known_ids if translated[id_] != digest(texts[id_].english)]


def unknown(tag: str) -> list[str]:
    """List what is there for texts that the panel no longer has."""
    raw = read(tag)
    return sorted({*raw["strings"], *raw["translated"]} - {*known()})


def wrong(tag: str, id_: str, words: Any) -> Iterator[str]:
    """Say what is wrong with a translation."""
    english = known()[id_].english
    plural = bool(english.more)
    wanted = forms_of(tag) if plural else ["other"]
    forms = words if isinstance(words, dict) else {"other": words}
    if plural and len(wanted) > 1 and [*forms] != wanted:
        yield f"has the forms {[*forms]}, and not {wanted}"
    if not plural and [*forms] != ["other"]:
        yield "has forms, and the English has none"
    for form, text in forms.items():
        gaps, of_english = {*arguments(text)}, {*arguments(english.other)}
        # Of one or two of something, a language may say the number in words.
        may_lack = {"count", "seconds", "minutes"} if form in ("zero", "one", "two") else set()
        if not (of_english - may_lack <= gaps <= of_english):
            yield f"{form} has the gaps {sorted(gaps)}, and not {sorted(of_english)}"
        if text != " ".join(text.split(" ")).strip() or not text:
            yield f"{form} is empty, or has white space around it"
        if hidden := [hex(ord(c)) for c in text if _is_hidden(c)]:
            yield f"{form} has characters that cannot be seen: {hidden}"


def put(tag: str, words: Mapping[str, Any]) -> None:
    """Take translations of today's English into a language."""
    raw = read(tag)
    texts = known()
    for id_, text in words.items():
        if id_ not in texts:
            raise SystemExit(f"{id_} is no text of the panel")
        if faults := [*wrong(tag, id_, text)]:
            raise SystemExit(f"{id_}: {'; '.join(faults)}")
        raw["strings"][id_] = text
        raw["translated"][id_] = digest(texts[id_].english)
    for part in ("strings", "translated"):
        raw[part] = {id_: raw[part][id_] for id_ in texts if id_ in raw[part]}
    (FOLDER / f"{tag}.json").write_text(
        json.dumps(raw, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )


def todo(tag: str) -> dict[str, Any]:
    """Give what is to be translated, with what a translator has to know."""
    found = {}
    for id_ in [*missing(tag), *stale(tag)]:
        english = known()[id_].english
        entry: dict[str, Any] = {"english": english.data()}
        if NOTES.get(id_):
            entry["note"] = NOTES[id_]
        if english.more:
            entry["forms"] = forms_of(tag)
        found[id_] = entry
    return found


def _is_hidden(character: str) -> bool:
    code = ord(character)
    ranges = rules.static()["rules"]["characters"]
    is_hidden = any(first <= code <= last for first, last in ranges["hidden"])
    return is_hidden and not any(first <= code <= last for first, last in ranges["typography"])


def main(arguments_: list[str]) -> int:
    match arguments_:
        case ["todo", tag]:
            print(json.dumps(todo(tag), ensure_ascii=False, indent=1))
        case ["put", tag, file]:
            put(tag, json.loads(Path(file).read_text(encoding="utf-8")))
        case []:
            lacks = 0
            for tag in SHIPPED:
                for what, ids in (
                    ("missing", missing(tag)),
                    ("out of date", stale(tag)),
                    ("unknown", unknown(tag)),
                ):
                    lacks += len(ids)
                    if ids:
                        print(f"{tag}: {len(ids)} {what}: {', '.join(ids)}")
            return int(lacks > 0)
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
