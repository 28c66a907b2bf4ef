"""Tabs of the author's own: steps in the options, or in a Markdown file."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_keyfill.clients import client_file, client_slots, tab_file
from mkdocs_keyfill.clients.client import FILES
from mkdocs_keyfill.errors import OptionError, did_you_mean, missing_error, option_error
from mkdocs_keyfill.options import written_files
from mkdocs_keyfill.options.client_files import ClientFiles, OwnClient
from mkdocs_keyfill.options.kinds import known_keys, mapping, text
from mkdocs_keyfill.options.option_lines import Place, line_of
from mkdocs_keyfill.options.site_facts import SiteFacts
from mkdocs_keyfill.options.templates import Templates
from mkdocs_keyfill.options.written_files import WrittenFile, code, words
from mkdocs_keyfill.rules import LANGUAGES, LIMITS
from mkdocs_keyfill.slots.brackets import bracketed
from mkdocs_keyfill.slots.slot import Slot, looks_like_a_name, normal

ID_FORM = f"at most {LIMITS.tab_id} lowercase letters, digits and '-', beginning with a letter"
TAB_FORM = (
    "a mapping with label and steps, or the path of a Markdown file, relative to the folder of "
    "the configuration"
)
STEPS_FORM = "a list of steps"
STEP_FORM = "a mapping with lead, language, text and, optionally, copy_name"

ID = re.compile(rf"[a-z][a-z0-9-]{{0,{LIMITS.tab_id - 1}}}")

_LANGUAGE = re.compile(rf"[A-Za-z0-9+#._-]{{0,{LIMITS.language}}}")
_STEP_KEYS = ("lead", "language", "text", "copy_name", "keyfill")


@dataclass(frozen=True)
class Step:
    """Something to do: a sentence, and what to copy."""

    lead: str
    language: str
    text: str
    copy_name: str | None = None
    off: bool = False
    """Whether the text stays as it is."""

    def data(self) -> dict[str, object]:
        """Give it as `Config::from_json` reads it."""
        data: dict[str, object] = {"lead": self.lead, "language": self.language, "text": self.text}
        if self.copy_name is not None:
            data["copy_name"] = self.copy_name
        return data | ({"off": True} if self.off else {})


@dataclass(frozen=True)
class Tab:
    """A tab beside those of the clients that Keyfill knows."""

    id: str
    label: str
    steps: tuple[Step, ...]
    file: Path | None = None
    """Where it was read from, when in a file of its own."""

    def data(self) -> dict[str, object]:
        """Give it as `Config::from_json` reads it."""
        return {"id": self.id, "label": self.label, "steps": [step.data() for step in self.steps]}


@dataclass(frozen=True)
class OwnTabs:
    """The tabs of a site: plain ones, and those that are clients with sections."""

    written: tuple[str, ...]
    """The ids of all of them."""
    plain: tuple[Tab, ...]
    clients: tuple[OwnClient, ...]


def resolve(
    written: Mapping[str, object],
    templates: Templates,
    slots: Sequence[Slot],
    site: SiteFacts,
    files: ClientFiles,
) -> OwnTabs:
    """Read and check every tab; `files` reads those that are clients with sections."""
    reader = _Reader(templates, slots, site, files)
    tabs: list[Tab | OwnClient] = []
    for id_, value in written.items():
        path = f"tabs.{id_}"
        if not ID.fullmatch(id_):
            raise option_error(path, id_, "is not a valid tab id", ID_FORM)
        if id_ == FILES:
            wrong = "is what the files to save are called"
            raise option_error(path, id_, wrong, "another id, or client_overrides for those files")
        tabs.append(reader.tab(path, id_, value))
    if len(tabs) > LIMITS.tabs:
        raise option_error("tabs", [*written], f"has {len(tabs)} tabs", f"at most {LIMITS.tabs}")
    return OwnTabs(
        tuple(written),
        tuple(tab for tab in tabs if isinstance(tab, Tab)),
        tuple(tab for tab in tabs if isinstance(tab, OwnClient)),
    )


def _few(path: str, steps: list[Step]) -> tuple[Step, ...]:
    if len(steps) > LIMITS.steps:
        raise option_error(path, len(steps), "steps are too many", f"at most {LIMITS.steps}")
    return tuple(steps)


class _Reader:
    def __init__(
        self, templates: Templates, slots: Sequence[Slot], site: SiteFacts, files: ClientFiles
    ) -> None:
        self._templates = templates
        self._names = client_slots.for_tabs(slots)
        self._site = site
        self._clients = files

    def tab(self, path: str, id_: str, value: object) -> Tab | OwnClient:
        if isinstance(value, str):
            file = written_files.read(self._site, path, value, TAB_FORM)
            if client_file.has_sections(path, file.name, file.text):
                return self._clients.client(file, id_)
            return self._from_file(file, id_)
        options = mapping(path, value, TAB_FORM)
        known_keys(path, options, ("label", "steps"))
        label = words(f"{path}.label", options.get("label", id_), LIMITS.tab_label)
        written = options.get("steps")
        if "steps" not in options:
            raise missing_error(f"{path}.steps", STEPS_FORM)
        if not isinstance(written, list):
            raise option_error(f"{path}.steps", written, "is not a list", STEPS_FORM)
        if not written:
            raise option_error(f"{path}.steps", written, "is empty", STEPS_FORM)
        steps = [self._step(f"{path}.steps[{i}]", step) for i, step in enumerate(written)]
        return Tab(id_, label, _few(path, steps))

    def _step(self, path: str, value: object) -> Step:
        options = mapping(path, value, STEP_FORM)
        known_keys(path, options, _STEP_KEYS)
        for key in ("lead", "text"):
            if options.get(key) is None:
                raise option_error(path, value, f"has no {key}", STEP_FORM)
        off = options.get("keyfill", True)
        if off not in (True, False, "off"):  # YAML reads a bare off as false.
            raise option_error(f"{path}.keyfill", off, "is not a valid value", "off")
        copy_name = options.get("copy_name")
        if copy_name is not None:
            copy_name = words(f"{path}.copy_name", copy_name, LIMITS.tab_label)
        step = Step(
            words(f"{path}.lead", options["lead"], LIMITS.lead),
            self._language(f"{path}.language", options.get("language", "text")),
            code(f"{path}.text", text(f"{path}.text", options["text"])),
            copy_name,
            off is not True,
        )
        self._check(f"{path}.text", step, None)
        return step

    def _from_file(self, file: WrittenFile, id_: str) -> Tab:
        path, name = file.path, file.name
        parsed = tab_file.parse(path, name, file.text)
        # What is in the file is no option, and nobody has expanded it.
        expand = self._templates.expand
        steps = []
        for block in parsed.blocks:
            step = Step(
                words(path, expand(path, block.lead, is_words=True), LIMITS.lead),
                self._language(path, expand(path, block.language)),
                code(path, expand(path, block.text, is_words=True)),
                block.copy_name
                and words(path, expand(path, block.copy_name, is_words=True), LIMITS.tab_label),
                block.off,
            )
            blank = len(block.text) - len(block.text.lstrip("\n"))
            self._check(path, step, Place(name, block.line + blank))
            steps.append(step)
        label = words(path, expand(path, parsed.label, is_words=True), LIMITS.tab_label)
        return Tab(id_, label, _few(path, steps), file.file)

    def _language(self, path: str, value: object) -> str:
        language = text(path, value).strip()
        if not _LANGUAGE.fullmatch(language):
            raise option_error(path, language, "is not a language name", "a name such as bash")
        return language

    def _check(self, path: str, step: Step, begins: Place | None) -> None:
        """Refuse a placeholder that nothing would ever fill: most are a slip of the pen.

        Where the text does not begin in a file of its own, it is in the file of the options.
        """
        if step.off or step.language.lower() in LANGUAGES["markup"]:
            return
        for found in bracketed(step.text):
            if normal(found.name) in self._names or not looks_like_a_name(found.name):
                continue
            below = step.text.count("\n", 0, found.start)
            if begins is None:
                place = line_of(self._site.file, path, found.written, below)
            else:
                place = Place(begins.file, begins.line + below)
            at = f" in {place.file}, line {place.line}," if place else ""
            known = [f"<{slot.names[0]}>" for slot in self._by_id()]
            every = [f"<{name}>" for slot in self._by_id() for name in slot.names]
            stop = did_you_mean(found.written, every) or "."
            raise OptionError(
                path,
                f"{found.written!r}{at} is not a known placeholder{stop} "
                f"Expected: one of {', '.join(known)}, or a block that is turned off.",
            )

    def _by_id(self) -> list[Slot]:
        return list({slot.id: slot for slot in self._names.values()}.values())
