"""The command `keyfill`: for sites that cannot run the plugin, and for finished sites of any kind.

What it found goes to standard output, messages to standard error.
"""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from functools import partial
from importlib import metadata
from io import TextIOWrapper
from pathlib import Path

from mkdocs_keyfill import rules, static_page
from mkdocs_keyfill.check import check_report, loaded_files, site_check, site_pages
from mkdocs_keyfill.check.engine_reader import EngineReader
from mkdocs_keyfill.check.names_reader import NOT_CONFIGURED, NamesReader
from mkdocs_keyfill.check.site_check import Known, Reader
from mkdocs_keyfill.check.site_pages import WrongPanel
from mkdocs_keyfill.config import config_file, config_report, schema
from mkdocs_keyfill.config.config_file import FileError
from mkdocs_keyfill.errors import OptionError, PluginError
from mkdocs_keyfill.generators import known as generators
from mkdocs_keyfill.options import settings
from mkdocs_keyfill.options.declared import Options
from mkdocs_keyfill.options.settings import Settings
from mkdocs_keyfill.panel import panel_options
from mkdocs_keyfill.panel.panel_options import WrongOption
from mkdocs_keyfill.panel.panels import Panels
from mkdocs_keyfill.slots import slot_engine
from mkdocs_keyfill.web import asset_copies
from mkdocs_keyfill.web.asset_copies import NotOurs

