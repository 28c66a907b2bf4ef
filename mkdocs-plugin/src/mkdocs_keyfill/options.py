"""The plugin's options in `mkdocs.yml`: their names, types and defaults.

What an option means is decided in `settings`, when the whole of `mkdocs.yml` is known.
"""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from mkdocs.config.base import (
    BaseConfigOption,
    Config,
    ConfigErrors,
    ConfigWarnings,
    ValidationError,
)

from mkdocs_keyfill.errors import OptionError, missing_error, option_error

REGION_OPTIONS = ("keystone_url", "s3_endpoint", "signing_region")

REGIONS_FORM = "a list of names, or a mapping of names to the options of a region"
CLIENTS_FORM = "a list of clients, in the order of the tabs"
SIGN_IN_FORM = "a list of ways to sign in, in the order of the form"
IDLE_FORM = "whole minutes, from 1 to 480"
DELAY_FORM = "whole seconds, from 0 to 86400"
FLAG_FORM = "true or false"

Value = TypeVar("Value")


@dataclass(frozen=True)
class WrittenRegion:
    """A region as `mkdocs.yml` has it: nothing is expanded yet."""

    path: str
    """Where it stands, for messages: `regions[0]` or `regions.Kna1`."""
    name: str
    options: dict[str, str]
    """What this region sets by itself, by the names in `REGION_OPTIONS`."""


class _Option(BaseConfigOption[Value], Generic[Value]):
    """An option of Keyfill: it knows its own name for messages."""

    _name: str

    def __init__(self, default: Value | None = None) -> None:
        super().__init__()
        self.default = default


class _Text(_Option[str | None]):
    def run_validation(self, value: object) -> str | None:
        default: str | None = self.default
        return default if value is None else _text(self._name, value)


class _Regions(_Option[list[WrittenRegion]]):
    def run_validation(self, value: object) -> list[WrittenRegion]:
        if value is None:
            raise missing_error(self._name, REGIONS_FORM)
        if not isinstance(value, list | dict):
            raise option_error(self._name, value, "is neither a list nor a mapping", REGIONS_FORM)
        if not value:
            raise option_error(self._name, value, "is empty", REGIONS_FORM)
        if isinstance(value, dict):
            return [_region(f"{self._name}.{name}", name, own) for name, own in value.items()]
        return [_listed_region(f"{self._name}[{i}]", item) for i, item in enumerate(value)]


class _Words(_Option[list[str] | None]):
    def __init__(self, form: str) -> None:
        super().__init__()
        self._form = form

    def run_validation(self, value: object) -> list[str] | None:
        if value is None:
            return None
        if not isinstance(value, list):
            raise option_error(self._name, value, "is not a list", self._form)
        if not value:
            raise option_error(self._name, value, "is empty", self._form)
        return [_text(f"{self._name}[{i}]", item) for i, item in enumerate(value)]


class _Number(_Option[int | str | None]):
    """A number; a text may become one, since it is a template."""

    def __init__(self, form: str) -> None:
        super().__init__()
        self._form = form

    def run_validation(self, value: object) -> int | str | None:
        # To Python, true and false are numbers.
        if isinstance(value, bool) or not isinstance(value, int | str | None):
            raise option_error(self._name, value, "is not a whole number", self._form)
        return value


class _Flag(_Option[bool | str | None]):
    """True or false; a text may become one, since it is a template."""

    def run_validation(self, value: object) -> bool | str | None:
        if not isinstance(value, bool | str | None):
            raise option_error(self._name, value, "is neither true nor false", FLAG_FORM)
        return value


class KeyfillConfig(Config):
    """What an author may write under `keyfill:`. Each text is Jinja over `extra`."""

    brand = _Text()
    """The name of the cloud, shown to the reader. The site's name unless set."""

    regions = _Regions()
    """The regions, as names or as a mapping of names to options of their own."""

    keystone_url = _Text()
    """The Keystone of a region: `https://HOST:PORT/v3`, with `{region}` for its name."""

    s3_endpoint = _Text()
    """Where the object store of a region answers S3: `https://HOST:PORT`, with `{region}`."""

    signing_region = _Text("{region}")
    """The region that requests are signed for: the region's name unless set."""

    clients = _Words(CLIENTS_FORM)
    """The clients that get a tab, in this order. All of them unless set."""

    sign_in = _Words(SIGN_IN_FORM)
    """The ways to sign in that the panel offers, in this order. Only `token` unless set."""

    domain = _Text()
    """The domain of the readers' users, by name or id. `Default` unless set."""

    idle_minutes = _Number(IDLE_FORM)
    """After how many idle minutes the page forgets everything. 15 unless set."""

    catalog_endpoints = _Flag()
    """Whether the commands may show the catalog's endpoint of a region. Not unless set."""

    deletion_delay = _Number(DELAY_FORM)
    """For how many seconds the store may still honour a deleted key. 0 unless set."""

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Check names and types; unlike MkDocs, name the option inside an option too."""
        try:
            self._refuse_unknown()
            return super().validate()
        except OptionError as error:
            return [(error.path, ValidationError(error.reason))], []

    def _refuse_unknown(self) -> None:
        """Make an unknown option an error: MkDocs would only warn."""
        known = [name for name, _ in self._schema]
        for key, value in self.items():
            if key not in known:
                raise unknown_option(str(key), str(key), value, known)


def unknown_option(path: str, key: str, value: object, known: Iterable[str]) -> OptionError:
    """Report an option that does not exist, with the one that was probably meant."""
    wrong = f"is the value of an option that does not exist{did_you_mean(key, known)}"
    return option_error(path, value, wrong, f"one of {', '.join(known)}")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Suggest the nearest known word, if one is near."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _listed_region(path: str, item: object) -> WrittenRegion:
    if isinstance(item, dict):
        if len(item) != 1:
            form = "a region's name, or one name with its options indented below it"
            raise option_error(path, item, f"has {len(item)} keys", form)
        [(name, options)] = item.items()
        return _region(f"{path}.{name}", name, options)
    return WrittenRegion(path, _text(path, item), {})


def _region(path: str, name: object, options: object) -> WrittenRegion:
    name = _text(path, name)
    options = {} if options is None else options
    if not isinstance(options, dict):
        form = f"a mapping with any of {', '.join(REGION_OPTIONS)}"
        raise option_error(path, options, "is not a mapping", form)
    for key, value in options.items():
        if key not in REGION_OPTIONS:
            raise unknown_option(f"{path}.{key}", str(key), value, REGION_OPTIONS)
        _text(f"{path}.{key}", value)
    return WrittenRegion(path, name, options)


def _text(path: str, value: object) -> str:
    if not isinstance(value, str):
        raise option_error(path, value, "is not text", "text; quote it if YAML reads it otherwise")
    return value
