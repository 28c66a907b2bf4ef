"""The clients that Keyfill has: their files, and what is made of them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs_keyfill.clients import built_in
from mkdocs_keyfill.clients.client import Client, Gap, Guard
from mkdocs_keyfill.rules import CLIENT_FACTS, DEFAULTS, LIMITS

from clients import build

CLIENTS = {client.id: client for client in built_in.load()}
REQUIRED = ("set-up", "check", "use", "undo")


def test_what_is_made_is_what_the_files_say() -> None:
    drifts = f"{build.FILE.name} is not what the files make: run python -m clients.build"
    assert build.FILE.read_text(encoding="utf-8") == build.text(), drifts


def test_a_page_fetches_a_client_as_it_is(tmp_path: Path) -> None:
    script = build.ROOT / "www" / "client_files.py"
    subprocess.run([sys.executable, script, build.FILE, tmp_path], check=True)
    written = {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()}
    assert written == {
        name: text
        for one in (*CLIENTS.values(), built_in.files())
        for name, text in one.files(one.id).items()
    }
    for id_, client in CLIENTS.items():
        for shell in client.shells[1:]:
            text = written[f"client-{id_}--{shell}.json"]
            shells = [
                block.get("shells", [shell])
                for step in json.loads(text)["steps"]
                for block in step["blocks"]
            ]
            assert shells and all(shell in own for own in shells)


def test_the_files_to_save_are_complete_for_each_store() -> None:
    for files in (built_in.files(), built_in.files_for_all_stores()):
        assert {step.section for step in files.steps} == {"file"}
        for block in (block for step in files.steps for block in step.blocks):
            assert block.file and not block.shells and not block.form
            assert all(piece.place for piece in block.text if isinstance(piece, Gap))
    ids = [step.id for step in built_in.files().steps]
    for ways in (("path", "https"), ("virtual", "http")):
        found = built_in.files_for_all_stores().for_store(frozenset(ways))
        assert [step.id for step in found.steps] == ids
        assert all(len(step.blocks) == 1 for step in found.steps)


def test_the_default_clients_are_there_and_come_first() -> None:
    assert tuple(CLIENTS)[: len(DEFAULTS.clients)] == DEFAULTS.clients


@pytest.mark.parametrize("client", CLIENTS.values(), ids=CLIENTS)
def test_a_client_has_what_it_needs(client: Client) -> None:
    assert client.purpose and len(client.purpose) <= 120 and client.purpose.endswith(".")
    assert len(client.label) <= LIMITS.tab_label
    assert {step.section for step in client.steps} >= {*REQUIRED}
    for step in client.steps:
        assert len(step.lead) <= LIMITS.lead
        for block in step.blocks:
            assert not isinstance(block.text, str)
            assert all(piece.place for piece in block.text if isinstance(piece, Gap))
            plain = [piece for piece in block.text if isinstance(piece, str)]
            assert sum(map(len, plain)) <= LIMITS.step
            assert not any("--8<--" in text for text in plain)


@pytest.mark.parametrize("client", CLIENTS.values(), ids=CLIENTS)
def test_a_guard_is_in_texts_with_slots_alone(client: Client) -> None:
    for block in (block for step in client.steps for block in step.blocks):
        guards = [piece for piece in block.text if isinstance(piece, Guard)]
        assert len(guards) <= 1
        if guards:
            assert any(isinstance(piece, Gap) for piece in block.text)


def test_the_engine_knows_the_same_slots() -> None:
    engine = build.engine()
    written = [f"x = <{id_}>" for id_ in CLIENT_FACTS]
    answers = engine.blocks(build.DATASET, [("text", text) for text in written])
    found = [piece[0] for answer in answers for piece in answer or [] if isinstance(piece, list)]
    assert found == [*CLIENT_FACTS]


def test_an_id_says_one_thing_in_all_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "---\npurpose: It stores.\n---\n# {}\n\n## Use\n\n{}.\n{{: #use }}\n\n```bash\nx\n```\n"
    (tmp_path / "a.md").write_text(text.format("a", "Use it"))
    (tmp_path / "b.md").write_text(text.format("b", "Use that"))
    monkeypatch.setattr(built_in, "FOLDER", tmp_path)
    with pytest.raises(Exception, match=r"'b.md', line 8: 'use' says something else elsewhere"):
        build.clients("a", "b")
    (tmp_path / "b.md").write_text(text.format("b", "Use it").replace("purpose", "porpoise"))
    with pytest.raises(Exception, match=r"'b.md', line 1: it has no purpose"):
        build.clients("a", "b")
    [client] = build.clients("a")
    assert json.loads(client.minified())["label"] == "a"
