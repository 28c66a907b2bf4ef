"""What an author says of one panel: at its fence, or at the command."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mkdocs_keyfill.errors import did_you_mean, sentence
from mkdocs_keyfill.options import grammar
from mkdocs_keyfill.options.settings import Settings
from mkdocs_keyfill.rules import LIMITS, SHOWS

NAMES = ("clients", "region", "title", "show", "compact")
_FLAG = ("", "compact", "true")


class WrongOption(ValueError):
    """An option that is refused; the text says what of it, and what is expected."""

    def __init__(self, option: str, reason: str) -> None:
        super().__init__(f"option '{option}': {reason}")
        self.option = option


@dataclass(frozen=True)
class PanelOptions:
    """The options of a panel, checked; what is not set is as for the whole site."""

    clients: tuple[str, ...] = ()
    region: str | None = None
    title: str | None = None
    show: str = SHOWS[0]
    compact: bool = False

    def attributes(self) -> dict[str, str]:
        """Give what the element has beside the configuration of the site."""
        written = {
            "data-clients": " ".join(self.clients),
            "data-region": self.region or "",
            "data-title": self.title or "",
            "data-show": self.show if self.show != SHOWS[0] else "",
        }
        attributes = {name: value for name, value in written.items() if value}
        return attributes | ({"data-compact": ""} if self.compact else {})


def read(written: Mapping[str, str], settings: Settings) -> PanelOptions:
    """Check the options of one panel against its site."""
    for name, value in written.items():
        if name not in NAMES:
            wrong = f"is set for an unknown option{did_you_mean(name, NAMES)}"
            raise _wrong(name, value, wrong, f"one of {', '.join(NAMES)}")
    return PanelOptions(
        _clients(written.get("clients"), settings.clients),
        _region(written.get("region"), [region.name for region in settings.regions]),
        _title(written.get("title")),
        _show(written.get("show", SHOWS[0])),
        _compact(written.get("compact")),
    )


def _clients(written: str | None, known: Sequence[str]) -> tuple[str, ...]:
    if written is None:
        return ()
    words = written.replace(",", " ").split()
    form = "clients of this site, separated by spaces"
    if not words:
        raise _wrong("clients", written, "is empty", form)
    for index, word in enumerate(words):
        if word not in known:
            wrong = f"is not a client of this site{did_you_mean(word, known)}"
            raise _wrong("clients", word, wrong, f"one of {', '.join(known)}")
        if word in words[:index]:
            raise _wrong("clients", word, "is listed twice", f"{form}, each once")
    return tuple(words)


def _region(written: str | None, known: Sequence[str]) -> str | None:
    if written is None or not known:
        return None
    if written not in known:
        wrong = f"is not a region of this site{did_you_mean(written, known)}"
        raise _wrong("region", written, wrong, f"one of {', '.join(known)}")
    return written


def _title(written: str | None) -> str | None:
    if written is None:
        return None
    title = written.strip()
    form = f"the title of the panel, 1 to {LIMITS.shown} characters"
    if not title:
        raise _wrong("title", title, "is empty", form)
    if len(title) > LIMITS.shown:
        raise _wrong("title", title, f"has {len(title)} characters", form)
    try:
        grammar.refuse_hidden(title, is_words=True)
    except grammar.Refused as refused:
        raise _wrong("title", title, str(refused), form) from refused
    return title


def _show(written: str) -> str:
    if written not in SHOWS:
        wrong = f"is not a part of the panel{did_you_mean(written, SHOWS)}"
        raise _wrong("show", written, wrong, f"one of {', '.join(SHOWS)}")
    return written


def _compact(written: str | None) -> bool:
    if written is None:
        return False
    if written not in _FLAG:
        raise _wrong(
            "compact", written, "is a value, but compact takes none", "the word compact alone"
        )
    return True


def _wrong(name: str, value: str, wrong: str, expected: str) -> WrongOption:
    return WrongOption(name, sentence(value, wrong, expected))
