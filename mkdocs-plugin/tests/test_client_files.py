"""Clients in Markdown files: what a file may say, and what is wrong with one, by its line."""

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from mkdocs_keyfill.clients import client_file, client_slots
from mkdocs_keyfill.clients.client import Block, Client, Gap, Guard, Step, from_data
from mkdocs_keyfill.clients.client_file import ClientFile
from mkdocs_keyfill.clients.markdown_parts import Source
from mkdocs_keyfill.errors import OptionError
from written_site import OPTIONS, STATIC, Site, told

FILE = """---
purpose: It stores.
note: Version 2 alone.
title: no matter
---
# Veeam

<!--
## No section
-->

## Set up

Add it. The command
asks for the `secret` key.
{: #veeam-prompt }

``` { .bash form="prompt" copy_name="Copy the command" }
veeam add <profile>

## no heading
```

``` { .powershell form="prompt" }
veeam add '<profile>'
```

Do it on all.
{: #veeam-quick }

``` { .bash shell="posix fish" form="quick" }
veeam add <profile> <secret-key>
```

## File

Save it.
{: #veeam-file }

``` { .ini file="<profile>.ini" }
key = <access-key>
```
"""


def read(text: str, *, needs_ids: bool = True) -> ClientFile:
    source = Source("tabs.veeam", "veeam.md", text, client_file.FORM)
    return client_file.read(source, needs_ids=needs_ids)


def test_a_file_is_read() -> None:
    found = read(FILE)
    assert (found.label, found.heading and found.heading.number) == ("Veeam", 6)
    assert found.front == {"purpose": "It stores.", "note": "Version 2 alone."}
    assert [(step.section, step.id, step.lead) for step in found.steps] == [
        ("set-up", "veeam-prompt", "Add it. The command asks for the secret key."),
        ("set-up", "veeam-quick", "Do it on all."),
        ("file", "veeam-file", "Save it."),
    ]
    blocks = [block for step in found.steps for block in step.blocks]
    assert [(block.fence.language, block.shells, block.form) for block in blocks] == [
        ("bash", ("posix",), "prompt"),
        ("powershell", ("powershell",), "prompt"),
        ("bash", ("posix", "fish"), "quick"),
        ("ini", (), None),
    ]
    assert blocks[0].fence.text == "veeam add <profile>\n\n## no heading"
    assert blocks[0].fence.attributes["copy_name"] == "Copy the command"
    assert blocks[-1].fence.attributes["file"] == "<profile>.ini"


def test_a_file_has_sections_where_it_has_a_heading_below_its_own() -> None:
    for text, expected in [
        (FILE, True),
        ("# A\n\nx\n\n```\n## Check\n```\n", False),
        ("## A\n\nx\n\n```\ny\n```\n", False),
        ("# A\n\n<!--\n## Check\n-->\nx\n\n```\ny\n```\n", False),
        ("# A\n\n## Wrong\n", True),
    ]:
        assert client_file.has_sections("tabs.v", "v.md", text) is expected, text


HEAD = "# V\n\n## Set up\n\n"
STEP = "Do it.\n{: #do }\n\n```bash\nx\n```\n"
FORM = client_file.FORM
FRONT = "a mapping with any of purpose, note, each of them text"
FILE_FORM = (
    "at most 64 letters, digits, spaces, '.', '_' and '-', no '.' first or last, and <profile> for "
    "the region's"
)
ORDER = "one of Set up, Check, Use, Undo, Test, File, in this order"

