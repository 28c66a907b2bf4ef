"""Which statements destroy something: the same rules as `src/core/slot/statement.rs`."""

import re

_WORDS = "delete|remove|revoke|rm|destroy|purge|deactivate|inactive|disabled|disable|xdelete"
# Where docker removes its container, `--rm` is no such word.
_PARTS = re.compile(r"(?<!-)--rm(?![A-Za-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_DESTROYS = re.compile(_WORDS)
_SHELLS = (
    " bash sh shell zsh ksh dash ash console shell-session shellsession bash-session sh-session "
    "terminal ps1con pwsh-session fish fishshell "
)
_POWER = " powershell pwsh posh ps1 ps psm1 "
_PYTHON = " python py python3 py3 "
_FILES = (
    " bat batch cmd dosbatch winbatch dos doscon ini cfg conf dosini config dotenv env properties "
    "jproperties json jsonc json5 json-object jsonl jsonlines ndjson toml yaml yml hcl terraform "
    "tf opentofu tofu "
)
_GOES_ON = ("\\", "`", "^", "|")
_VARIABLE = re.compile(r"(\w+)[ \t\"'=]*(?:(?<= )in[ \t\"'=]*)?\Z", re.ASCII)
# How far what belongs to a statement is looked for.
_FAR = 512


def destroys(text: str, at: int, language: str) -> bool:
    """Tell whether the statement that a slot stands in deletes or revokes something."""
    if not any(word in text.lower() for word in _WORDS.split("|")):
        return False
    language = f" {language.lower()} "
    start = 0
    while (end := _end(text, start, language)) <= at:
        start = end
    return _has_word(text[start:end]) or _destroyed_later(text, at, end, language)


def _has_word(statement: str) -> bool:
    return any(_DESTROYS.fullmatch(word.lower()) for word in _PARTS.findall(statement))


def _destroyed_later(text: str, at: int, end: int, language: str) -> bool:
    """Tell whether a later statement destroys what the variable holds that gets the slot."""
    line = text[max(at - _FAR, 0) : at].rsplit("\n", 1)[-1]
    variable = _VARIABLE.search(line)
    if variable is None:
        return False
    shell = language in _SHELLS + _POWER + _FILES
    before = r"[${]" if shell else r"(?<!\w)"
    used = re.compile(f"{before}{variable[1]}(?!\\w)", re.ASCII)
    text = text[: end + _FAR]
    while end < len(text):
        start, end = end, _end(text, end, language)
        statement = text[start:end]
        if used.search(statement) and _has_word(statement):
            return True
    return False


def _end(text: str, start: int, language: str) -> int:
    """Find where a statement ends: a `|` ends none, since what it feeds is destroyed."""
    shell = language not in _POWER + _PYTHON + _FILES
    brackets = language not in _SHELLS + _FILES
    depth, line = 0, start
    for at in range(start, len(text)):
        char = text[at]
        if char in "([{":
            # In shells brackets hold statements, unless they stand in quotes.
            body = shell and (depth > 0 or text[max(at - 1, 0)] in "'\"$")
            depth += brackets or body
        elif char in ")]}":
            depth = max(depth - 1, 0)
        elif shell and char == ";" and _is_space(text, at + 1):
            return at + 1
        elif shell and char in "&|" and text[at : at + 2] == char * 2 and _is_space(text, at + 2):
            return at + 2
        elif char == "\n":
            goes_on = text[line:at].rstrip().endswith(_GOES_ON)
            begins = at + 1 == len(text) or text[at + 1] == "\n" or _is_letter(text[at + 1])
            chained = brackets and not begins and text[at + 1 : at + 65].lstrip().startswith(".")
            if not goes_on and not chained and (depth == 0 or begins):
                return at + 1
            line = at + 1
    return max(len(text), start + 1)


def _is_space(text: str, at: int) -> bool:
    return at >= len(text) or text[at].isspace()


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()
