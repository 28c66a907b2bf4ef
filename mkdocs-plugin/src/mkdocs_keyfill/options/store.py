"""The option `store`: how clients are to talk to the object store, said in one place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from mkdocs_keyfill.errors import did_you_mean, option_error
from mkdocs_keyfill.options.kinds import known_keys, text
from mkdocs_keyfill.rules import STORE


@dataclass(frozen=True)
class Store:
    """The ways of a store."""

    addressing: str = STORE["addressing"][0]
    """Whether a bucket is in the path of an address, or in the name of its host."""
    checksums: str = STORE["checksums"][0]
    """Whether clients send checksums that a store may not know."""

    def changes(self) -> dict[str, str]:
        """Give what is not the default."""
        own = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in own.items() if value != STORE[name][0]}

    def ways(self, endpoints: Iterable[str]) -> frozenset[str]:
        """Give what blocks of clients may say of it, for the addresses of the site's regions."""
        is_plain = any(endpoint.startswith("http://") for endpoint in endpoints)
        return frozenset((self.addressing, "http" if is_plain else "https"))

    def values(self) -> dict[str, str]:
        """Give the values of the slots that tell clients of it, by the ids of the slots."""
        is_path = self.addressing == "path"
        return {
            "addressing": self.addressing,
            "path-style": "true" if is_path else "false",
            "bucket-lookup": "path" if is_path else "dns",
            "mc-path": "on" if is_path else "off",
            "checksums": self.checksums,
        }


def resolve(written: Mapping[str, object]) -> Store:
    """Check what an author says of the store."""
    known_keys("store", written, tuple(STORE))
    return Store(
        **{
            name: _choice(f"store.{name}", value, STORE[name])
            for name, value in written.items()
            if value is not None
        }
    )


def _choice(path: str, value: object, known: tuple[str, ...]) -> str:
    word = text(path, value).strip()
    if word not in known:
        wrong = f"is not a valid value{did_you_mean(word, known)}"
        raise option_error(path, word, wrong, f"one of {', '.join(known)}")
    return word