WRONG = [
    (
        "# V\n\n## Setup\n",
        3,
        f"'Setup' is not a section; did you mean 'Set up'? Expected: ## and {ORDER}.",
    ),
    (
        f"{HEAD}{STEP}\n### Check\n",
        12,
        f"a heading of level 3. Expected: ## and {ORDER}.",
    ),
    (f"{HEAD}{STEP}\n## Set up\n", 12, f"'Set up' occurs twice. Expected: {ORDER}."),
    (f"# V\n\n## Use\n\n{STEP}\n## Check\n", 12, f"'Check' is out of order. Expected: {ORDER}."),
    ("# V\n\nHello.\n\n## Set up\n", 3, f"it comes before the first section. Expected: {FORM}."),
    (f"{HEAD}```bash\nx\n```\n", 5, f"the code has no paragraph before it. Expected: {FORM}."),
    (f"{HEAD}{{: #x }}\n", 5, f"the id has no paragraph before it. Expected: {FORM}."),
    (f"{HEAD}Do it.\n\n## Check\n", 5, f"a paragraph has no code after it. Expected: {FORM}."),
    (f"{HEAD}A.\n{{: #a }}\n\nB.\n", 5, f"a paragraph has no code after it. Expected: {FORM}."),
    (f"{HEAD}A.\n\n```bash\nx\n```\n", 5, "the step has no id. Expected: {: #its-id } below it."),
    (
        f"{HEAD}A.\n{{: #A }}\n",
        6,
        "'A' is not a valid step id. Expected: at most 64 lowercase letters, digits and '-', "
        "beginning with a letter.",
    ),
    (f"{HEAD}{STEP}\n{STEP}", 13, "'do' is already the id of a step. Expected: each step once."),
    (
        f"{HEAD}{STEP}\n## Check\n\n{STEP.replace('it', 'that')}",
        15,
        "'do' has another sentence in line 5. Expected: the same sentence for the same id.",
    ),
    (
        f'{HEAD}A.\n{{: #a }}\n\n``` {{ .bash form="promt" }}\nx\n```\n',
        8,
        "'promt' is not a form; did you mean 'prompt'? "
        "Expected: one of prompt, quick, or none for both.",
    ),
    (
        f'{HEAD}A.\n{{: #a }}\n\n``` {{ .bash shell="posix fsh" }}\nx\n```\n',
        8,
        "'fsh' is not a shell; did you mean 'fish'? Expected: any of posix, fish, powershell, cmd.",
    ),
    (
        f'{HEAD}A.\n{{: #a }}\n\n``` {{ .bash shel="fish" }}\nx\n```\n',
        8,
        "'shel' is not an attribute of a block; did you mean 'shell'? "
        "Expected: any of form, shell, store, copy_name, file.",
    ),
    (
        f'{HEAD}A.\n{{: #a }}\n\n``` {{ .bash store="virtul" }}\nx\n```\n',
        8,
        "'virtul' is not a store; did you mean 'virtual'? "
        "Expected: any of path, virtual, https, http.",
    ),
    (
        f'{HEAD}A.\n{{: #a }}\n\n``` {{ .ini file="x" }}\nx\n```\n',
        8,
        "the block is not in the section File. "
        "Expected: file= in the section File, and only there.",
    ),
    (
        "# V\n\n## File\n\nA.\n{: #a }\n\n```ini\nx\n```\n",
        8,
        "the block has no file name. Expected: file= in the section File, and only there.",
    ),
    (
        '# V\n\n## File\n\nA.\n{: #a }\n\n``` { .ini file=".x" }\nx\n```\n',
        8,
        f"'.x' is not a file name. Expected: {FILE_FORM}.",
    ),
    (
        '# V\n\n## File\n\nA.\n{: #a }\n\n``` { .ini file="a/<profile>" }\nx\n```\n',
        8,
        f"'a/<profile>' is not a file name. Expected: {FILE_FORM}.",
    ),
    ("# V\n\n## Set up\n", 1, f"it has no code. Expected: {FORM}."),
    (
        f"---\nnote: x\nwithout: do\n---\n{HEAD}{STEP}",
        3,
        "without is not a list of steps. Expected: the ids of steps, in [].",
    ),
    (
        f"---\nnote: 7\n---\n{HEAD}{STEP}",
        1,
        f"note is not text. Expected: {FRONT}.",
    ),
    (
        f"---\n- x\n---\n{HEAD}{STEP}",
        1,
        f"the front matter is not a mapping. Expected: {FRONT}.",
    ),
    (
        f"---\na: [\n---\n{HEAD}{STEP}",
        1,
        f"the front matter is not YAML. Expected: {FRONT}.",
    ),
]


