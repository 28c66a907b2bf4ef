"""Words of the panel that an author replaces: by the id of the text, or by its English."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mkdocs_keyfill import words
from mkdocs_keyfill.errors import did_you_mean, option_error
from mkdocs_keyfill.options.former_texts import FORMER
from mkdocs_keyfill.options.kinds import short, text
from mkdocs_keyfill.rules import LIMITS
from mkdocs_keyfill.words import PLURAL_FORMS, Forms, Text

TEXT_FORM = "the id of a text, or the text exactly as in the panel"

_OWN_FORM = f"text in one line, 1 to {LIMITS.text} characters"
_PLURAL_FORM = f"one text, or a form for each kind of count: {', '.join(PLURAL_FORMS)}"
_GAP = re.compile(r"\{([1-9])?\}")
_NAME = re.compile(r"\{([a-z_]*|[1-9])\}")


@dataclass(frozen=True)
class Replaced:
    """What an author has said of texts."""

    own: Mapping[str, Forms]
    """The templates, by the ids of the texts."""
    former: tuple[str, ...]
    """Those that the panel has no longer."""
    by_english: Mapping[str, str]
    """The ids of those that are named by their English, or by former English."""


@dataclass(frozen=True)
class _Meant:
    texts: tuple[Text, ...]
    """The texts that a key stands for; several may say the same."""
    gaps: tuple[str, ...] | None
    """The names of its gaps in their order, where it is not an id."""


def resolve(written: Mapping[str, object], known: Mapping[str, Text]) -> Replaced:
    """Check that each text exists, and what is to stand there."""
    own: dict[str, Forms] = {}
    former = []
    by_english = {}
    english = _by_english(known.values())
    for key, value in written.items():
        if key in known:
            meant = _Meant((known[key],), None)
        elif found := english.get(_bare(key)):
            meant = found
            by_english[key] = found.texts[0].id
        elif _bare(key) in _FORMER:
            former.append(key)
            continue
        else:
            raise _unknown(key, known)
        forms = _forms(f"texts.{short(key)}", value, meant)
        own.update({text.id: forms for text in meant.texts})
    return Replaced(own, tuple(former), by_english)


def keys(known: Mapping[str, Text]) -> set[str]:
    """List everything that may name a text."""
    return {*known, *_by_english(known.values()), *_FORMER}


def _by_english(known: Iterable[Text]) -> dict[str, _Meant]:
    """Find texts by their English of today, and by that of earlier versions."""
    found: dict[str, _Meant] = {}
    by_id = {}
    for one in known:
        by_id[one.id] = one
        for template in (one.english.other, *one.english.more.values()):
            found[_bare(template)] = _Meant((one,), words.arguments(template))
    for template, id_ in FORMER.items():
        if id_ in by_id:
            found.setdefault(_bare(template), _Meant((by_id[id_],), words.arguments(template)))
    return found


def _unknown(key: str, known: Mapping[str, Text]) -> Exception:
    by_english = {_bare(one.english.other): one.id for one in known.values()}
    near = did_you_mean(key, (*known, *by_english))
    return option_error(f"texts.{short(key)}", key, f"is not a text of the panel{near}", TEXT_FORM)


def _forms(path: str, value: object, meant: _Meant) -> Forms:
    if isinstance(value, Mapping):
        plural = any(one.english.more for one in meant.texts)
        if not plural or not {"other"} <= set(value) <= {*PLURAL_FORMS}:
            wrong = "does not fit this text"
            form = _PLURAL_FORM if plural else _OWN_FORM
            raise option_error(path, value, wrong, form)
        other = _template(f"{path}.other", value["other"], meant)
        more = {
            form: _template(f"{path}.{form}", value[form], meant, is_other=False)
            for form in PLURAL_FORMS[:-1]
            if form in value
        }
        return Forms(other, more)
    return Forms(_template(path, value, meant))


def _template(path: str, value: object, meant: _Meant, *, is_other: bool = True) -> str:
    own = " ".join(text(path, value).split())
    if not own:
        raise option_error(path, own, "is empty", _OWN_FORM)
    if len(own) > LIMITS.text:
        raise option_error(path, own, f"has {len(own)} characters", _OWN_FORM)
    wanted = set(meant.texts[0].arguments)
    named = _named(own, meant.gaps)
    used = set(_NAME.findall(named))
    for name in sorted(used - wanted):
        raise option_error(
            path, own, f"has {{{name}}}, which the original text does not have", _form(wanted)
        )
    if (missing := sorted(wanted - used)) and is_other:
        raise option_error(path, own, f"has no {{{missing[0]}}}", _form(wanted))
    return named


def _named(own: str, gaps: tuple[str, ...] | None) -> str:
    """Name the gaps that are written as in earlier versions: `{}` in order, or by their number."""
    if gaps is None:
        return own
    count = iter(range(len(own)))

    def name(match: re.Match[str]) -> str:
        index = next(count)
        index = int(match[1]) - 1 if match[1] else index
        return f"{{{gaps[index]}}}" if index < len(gaps) else match[0]

    return _GAP.sub(name, own)


def _form(wanted: set[str]) -> str:
    if not wanted:
        return "text without {}"
    return "text with " + " and ".join(f"{{{name}}}" for name in sorted(wanted))


def _bare(template: str) -> str:
    """Write each gap as earlier versions had it."""
    return re.sub(r"\{[a-z]+\}", "{}", template.strip())


_FORMER = frozenset(_bare(template) for template in FORMER)
