"""How the panel behaves, where an author wants it otherwise than most do."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from mkdocs_keyfill.errors import did_you_mean, option_error
from mkdocs_keyfill.options.choices import chosen
from mkdocs_keyfill.options.declared import Options
from mkdocs_keyfill.options.kinds import FLAG_FORM, Number
from mkdocs_keyfill.rules import DEFAULTS, LIMITS, SESSION, SIGN_IN

_DOMAIN_FORM = f"a domain's name or ID, 1 to {LIMITS.domain} characters"
_SESSION_FORM = " or ".join(SESSION)
_DIGITS = re.compile(r"[0-9]{1,9}")
_FLAGS = {"true": True, "false": False}


@dataclass(frozen=True)
class Behaviour:
    """What an author need not say."""

    sign_in: tuple[str, ...] = DEFAULTS.sign_in
    domain: str = DEFAULTS.domain
    idle_minutes: int = DEFAULTS.idle_minutes
    catalog_endpoints: bool = DEFAULTS.catalog_endpoints
    deletion_delay: int = DEFAULTS.deletion_delay
    remember_values: bool = DEFAULTS.remember_values
    session: str = DEFAULTS.session
    copy_buttons: bool = DEFAULTS.copy_buttons
    sample: bool = DEFAULTS.sample

    def changes(self) -> dict[str, object]:
        """Give what differs from the defaults: the browser knows those itself."""
        values = {field.name: (getattr(self, field.name), field.default) for field in fields(self)}
        return {name: value for name, (value, default) in values.items() if value != default}


def resolve(options: Options, *, is_served: bool) -> Behaviour:
    """Check what the author says of it. Who looks at the own site alone may play with it."""
    said = {
        name: check(name, options.values[name])
        for name, check in _CHECKS.items()
        if options.values[name] is not None
    }
    return Behaviour(**{"sample": is_served or DEFAULTS.sample, **said})


def flag(path: str, written: bool | str) -> bool:
    """Check a truth value; a template has become text."""
    if isinstance(written, bool):
        return written
    text = written.strip()
    found = _FLAGS.get(text.lower())
    if found is None:
        raise option_error(path, text, "is neither true nor false", FLAG_FORM)
    return found


def _sign_in(path: str, written: Sequence[str]) -> tuple[str, ...]:
    kind = "sign-in method"
    return chosen(path, written, SIGN_IN, kind=kind, form=Options.sign_in.form)


def _domain(path: str, domain: str) -> str:
    """Keep white space around a name: Keystone takes it for a part of it."""
    if not domain.strip():
        raise option_error(path, domain, "is empty", _DOMAIN_FORM)
    if len(domain) > LIMITS.domain:
        raise option_error(path, domain, f"has {len(domain)} characters", _DOMAIN_FORM)
    return domain


def _session(path: str, written: str) -> str:
    word = written.strip()
    if word not in SESSION:
        wrong = f"is neither of them{did_you_mean(word, SESSION)}"
        raise option_error(path, word, wrong, _SESSION_FORM)
    return word


def _number(option: Number) -> Callable[[str, int | str], int]:
    """Check a number as its option says."""

    def checked(path: str, written: int | str) -> int:
        number = written
        if isinstance(number, str):
            text = number.strip()
            if not _DIGITS.fullmatch(text):
                raise option_error(path, text, "is not a whole number", option.form)
            number = int(text)
        if number not in option.allowed:
            wrong = "is too small" if number < option.allowed.start else "is too large"
            raise option_error(path, number, wrong, option.form)
        return number

    return checked


_CHECKS: dict[str, Callable[[str, Any], Any]] = {
    "sign_in": _sign_in,
    "domain": _domain,
    "idle_minutes": _number(Options.idle_minutes),
    "catalog_endpoints": flag,
    "deletion_delay": _number(Options.deletion_delay),
    "remember_values": flag,
    "session": _session,
    "copy_buttons": flag,
    "sample": flag,
}
