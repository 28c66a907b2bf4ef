"""Files that options name: read, and what they say checked as words or as code."""

from dataclasses import dataclass
from pathlib import Path

from mkdocs_keyfill.errors import did_you_mean, option_error
from mkdocs_keyfill.options.kinds import text
from mkdocs_keyfill.options.site_facts import SiteFacts
from mkdocs_keyfill.rules import LIMITS


@dataclass(frozen=True)
class WrittenFile:
    """A file of the author's."""

    path: str
    """The option that names it."""
    name: str
    file: Path
    text: str


def read(site: SiteFacts, path: str, value: str, form: str) -> WrittenFile:
    """Read a file; its path is from the folder of the configuration."""
    name = value.strip()
    file = site.folder / name
    try:
        source = file.read_text(encoding="utf-8-sig")  # Some editors begin with a mark.
    except UnicodeError as error:
        raise option_error(path, name, "is not UTF-8", "a Markdown file in UTF-8") from error
    except OSError as error:
        wrong = f"cannot be read: {error.strerror}{_meant(site.folder, name)}"
        raise option_error(path, name, wrong, form) from error
    return WrittenFile(path, name, file, source)


def words(path: str, value: object, longest: int) -> str:
    """Admit words for the reader, in one line."""
    form = f"text for the reader, 1 to {longest} characters"
    found = " ".join(text(path, value).split())
    if not found:
        raise option_error(path, found, "is empty", form)
    if len(found) > longest:
        raise option_error(path, found, f"has {len(found)} characters", form)
    return found


def code(path: str, value: str) -> str:
    """Admit what the reader copies."""
    form = f"the text that the reader copies, 1 to {LIMITS.step} characters"
    found = value.strip("\n")
    if not found.strip():
        raise option_error(path, found, "is empty", form)
    if len(found) > LIMITS.step:
        raise option_error(path, found, f"has {len(found)} characters", form)
    return found


def _meant(folder: Path, name: str) -> str:
    """Suggest a file: Windows writes paths in another way, and names are mistyped."""
    path = name.replace("\\", "/")
    parent = (folder / path).parent
    if not parent.is_dir():
        return ""
    there = [path.rpartition("/")[0] + "/" + file.name for file in sorted(parent.glob("*.md"))]
    return did_you_mean(path, [file.removeprefix("/") for file in there])
