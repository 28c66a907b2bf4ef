"""Kinds of options: each reads what YAML made of an option, and names itself in its errors.

What an option means is decided in `settings`, when the whole configuration is known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, Self, TypeVar, overload

from mkdocs_keyfill.errors import missing_error, option_error, unknown_option

REGION_OPTIONS = ("keystone_url", "s3_endpoint", "signing_region")

REGIONS_FORM = "a list of region names, or a mapping of region names to their options"
FLAG_FORM = "true or false"

_LONGEST_KEY = 32

NO_WORDS: frozenset[str] = frozenset()
ALL_WORDS = None
"""What keys hold words: all of them."""

Value = TypeVar("Value")


class Expand(Protocol):
    """Resolves the templates in the text at a path."""

    def __call__(self, path: str, text: str, *, is_words: bool = False) -> str:
        """Give the text without them; words may have more characters."""


@dataclass(frozen=True)
class WrittenRegion:
    """A region as the author has it."""

    path: str
    """Where it stands, for messages: `regions[0]` or `regions.Kna1`."""
    name: str
    options: dict[str, str]
    """What this region sets by itself, by the names in `REGION_OPTIONS`."""


class Option(Generic[Value]):
    """An option: as an attribute of the options of a site it is its value."""

    name: str
    accepts = "text"
    """What an author writes, in the words of the documentation."""

    def __init__(
        self,
        says: str,
        *,
        default: object = None,
        otherwise: str = "none",
        words: frozenset[str] | None = NO_WORDS,
    ) -> None:
        """Describe an option by a sentence, and by what holds where an author says nothing.

        That is the value `default`; where there is no such value, `otherwise` says what it is.
        `words` are the keys in it that hold words for readers, or code; none is all of them.
        """
        self.says = says
        self.default = default
        self.otherwise = otherwise
        self._words = words

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> Value: ...
    def __get__(self, instance: Any, owner: type) -> "Self | Value":
        if instance is None:
            return self
        value: Value = instance.values[self.name]
        return value

    def read(self, value: object) -> Value:
        """Check the type, before and after templates are resolved."""
        raise NotImplementedError

    def expanded(self, value: object, expand: Expand) -> object:
        """Resolve the templates in what an author wrote."""
        return self._tree(self.name, self.name, value, expand)

    def _tree(self, path: str, key: str, value: object, expand: Expand) -> object:
        if isinstance(value, str):
            return expand(path, value, is_words=self._words is None or key in self._words)
        if isinstance(value, list):
            return [
                self._tree(f"{path}[{index}]", key, item, expand)
                for index, item in enumerate(value)
            ]
        if isinstance(value, dict):
            return {
                name: self._tree(f"{path}.{short(str(name))}", str(name), item, expand)
                for name, item in value.items()
            }
        return value


class Text(Option[str | None]):
    """A text; without a value it is its default, if there is one."""

    def __init__(self, says: str, accepts: str = "text", **more: Any) -> None:
        super().__init__(says, **more)
        self.accepts = accepts

    def read(self, value: object) -> str | None:
        """Admit text."""
        if value is None:
            return self.default if isinstance(self.default, str) else None
        return text(self.name, value)


class Regions(Option[list[WrittenRegion]]):
    """The regions, as a list or as a mapping."""

    accepts = "list or mapping"

    def read(self, value: object) -> list[WrittenRegion]:
        """Admit at least one region."""
        if value is None:
            raise missing_error(self.name, REGIONS_FORM)
        if not isinstance(value, list | dict):
            raise option_error(self.name, value, "is neither a list nor a mapping", REGIONS_FORM)
        if not value:
            raise option_error(self.name, value, "is empty", REGIONS_FORM)
        if isinstance(value, dict):
            return [_region(f"{self.name}.{name}", name, own) for name, own in value.items()]
        return [_listed_region(f"{self.name}[{i}]", item) for i, item in enumerate(value)]

    def expanded(self, value: object, expand: Expand) -> object:
        """Resolve the templates, in the names of regions too."""
        if isinstance(value, dict):
            return self._named(self.name, value, expand)
        if isinstance(value, list):
            return [
                self._named(f"{self.name}[{index}]", item, expand)
                if isinstance(item, dict)
                else self._tree(f"{self.name}[{index}]", self.name, item, expand)
                for index, item in enumerate(value)
            ]
        return value

    def _named(self, path: str, written: dict[object, object], expand: Expand) -> object:
        named: dict[object, object] = {}
        for key, options in written.items():
            at = f"{path}.{key}"
            name = expand(at, key) if isinstance(key, str) else key
            if name in named:
                raise option_error(at, name, "is listed twice", "each region once")
            named[name] = self._tree(at, self.name, options, expand)
        return named


class Words(Option[list[str] | None]):
    """A list of words: those that Keyfill knows, and others where an author can add some."""

    accepts = "list"

    def __init__(self, says: str, form: str, known: Sequence[str], **more: Any) -> None:
        super().__init__(says, **more)
        self.form = form
        self.known = known

    def read(self, value: object) -> list[str] | None:
        """Admit a list with something in it."""
        if value is None:
            return None
        if not isinstance(value, list):
            raise option_error(self.name, value, "is not a list", self.form)
        if not value:
            raise option_error(self.name, value, "is empty", self.form)
        return [text(f"{self.name}[{i}]", item) for i, item in enumerate(value)]


class Number(Option[int | str | None]):
    """A number; a text may become one, since it is a template."""

    def __init__(self, says: str, unit: str, allowed: range, **more: Any) -> None:
        super().__init__(says, **more)
        self.allowed = allowed
        self.form = f"whole {unit}, from {allowed[0]} to {allowed[-1]}"
        self.accepts = f"whole number of {unit}, {allowed[0]} to {allowed[-1]}"

    def read(self, value: object) -> int | str | None:
        """Admit a number. To Python, true and false are numbers."""
        if isinstance(value, bool) or not isinstance(value, int | str | None):
            raise option_error(self.name, value, "is not a whole number", self.form)
        return value


class Flag(Option[bool | str | None]):
    """True or false; a text may become one, since it is a template."""

    accepts = "`true` or `false`"

    def read(self, value: object) -> bool | str | None:
        """Admit a truth value."""
        if not isinstance(value, bool | str | None):
            raise option_error(self.name, value, "is neither true nor false", FLAG_FORM)
        return value


class Table(Option[dict[str, object]]):
    """A mapping of texts to something, which is checked where it is used."""

    accepts = "mapping"

    def __init__(self, says: str, form: str, **more: Any) -> None:
        super().__init__(says, **more)
        self._form = form

    def read(self, value: object) -> dict[str, object]:
        """Admit a mapping, or none."""
        return {} if value is None else mapping(self.name, value, self._form)


def text(path: str, value: object) -> str:
    """Admit a text. YAML reads some words as something else."""
    if not isinstance(value, str):
        raise option_error(
            path, value, "is not text", "text; put it in quotes if YAML reads it as something else"
        )
    return value


def mapping(path: str, value: object, form: str) -> dict[str, object]:
    """Admit a mapping whose keys are texts."""
    if not isinstance(value, Mapping):
        raise option_error(path, value, "is not a mapping", form)
    return {text(f"{path}.{key}", key): item for key, item in value.items()}


def known_keys(path: str, value: Mapping[str, object], known: tuple[str, ...]) -> None:
    """Refuse a key that nobody would read."""
    for key, item in value.items():
        if key not in known:
            raise unknown_option(f"{path}.{key}", key, item, known)


def short(key: str) -> str:
    """Name an option by the beginning of its key: a key may be a whole sentence."""
    return key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]}..."


def _listed_region(path: str, item: object) -> WrittenRegion:
    if isinstance(item, dict):
        if len(item) != 1:
            form = "a region name, or one name with its options indented below it"
            raise option_error(path, item, f"has {len(item)} keys", form)
        [(name, options)] = item.items()
        return _region(f"{path}.{name}", name, options)
    return WrittenRegion(path, text(path, item), {})


def _region(path: str, name: object, options: object) -> WrittenRegion:
    name = text(path, name)
    options = {} if options is None else options
    if not isinstance(options, dict):
        form = f"a mapping with any of {', '.join(REGION_OPTIONS)}"
        raise option_error(path, options, "is not a mapping", form)
    known_keys(path, options, REGION_OPTIONS)
    for key, value in options.items():
        text(f"{path}.{key}", value)
    return WrittenRegion(path, name, options)