OK, WRONG, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; give 0, or 1 where something is wrong with what it was given."""
    chosen = _parser().parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        # A console of Windows, or a job without a locale, knows few letters.
        sys.stdout.reconfigure(errors="xmlcharrefreplace" if chosen.html else "backslashreplace")
    try:
        code: int = chosen.run(chosen)
    except BrokenPipeError:  # `keyfill check site | head` has seen enough.
        sys.stderr.close()
        return OK
    except OSError as error:
        print(f"keyfill: {error.filename}: {error.strerror}", file=sys.stderr)
        return WRONG
    except (FileError, NotOurs, PluginError, WrongOption, WrongPanel) as error:
        print(f"keyfill: {error}", file=sys.stderr)
        return WRONG
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("keyfill", description="Keyfill for sites of any kind.")
    parser.set_defaults(html=False)
    parser.add_argument("--version", action="version", version=metadata.version("mkdocs-keyfill"))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    assets = commands.add_parser("assets", help="copy the files that pages load")
    assets.add_argument(
        "folder", type=Path, metavar="DIR", help="the folder to copy to; created if missing"
    )
    _add_file(assets)
    assets.add_argument(
        "--force", action="store_true", help="also overwrite files that are not Keyfill's"
    )
    assets.set_defaults(run=_assets)

    config = commands.add_parser("config", help="check a configuration")
    _add_file(config)
    config.set_defaults(run=_config)

    panel = commands.add_parser("panel", help="print the HTML of a panel, for a plain page")
    _add_file(panel)
    panel.add_argument("--offer", action="store_true", help="print the offer instead of the panel")
    id_help = "a different id for each panel (default: kf1)"
    panel.add_argument("--id", default="kf1", type=_id, help=id_help)
    panel.add_argument("--clients", nargs="+", metavar="CLIENT", help="the tabs, in order")
    panel.add_argument("--region", help="the region that is selected at first")
    panel.add_argument("--title", help="a title above the panel")
    panel.add_argument("--show", choices=rules.SHOWS, help="which part of the panel to show")
    panel.add_argument("--compact", action="store_true", help="use less space")
    panel.set_defaults(run=_panel, html=True)

    printed = commands.add_parser("schema", help="print a JSON schema of the options, for editors")
    printed.set_defaults(run=_schema)

    check = commands.add_parser("check", help="list the placeholders of a built site")
    check.add_argument("site", type=Path, metavar="SITE", help="the folder of the site")
    _add_file(check)
    check.add_argument(
        "--strict", action="store_true", help="fail if there are possible typos or missing files"
    )
    check.add_argument("--json", action="store_true", help="print JSON")
    check.set_defaults(run=_check)
    return parser


def _add_file(parser: argparse.ArgumentParser) -> None:
    text = "mkdocs.yml, zensical.toml, or a file with Keyfill's options alone"
    parser.add_argument("-f", "--config-file", type=Path, dest="file", metavar="FILE", help=text)


def _id(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not valid. Expected: a letter, then letters, digits and '-'"
        )
    return text


def _assets(chosen: argparse.Namespace) -> int:
    known = _known_settings(chosen.file)
    clients = known.shown.contents if known else {}
    session = known.behaviour.session if known else rules.SESSION[0]
    for file in asset_copies.copy(chosen.folder, clients, session, force=chosen.force):
        print(f"keyfill: wrote {file}", file=sys.stderr)
    print("\n".join(generators.asset_lines(asset_copies.in_site(chosen.folder))))
    return OK


def _known_settings(file: Path | None) -> Settings | None:
    """Read the configuration; who names none may have none."""
    if file is not None:
        return _settings(file)
    try:
        file, _ = config_file.find(Path())
        return _settings(file)
    except FileError:
        return None


def _config(chosen: argparse.Namespace) -> int:
    print("\n".join(config_report.lines(_settings(chosen.file))))
    return OK


def _schema(chosen: argparse.Namespace) -> int:
    print(schema.text(), end="")
    return OK


def _panel(chosen: argparse.Namespace) -> int:
    panels = Panels(_settings(chosen.file), static_page.load())
    written = {
        "clients": " ".join(chosen.clients) if chosen.clients else None,
        "region": chosen.region,
        "title": chosen.title,
        "show": chosen.show,
        "compact": "" if chosen.compact else None,
    }
    given = {name: value for name, value in written.items() if value is not None}
    options = panel_options.read(given, panels.settings)
    if chosen.offer and not panels.settings.regions:
        raise FileError("not configured yet (a region is called FIXME): there is nothing to offer")
    print(panels.offer(chosen.id) if chosen.offer else panels.panel(chosen.id, options))
    return OK


def _check(chosen: argparse.Namespace) -> int:
    if not chosen.site.is_dir():
        raise FileError(f"{chosen.site} is not a folder. Expected: the folder of a built site.")
    if chosen.file:
        known, page = _known(_settings(chosen.file)), None
    else:
        found = site_pages.panel(chosen.site)
        if found is None:
            raise FileError(
                f"no page in {chosen.site} has a panel, so the placeholders are not known. "
                "Expected: -f FILE with the configuration."
            )
        known = site_check.known(found.config, static_page.load().slots, found.dataset)
        page = found.page
    missing = partial(loaded_files.missing, chosen.site)
    try:
        report = site_check.check(site_pages.pages(chosen.site), known, _reader(known), missing)
    except slot_engine.Refused as refused:
        if page is None:
            raise
        raise site_pages.refuse(page, f"a page refuses ({refused})") from refused
    if not report.pages:
        raise FileError(f"{chosen.site} contains no pages. Expected: the folder of a built site.")
    if chosen.json:
        print(check_report.as_json(report))
    else:
        print("\n".join(check_report.lines(report)))
    is_wrong = report.count(site_check.NEAR) or report.incomplete
    return WRONG if chosen.strict and is_wrong else OK


def _known(settings: Settings) -> Known:
    # Not configured yet: there is no panel that could fill anything.
    dataset = {"config": json.dumps(settings.data)} if settings.regions else {}
    return site_check.known(settings.data, static_page.load().slots, dataset)


def _reader(known: Known) -> Reader:
    """Take the engine, or names alone without it."""
    if not known.dataset:
        return NamesReader(known, NOT_CONFIGURED)
    engine = slot_engine.load()
    return EngineReader(engine, known) if engine else NamesReader(known)


def _settings(file: Path | None) -> Settings:
    if file is None:
        file, others = config_file.find(Path())
        if others:
            names = ", ".join(map(str, others))
            print(f"keyfill: using {file}; to use {names}, add -f FILE", file=sys.stderr)
    found = config_file.load(file)
    try:
        return settings.resolve(Options(found.written), found.site, static_page.load())
    except OptionError as error:
        raise error.said_by(found.site.by) from error


if __name__ == "__main__":
    sys.exit(main())
