"""A client in a Markdown file: its sections, their steps, and the alternatives of each step."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from mkdocs_keyfill.clients import tab_file
from mkdocs_keyfill.clients.client import SHELL_OF, STORES
from mkdocs_keyfill.clients.markdown_parts import Fence, Heading, Id, Line, Source, Words
from mkdocs_keyfill.errors import did_you_mean
from mkdocs_keyfill.rules import FORMS, LANGUAGES, LIMITS, SECTIONS, SHELLS
from mkdocs_keyfill.slots.brackets import bracketed
from mkdocs_keyfill.slots.slot import Slot, looks_like_a_name, normal

FORM = (
    "a heading, then sections with paragraphs, each with its id below it, "
    "followed by fenced code blocks"
)

NAMES = {name.replace("-", " ").capitalize(): name for name in SECTIONS}
"""The sections by their headings."""

FRONT_MATTER = ("purpose", "note")

_ATTRIBUTES = ("form", "shell", "store", "copy_name", "file")
_FILE_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9 ._-]*[A-Za-z0-9_-])?")
_FILE_FORM = (
    f"at most {LIMITS.tab_label} letters, digits, spaces, '.', '_' and '-', no '.' first or last, "
    "and <profile> for the region's"
)
_STEP_ID = re.compile(r"[a-z][a-z0-9-]{0,63}")
_ID_FORM = "at most 64 lowercase letters, digits and '-', beginning with a letter"


@dataclass(frozen=True)
class WrittenBlock:
    """A fence, checked."""

    fence: Fence
    shells: tuple[str, ...]
    form: str | None
    store: tuple[str, ...] = ()


@dataclass
class WrittenStep:
    """A paragraph with its id, and the fences behind it."""

    section: str
    line: Line
    words: list[str]
    id: str | None = None
    blocks: list[WrittenBlock] = field(default_factory=list)

    @property
    def lead(self) -> str:
        """The sentence."""
        return " ".join(self.words)


@dataclass(frozen=True)
class ClientFile:
    """What a file says, and where: the texts are as they are written."""

    source: Source
    label: str | None
    heading: Line | None
    """Where the label is."""
    front: Mapping[str, str]
    without: tuple[str, ...]
    """The ids of the steps that it leaves out."""
    steps: tuple[WrittenStep, ...]


def has_sections(path: str, name: str, text: str) -> bool:
    """Tell a client's file from a plain tab: below its heading it has some of level 2."""
    parts = Source(path, name, text, tab_file.FORM).parts()
    headings = [part for part in parts if isinstance(part, Heading)]
    return any(heading.level == 2 for heading in headings[1:])


def read(source: Source, *, needs_ids: bool) -> ClientFile:
    """Read a file; what does not fit is refused with its line."""
    label = heading = None
    sections: list[str] = []
    steps: list[WrittenStep] = []
    for part in source.parts():
        step = steps[-1] if steps else None
        if isinstance(part, Heading):
            _refuse_open(source, step)
            if part.level == 1 and label is None and not sections:
                label, heading = part.text, part.line
            else:
                sections.append(_section(source, part, sections))
        elif not sections:
            raise source.refused(part.line, "it comes before the first section")
        elif isinstance(part, Words):
            if step is None or step.blocks or step.section != sections[-1]:
                step = WrittenStep(sections[-1], part.line, [])
                steps.append(step)
            elif step.id is not None:
                raise source.refused(step.line, "a paragraph has no code after it")
            step.words.append(part.text)
        elif step is None or step.section != sections[-1]:
            wrong = "the id" if isinstance(part, Id) else "the code"
            raise source.refused(part.line, f"{wrong} has no paragraph before it")
        elif isinstance(part, Id):
            _identify(source, part, step, steps)
        else:
            step.blocks.append(_block(source, part, step))
            if needs_ids and step.id is None:
                raise source.refused(step.line, "the step has no id", "{: #its-id } below it")
    _refuse_open(source, steps[-1] if steps else None)
    front, without = _front_matter(source)
    if not steps and not without:
        raise source.refused(None, "it has no code")
    return ClientFile(source, label, heading, front, without, tuple(steps))


def refuse_twin_files(file: ClientFile, others: Mapping[str, str]) -> None:
    """Refuse a step whose file is called as that of another one, here or among `others`."""
    known = dict(others)
    for step in file.steps:
        for fence in (block.fence for block in step.blocks if step.section == "file"):
            name = fence.attributes["file"]
            if (other := known.setdefault(name, step.lead)) != step.lead:
                wrong = f"{name!r} is also the name of another file: {other!r}"
                raise file.source.refused(fence.line, wrong, "a name of its own for each file")


def refuse_unknown_slots(file: ClientFile, slots: Mapping[str, Slot]) -> None:
    """Refuse a placeholder that nothing would ever fill: most are a slip of the pen."""
    ids = dict.fromkeys(slot.id for slot in slots.values())
    by_id = {id_: next(slot for slot in slots.values() if slot.id == id_) for id_ in ids}
    known = [f"<{slot.names[0]}>" for slot in by_id.values()]
    every = [f"<{name}>" for slot in by_id.values() for name in slot.names]
    for fence in (block.fence for step in file.steps for block in step.blocks):
        if fence.off or fence.language.lower() in LANGUAGES["markup"]:
            continue
        for line in fence.code:
            for found in bracketed(line.text):
                if line.is_guard or normal(found.name) in slots:
                    continue
                if looks_like_a_name(found.name):
                    near = did_you_mean(found.written, every)
                    wrong = f"{found.written!r} is not a known placeholder{near}"
                    expected = f"one of {', '.join(known)}, or a block that is turned off"
                    raise file.source.refused(line, wrong, expected)


