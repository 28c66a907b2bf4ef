"""Which statements destroy something: the same rules as `src/core/slot/statement.rs`."""

import re

_WORDS = "delete|remove|revoke|rm|destroy|purge|deactivate|inactive"
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_DESTROYS = re.compile(_WORDS)
_BRACKETED = ("python", "py", "python3", "powershell", "pwsh", "ps1", "")
_SHELLS = ("bash", "sh", "shell", "zsh", "console", "shell-session", "fish", "")
_GOES_ON = ("\\", "`", "^", "|")


def destroys(text: str, at: int, language: str) -> bool:
    """Tell whether the statement that a slot stands in deletes or revokes something."""
    if not any(word in text.lower() for word in _WORDS.split("|")):
        return False
    start = 0
    while (end := _end(text, start, language)) <= at:
        start = end
    words = _PARTS.findall(text[start:end])
    return any(_DESTROYS.fullmatch(word.lower()) for word in words)


def _end(text: str, start: int, language: str) -> int:
    """Find where a statement ends: a `|` ends none, since what it feeds is destroyed."""
    brackets = language in _BRACKETED
    shell = language in _SHELLS
    depth = 0
    for at in range(start, len(text)):
        char = text[at]
        if brackets and char in "([{":
            depth += 1
        elif brackets and char in ")]}":
            depth = max(depth - 1, 0)
        elif shell and char == ";" and _is_space(text, at + 1):
            return at + 1
        elif shell and char in "&|" and text[at : at + 2] == char * 2 and _is_space(text, at + 2):
            return at + 2
        elif char == "\n":
            goes_on = text[start:at].rstrip().endswith(_GOES_ON)
            begins = at + 1 == len(text) or text[at + 1] == "\n" or _is_letter(text[at + 1])
            if not goes_on and (depth == 0 or begins):
                return at + 1
    return max(len(text), start + 1)


def _is_space(text: str, at: int) -> bool:
    return at >= len(text) or text[at].isspace()


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()
