"""Clients in files of the author's: whole ones, and some steps of those that Keyfill has."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs_keyfill.clients import client_file
from mkdocs_keyfill.clients.client import FILES, Block, Client, Step, with_steps
from mkdocs_keyfill.clients.client_file import ClientFile, WrittenBlock, WrittenStep
from mkdocs_keyfill.clients.markdown_parts import Source
from mkdocs_keyfill.errors import OptionError, did_you_mean, option_error
from mkdocs_keyfill.options import written_files
from mkdocs_keyfill.options.former_texts import FORMER
from mkdocs_keyfill.options.kinds import text
from mkdocs_keyfill.options.site_facts import SiteFacts
from mkdocs_keyfill.options.templates import Templates
from mkdocs_keyfill.options.written_files import WrittenFile
from mkdocs_keyfill.rules import LIMITS
from mkdocs_keyfill.slots.slot import Slot

OVERRIDE_FORM = "the path of a Markdown file, relative to the folder of the configuration"
PURPOSE = 120
"""How many characters what a client is for may have."""

_NAMES = {section: name for name, section in client_file.NAMES.items()}


@dataclass(frozen=True)
class OwnClient:
    """A client that is not, or not as a whole, Keyfill's own."""

    client: Client
    file: Path
    read: ClientFile

    def refused(self, wrong: str) -> OptionError:
        """Say what is wrong with its name, by the line of that."""
        return self.read.source.refused(self.read.heading, wrong, "another label")


class ClientFiles:
    """Reads the files of one site."""

    def __init__(self, templates: Templates, slots: Mapping[str, Slot], site: SiteFacts) -> None:
        """Take the slots by the normal forms of their names, as client files have them."""
        self._expand = templates.expand
        self._slots = slots
        self._site = site

    def overrides(
        self, written: Mapping[str, object], known: Sequence[Client]
    ) -> dict[str, OwnClient]:
        """Put the author's steps into the clients that Keyfill has, and into its files to save."""
        clients = {client.id: client for client in known}
        found = {}
        for id_, value in written.items():
            path = f"client_overrides.{id_}"
            if id_ not in clients:
                wrong = f"is not a known client{did_you_mean(id_, clients)}"
                raise option_error(path, id_, wrong, f"one of {', '.join(clients)}")
            file = written_files.read(self._site, path, text(path, value), OVERRIDE_FORM)
            found[id_] = self._override(file, clients[id_])
        return found

    def client(self, file: WrittenFile, id_: str) -> OwnClient:
        """Read a whole client."""
        read = self._read(file, needs_ids=False)
        path = file.path
        if read.label is None:
            raise read.source.refused(None, "it has no heading")
        if read.without:
            line = read.source.front_line("without")
            wrong = "without is for a client that Keyfill has"
            raise read.source.refused(line, wrong, "a file of client_overrides")
        client_file.refuse_twin_files(read, {})
        if len(read.steps) > LIMITS.steps:
            wrong = "steps are too many"
            raise option_error(path, len(read.steps), wrong, f"at most {LIMITS.steps}")
        steps = tuple(self._step(path, step, n) for n, step in enumerate(read.steps, 1))
        client = Client(
            id_,
            self._words(path, read.label, LIMITS.tab_label),
            self._front(path, read, "purpose", PURPOSE),
            self._front(path, read, "note", LIMITS.lead),
            steps,
        )
        return OwnClient(client, file.file, read)

    def _override(self, file: WrittenFile, client: Client) -> OwnClient:
        read = self._read(file, needs_ids=True)
        places = {(step.section, step.id) for step in client.steps}
        changed = {}
        for n, written in enumerate(read.steps, 1):
            # A step is called as its sentence is, and so it is found by a former id, too.
            step = replace(written, id=FORMER.get(str(written.id)) or written.id)
            if (step.section, step.id) not in places:
                raise _no_step(read, written, client)
            own = self._step(file.path, step, n)
            changed[own.section, own.id] = own
        without = _left_out(read, client, changed)
        note = self._front(file.path, read, "note", LIMITS.lead)
        client_file.refuse_twin_files(read, _file_names(client, {*changed}, without))
        client = with_steps(client, changed, without, note)
        purpose = self._front(file.path, read, "purpose", PURPOSE)
        if read.label is not None:
            client = replace(client, label=self._words(file.path, read.label, LIMITS.tab_label))
        client = replace(client, purpose=purpose or client.purpose)
        return OwnClient(client, file.file, read)

    def _read(self, file: WrittenFile, *, needs_ids: bool) -> ClientFile:
        source = Source(file.path, file.name, file.text, client_file.FORM)
        read = client_file.read(source, needs_ids=needs_ids)
        client_file.refuse_unknown_slots(read, self._slots)
        return read

    def _step(self, path: str, step: WrittenStep, number: int) -> Step:
        return Step(
            step.section,
            step.id or f"{step.section}-{number}",
            self._words(path, step.lead, LIMITS.lead),
            tuple(self._block(path, block) for block in step.blocks),
        )

    def _block(self, path: str, block: WrittenBlock) -> Block:
        fence = block.fence
        code = written_files.code(path, self._expand(path, fence.text, is_words=True))
        if "file" in fence.attributes and fence.text.startswith("\n"):
            code = f"\n{code}"  # It is to be appended to a file whose last line may not end.
        copy_name = fence.attributes.get("copy_name")
        return Block(
            fence.language,
            (code,) if fence.off else code,
            block.shells,
            block.form,
            copy_name and self._words(path, copy_name, LIMITS.tab_label),
            fence.attributes.get("file"),
            block.store,
        )

    def _front(self, path: str, read: ClientFile, name: str, longest: int) -> str | None:
        return self._words(path, read.front[name], longest) if name in read.front else None

    def _words(self, path: str, written: str, longest: int) -> str:
        return written_files.words(path, self._expand(path, written, is_words=True), longest)


def _left_out(
    read: ClientFile, client: Client, changed: Collection[tuple[str, str]]
) -> frozenset[str]:
    """Find the steps that an author leaves out."""
    ids = list(dict.fromkeys(step.id for step in client.steps))
    found = {id_: FORMER.get(id_) or id_ for id_ in read.without}
    for written, id_ in found.items():
        line = read.source.front_line(written)
        if id_ not in ids:
            wrong = f"{written!r} is not a step of {client.id}{did_you_mean(written, ids)}"
            raise read.source.refused(line, wrong, f"any of {', '.join(ids)}")
        if any(id_ == other for _, other in changed):
            wrong = f"{written!r} is left out, and written below"
            raise read.source.refused(line, wrong, "one of the two")
    if client.id != FILES and {*found.values()} >= {*ids}:
        line = read.source.front_line("without")
        raise read.source.refused(line, "no step is left", "at least one step")
    return frozenset(found.values())


def _file_names(
    client: Client, changed: Collection[tuple[str, str]], without: Collection[str]
) -> dict[str, str]:
    """List the names of the files that stay as they are, each with what is said of it."""
    stay = (
        step
        for step in client.of("file")
        if (step.section, step.id) not in changed and step.id not in without
    )
    return {block.file: step.lead for step in stay for block in step.blocks if block.file}


def _no_step(read: ClientFile, step: WrittenStep, client: Client) -> OptionError:
    ids = list(dict.fromkeys(one.id for one in client.steps if one.section == step.section))
    near = did_you_mean(str(step.id), ids)
    wrong = f"{step.id!r} is not a step of {client.id} under {_NAMES[step.section]}{near}"
    expected = f"one of {', '.join(ids)}" if ids else "a section that the client has"
    return read.source.refused(step.line, wrong, expected)