def _section(source: Source, heading: Heading, before: Sequence[str]) -> str:
    form = f"one of {', '.join(NAMES)}, in this order"
    if heading.level != 2:
        raise source.refused(heading.line, f"a heading of level {heading.level}", f"## and {form}")
    if heading.text not in NAMES:
        wrong = f"{heading.text!r} is not a section{did_you_mean(heading.text, NAMES)}"
        raise source.refused(heading.line, wrong, f"## and {form}")
    section = NAMES[heading.text]
    if section in before:
        raise source.refused(heading.line, f"{heading.text!r} occurs twice", form)
    if before and SECTIONS.index(section) < SECTIONS.index(before[-1]):
        raise source.refused(heading.line, f"{heading.text!r} is out of order", form)
    return section


def _identify(source: Source, own: Id, step: WrittenStep, steps: Sequence[WrittenStep]) -> None:
    if step.id is not None or step.blocks:
        raise source.refused(own.line, "the id has no paragraph before it")
    if not _STEP_ID.fullmatch(own.id):
        raise source.refused(own.line, f"{own.id!r} is not a valid step id", _ID_FORM)
    for other in steps[:-1]:
        if other.id == own.id and other.section == step.section:
            raise source.refused(
                own.line, f"{own.id!r} is already the id of a step", "each step once"
            )
        if other.id == own.id and other.lead != step.lead:
            wrong = f"{own.id!r} has another sentence in line {other.line.number}"
            raise source.refused(own.line, wrong, "the same sentence for the same id")
    step.id = own.id


def _block(source: Source, fence: Fence, step: WrittenStep) -> WrittenBlock:
    for name in fence.attributes:
        if name not in _ATTRIBUTES:
            wrong = f"{name!r} is not an attribute of a block{did_you_mean(name, _ATTRIBUTES)}"
            raise source.refused(fence.line, wrong, f"any of {', '.join(_ATTRIBUTES)}")
    form = fence.attributes.get("form")
    if form is not None and form not in FORMS:
        wrong = f"{form!r} is not a form{did_you_mean(form, FORMS)}"
        raise source.refused(fence.line, wrong, f"one of {', '.join(FORMS)}, or none for both")
    if ("file" in fence.attributes) != (step.section == "file"):
        wrong = (
            "the block has no file name"
            if step.section == "file"
            else "the block is not in the section File"
        )
        raise source.refused(fence.line, wrong, "file= in the section File, and only there")
    store = _words(source, fence, "store", STORES)
    shells = _shells(source, fence)
    if step.section == "file":
        name = fence.attributes["file"]
        # A region's name is put there, which has its own rule.
        is_short = len(name) <= LIMITS.tab_label
        if not (is_short and _FILE_NAME.fullmatch(name.replace("<profile>", "x", 1))):
            raise source.refused(fence.line, f"{name!r} is not a file name", _FILE_FORM)
        # A script to save is for whoever saves it, whatever shell they use elsewhere.
        shells = shells if "shell" in fence.attributes else ()
    return WrittenBlock(fence, shells, form, store)


def _shells(source: Source, fence: Fence) -> tuple[str, ...]:
    if "shell" in fence.attributes:
        return _words(source, fence, "shell", SHELLS)
    shell = SHELL_OF.get(fence.language.lower())
    return (shell,) if shell else ()


def _words(source: Source, fence: Fence, name: str, known: Sequence[str]) -> tuple[str, ...]:
    """Read an attribute that is a list of known words."""
    written = fence.attributes.get(name)
    if written is None:
        return ()
    for word in written.split() or [written]:
        if word not in known:
            wrong = f"{word!r} is not a {name}{did_you_mean(word, known)}"
            raise source.refused(fence.line, wrong, f"any of {', '.join(known)}")
    return tuple(dict.fromkeys(written.split()))


def _refuse_open(source: Source, step: WrittenStep | None) -> None:
    if step is not None and not step.blocks:
        raise source.refused(step.line, "a paragraph has no code after it")


def _front_matter(source: Source) -> tuple[dict[str, str], tuple[str, ...]]:
    form = f"a mapping with any of {', '.join(FRONT_MATTER)}, each of them text"
    try:
        found = yaml.safe_load(source.front_matter) if source.front_matter.strip() else {}
    except yaml.YAMLError as error:
        raise source.refused(None, "the front matter is not YAML", form) from error
    if not isinstance(found, dict):
        raise source.refused(None, "the front matter is not a mapping", form)
    wrong = {key: value for key, value in found.items() if not isinstance(value, str)}
    if wrong and not set(wrong).isdisjoint(FRONT_MATTER):
        [key, *_] = wrong
        raise source.refused(None, f"{key} is not text", form)
    without = found.get("without", [])
    if not isinstance(without, list) or not all(isinstance(id_, str) for id_ in without):
        line = source.front_line("without")
        raise source.refused(line, "without is not a list of steps", "the ids of steps, in []")
    return {key: found[key] for key in FRONT_MATTER if key in found}, tuple(without)
