"""The files to save that an author changes or leaves out, and what is wrong with them."""

import json
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from mkdocs_keyfill.clients import client_file
from mkdocs_keyfill.clients.client_file import ClientFile
from mkdocs_keyfill.clients.markdown_parts import Source
from mkdocs_keyfill.command import main
from mkdocs_keyfill.errors import OptionError
from written_site import OPTIONS, Site, data_config, told

AWS = """## File

Save it so.
{: #export-aws }

``` { .bash file="<profile>.sh" }

key=<access-key>
```
"""
TWO = """# Veeam

## Set up

Do it.
{: #veeam-do }

```bash
veeam add <profile>
```

## File

Save it.
{: #veeam-file }

``` { .ini file="<profile>.ini" }
key = <access-key>
```
"""
CLIENT = "# V\n\n## Use\n\nUse.\n\n```bash\nv\n```\n"


def read(text: str) -> ClientFile:
    source = Source("tabs.veeam", "veeam.md", text, client_file.FORM)
    return client_file.read(source, needs_ids=True)


def changed(site: Site, text: str) -> tuple[dict[str, Any], list[Any]]:
    """Build a site with such an override; return its configuration, and what pages fetch."""
    (site.folder / "files.md").write_text(text)
    page = site.build({**OPTIONS, "client_overrides": {"files": "files.md"}})
    found = [json.loads(file.read_bytes()) for file in site.out.rglob("client-files-*.json")]
    return data_config(page), found


def test_a_file_of_the_authors_takes_the_place_of_one(site: Site) -> None:
    config, [files] = changed(site, AWS)
    [(id_, hash_)] = config["client_files"].items()
    assert id_ == "files" and list(site.out.rglob(f"client-files-{hash_}.json"))
    first, second = files["steps"]
    assert (first["lead"], second["id"]) == ("Save it so.", "export-env")
    # It is for every shell, and begins with its empty line: it is to be appended.
    assert first["blocks"] == [
        {"language": "bash", "file": "<profile>.sh", "text": "\nkey=<access-key>"}
    ]
    assert config["clients"] == ["aws", "mc", "s3cmd"]


def test_files_are_left_out(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    _, [files] = changed(site, "---\nwithout: [export-env]\n---\n")
    assert [step["id"] for step in files["steps"]] == ["export-aws"]
    (site.folder / "mkdocs.yml").write_text(json.dumps(site_options()))
    assert main(["config", "-f", str(site.folder / "mkdocs.yml")]) == 0
    assert "files to save: export-aws\n" in capsys.readouterr().out


def site_options() -> dict[str, Any]:
    """Write the options of a site, for the command."""
    options = {**OPTIONS, "client_overrides": {"files": "files.md"}}
    return {"site_name": "Aurora", "theme": "mkdocs", "plugins": [{"keyfill": options}]}


def test_all_files_are_left_out(site: Site) -> None:
    config, files = changed(site, "---\nwithout: [export-env, export-aws]\n---\n")
    assert (config["client_files"], files) == ({"files": ""}, [])


def test_nobody_who_changes_nothing_has_a_file_of_their_own(site: Site) -> None:
    assert "client_files" not in data_config(site.build(OPTIONS))


def test_their_sentences_can_be_replaced(site: Site) -> None:
    page = site.build({**OPTIONS, "texts": {"export-aws": "Keep it."}})
    [file] = site.out.rglob("client-files-*.json")
    assert json.loads(file.read_bytes())["steps"][0]["lead"] == "Keep it."
    assert set(data_config(page)["client_files"]) == {"files"}


ERRORS = [
    (
        AWS.replace("export-aws", "export-awx"),
        "line 3: 'export-awx' is not a step of files under File; did you mean 'export-aws'? "
        "Expected: one of export-aws, export-env.",
    ),
    (
        AWS.replace("## File", "## Use").replace(' file="<profile>.sh"', ""),
        "line 3: 'export-aws' is not a step of files under Use. Expected: a section that the "
        "client has.",
    ),
    (
        AWS.replace("<profile>.sh", "x.env"),
        "line 6: 'x.env' is also the name of another file: 'Or it.'. Expected: a name of its own "
        "for each file.",
    ),
    (
        "---\nnote: x\nwithout: [export-evn]\n---\n",
        "line 3: 'export-evn' is not a step of files; did you mean 'export-env'? Expected: any of "
        "export-aws, export-env.",
    ),
    (
        f"---\nwithout: [export-aws]\n---\n{AWS}",
        "line 2: 'export-aws' is left out, and written below. Expected: one of the two.",
    ),
]


@pytest.mark.parametrize(("text", "wrong"), ERRORS)
def test_what_is_wrong_is_named_with_its_line(
    site: Site, caplog: pytest.LogCaptureFixture, text: str, wrong: str
) -> None:
    with pytest.raises(Abort):
        changed(site, text)
    assert told(caplog) == f"Plugin 'keyfill' option 'client_overrides.files': 'files.md', {wrong}"


@pytest.mark.parametrize(
    ("options", "path", "wrong"),
    [
        (
            {"tabs": {"files": "client.md"}},
            "tabs.files",
            "'files' is what the files to save are called. Expected: another id, or "
            "client_overrides for those files.",
        ),
        (
            {"tabs": {"v": "without.md"}},
            "tabs.v",
            "'without.md', line 2: without is for a client that Keyfill has. Expected: a file of "
            "client_overrides.",
        ),
        (
            {"client_overrides": {"mc": "nothing.md"}},
            "client_overrides.mc",
            "'nothing.md', line 2: no step is left. Expected: at least one step.",
        ),
    ],
)
def test_what_is_wrong_elsewhere_is_named(
    site: Site,
    caplog: pytest.LogCaptureFixture,
    options: dict[str, Any],
    path: str,
    wrong: str,
) -> None:
    (site.folder / "client.md").write_text(CLIENT)
    (site.folder / "without.md").write_text(f"---\nwithout: [a]\n---\n{CLIENT}")
    (site.folder / "nothing.md").write_text("---\nwithout: [step-set-up, step-use]\n---\n")
    with pytest.raises(Abort):
        site.build({**OPTIONS, **options})
    assert told(caplog) == f"Plugin 'keyfill' option '{path}': {wrong}"


def test_two_files_have_two_names() -> None:
    twice = TWO + '\nOr that.\n{: #veeam-other }\n\n``` { .ini file="<profile>.ini" }\nx\n```\n'
    for text, others, line, other in (
        (twice, {}, 24, "Save it."),
        (TWO, {"<profile>.ini": "A file."}, 17, "A file."),
    ):
        with pytest.raises(OptionError) as caught:
            client_file.refuse_twin_files(read(text), others)
        assert caught.value.reason == (
            f"'veeam.md', line {line}: '<profile>.ini' is also the name of another file: "
            f"{other!r}. Expected: a name of its own for each file."
        )
    client_file.refuse_twin_files(read(TWO), {"other.ini": "A file."})


def test_a_file_to_save_is_for_all_shells() -> None:
    text = TWO.replace('``` { .ini file="<profile>.ini" }', '``` { .bash file="<profile>.sh" }')
    assert read(text).steps[-1].blocks[0].shells == ()
    text = TWO.replace("``` { .ini file=", '``` { .ini shell="fish" file=')
    assert read(text).steps[-1].blocks[0].shells == ("fish",)
