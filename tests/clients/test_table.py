"""The table of `docs/clients.md` has every client, and says of none that more was run than was."""

from __future__ import annotations

from mkdocs_keyfill.clients import built_in

from . import table, test_each_client

ROWS = {
    cells[0]: cells[1:]
    for line in table.GUIDE.read_text().partition(table.HEAD)[2].partition("\n\n")[0].splitlines()
    if (cells := [cell.strip() for cell in line.strip("| ").split(" | ")])
}


def test_each_client_has_a_row() -> None:
    assert [*ROWS] == [client.label for client in built_in.load()]


def test_what_was_run_is_what_the_tests_run() -> None:
    run = {tab for tab, _ in test_each_client.CLIENTS.values()}
    for client in built_in.load():
        version, ran, _ = ROWS[client.label]
        assert (ran == "nothing") is (client.id not in run), client.id
        assert (version == "none") is (client.id not in run), client.id
        assert ("fish: " in ran) is (client.id in run), client.id
        assert "powershell" not in ran


def test_what_was_only_read_says_by_what() -> None:
    for client in built_in.load():
        read = ROWS[client.label][2]
        assert ("powershell by tree-sitter" in read) is ("powershell" in client.shells), client.id


def test_the_table_is_written_where_it_stands() -> None:
    note = table.Note("ran", "aws", "9.9.9", "bash", "set up (quick form), check, undo")
    text = table.text(table.GUIDE.read_text(), [note])
    assert "| aws | 9.9.9 | bash: set up (quick), check, undo | nothing |\n" in text
    assert table.text(text, [note]) == text
