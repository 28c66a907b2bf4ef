"""Lists of words that Keyfill knows: the clients, and the ways to sign in."""

from collections.abc import Sequence

from mkdocs_keyfill.errors import did_you_mean, option_error


def chosen(
    option: str,
    written: Sequence[str],
    known: Sequence[str],
    *,
    kind: str,
    form: str,
) -> tuple[str, ...]:
    """Admit what is known, each once, in the order of the author."""
    words: list[str] = []
    for index, word in enumerate(written):
        path = f"{option}[{index}]"
        if word not in known:
            wrong = f"is not a known {kind}{did_you_mean(word, known)}"
            raise option_error(path, word, wrong, f"one of {', '.join(known)}")
        if word in words:
            raise option_error(path, word, "is listed twice", f"{form}, each once")
        words.append(word)
    return tuple(words)