@pytest.mark.parametrize(
    ("text", "line", "message"), WRONG, ids=[str(n) for n in range(len(WRONG))]
)
def test_a_wrong_file_is_named_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(OptionError) as caught:
        read(text)
    assert caught.value.reason == f"'veeam.md', line {line}: {message}"


def test_an_unknown_slot_is_named_with_its_line(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    text = FILE.replace("## no heading", "<signing-regoin>")
    (site.folder / "veeam.md").write_text(text)
    with pytest.raises(Abort):
        site.build({**OPTIONS, "tabs": {"veeam": "veeam.md"}})
    assert told(caplog).startswith(
        "Plugin 'keyfill' option 'tabs.veeam': 'veeam.md', line 21: '<signing-regoin>' is not a "
        "known placeholder; did you mean '<signing-region>'? Expected: one of <profile>, "
    )


def included(pieces: Path, text: str) -> ClientFile:
    source = Source("clients.v", "v.md", text, client_file.FORM)
    source.include(pieces)
    return client_file.read(source, needs_ids=True)


def test_pieces_take_the_places_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "guard.sh").write_text("stop\n")
    (tmp_path / "all.sh").write_text('a <profile>\n--8<-- "guard.sh"\n\nb\n')
    text = f'{HEAD}A.\n{{: #a }}\n\n```bash\n--8<-- "guard.sh"\nfirst\n--8<-- "all.sh"\n```\n'
    [step] = included(tmp_path, text).steps
    fence = step.blocks[0].fence
    assert fence.text == "first\na <profile>\n\nb"
    assert fence.guards == [(0, "stop\n"), (18, "stop\n")]
    slots = client_slots.for_clients((), STATIC.slots)
    assert client_slots.guarded(client_slots.split(fence.text, slots), fence.guards) == (
        Guard("stop\n"),
        "first\na ",
        Gap("profile", "<profile>", None),
        "\n",
        Guard("stop\n"),
        "\nb",
    )


@pytest.mark.parametrize(
    ("pieces", "place", "wrong"),
    [
        ({}, "'v.md', line 9", "'a.sh' is no piece. Expected: one of b.sh."),
        ({"a.sh": 'x\n--8<-- "c.sh"\n'}, "'a.sh', line 2", "'c.sh' is no piece."),
        ({"a.sh": '--8<-- "a.sh"\n'}, "'a.sh', line 1", "pieces go round."),
        (
            {"a.sh": "x\n<profil>\n"},
            "'a.sh', line 2",
            "'<profil>' is not a known placeholder; did you mean",
        ),
    ],
)
def test_a_wrong_piece_is_named_with_its_line(
    tmp_path: Path, pieces: dict[str, str], place: str, wrong: str
) -> None:
    for name, text in {"b.sh": "", **pieces}.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(OptionError) as caught:
        found = included(tmp_path, f'{HEAD}A.\n{{: #a }}\n\n```bash\n--8<-- "a.sh"\n```\n')
        client_file.refuse_unknown_slots(found, client_slots.for_clients((), STATIC.slots))
    assert caught.value.reason.startswith(f"{place}: {wrong}")


def test_a_client_is_the_same_when_it_was_written() -> None:
    block = Block(
        "bash", ("a ", Gap("profile", "<profile>", "sh"), Guard("g")), ("posix",), "quick", "Copy"
    )
    step = Step("set-up", "x", "Do.", (block, Block("ini", "y", file="z.ini")))
    client = Client("v", "V", "It stores.", None, (step,))
    assert from_data(client.data()) == client
    assert client.shells == ("posix",)
    assert step.block("posix", "quick") is block
    assert step.block("fish", "quick") is step.blocks[1]
    assert '"text":["a ",["profile","<profile>","sh"],{"guard":"g"}]' in client.minified()
