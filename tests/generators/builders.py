"""Builds the variants of the source site, side by side, each in a directory of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from site_server import BuildError
from stack import Stack

from .environments import PLUGIN, environment
from .variants import ZENSICAL_ASSETS, Variant

SOURCE = Path(__file__).with_name("site")
ASSETS = PLUGIN / "src" / "mkdocs_keyfill" / "assets"
# Git needs to know who commits what mike makes.
AUTHOR = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Keyfill"), ("EMAIL", "keyfill@example.org"))
}

# What Material and ProperDocs announce about MkDocs at each build says nothing about this site.
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def addresses(stack: Stack) -> dict[str, str]:
    """Return what the configuration of the source site reads from the environment."""
    first, second = stack.s3_regions.values()
    return {
        "KEYFILL_KEYSTONE_URL": stack.keystone_url,
        "KEYFILL_S3_URL": first,
        "KEYFILL_SECOND_S3_URL": second,
    }


def build(variant: Variant, work: Path, url: str, stack: Stack) -> Path:
    """Build the variant for this URL, with `work` for its sources, and return the site."""
    shutil.copytree(SOURCE, work)
    for name, text in variant.files.items():
        (work / name).write_text(text)
    config = {
        "INHERIT": variant.inherits,
        "site_url": url,
        # Zensical builds below the folder of its configuration only.
        "site_dir": "site",
        "theme": variant.theme,
        **variant.settings,
    }
    # JSON is YAML too.
    (work / "mkdocs.yml").write_text(json.dumps(config))
    if variant.generator == "zensical":
        # It runs no plugin of others, so nothing adds them.
        _keyfill(["assets", ZENSICAL_ASSETS], work / "docs")
    environ = {**os.environ, **AUTHOR, **QUIET, **addresses(stack)}
    # mike finds MkDocs in PATH.
    environ["PATH"] = f"{environment(variant.generator) / 'bin'}:{environ['PATH']}"
    if variant.versions:
        return _build_versions(variant, work, environ)
    strict = ["--strict"] if variant.generator == "zensical" else ["--strict", "--quiet"]
    _run([variant.generator, "build", *strict, "-f", "mkdocs.yml"], work, environ)
    return work / "site"


def plain(work: Path, stack: Stack) -> Path:
    """Lay out the static pages, which no generator has made, with the help of `keyfill`."""
    site = work / "site"
    shutil.copytree(SOURCE / "plain", site, ignore=shutil.ignore_patterns("*.yml"))
    _keyfill(["assets", "keyfill"], site)
    options = work / "keyfill.yml"
    options.write_text(_filled((SOURCE / "plain" / "keyfill.yml").read_text(), addresses(stack)))
    values = {
        **addresses(stack),
        "PANEL": _keyfill(["panel", "--clients", "aws", "mc"], work),
        "OFFER": _keyfill(["panel", "--offer"], work),
    }
    for page in site.glob("*.html"):
        page.write_text(_filled(page.read_text(), values))
    return site


def _keyfill(arguments: list[str], directory: Path) -> str:
    """Run the command that comes with the package."""
    return _run(
        [str(environment("zensical") / "bin" / "keyfill"), *arguments], directory, os.environ
    )


def _filled(text: str, values: Mapping[str, str]) -> str:
    return re.sub(r"@([A-Z_0-9]+)@", lambda found: values[found[1]], text)


def _build_versions(variant: Variant, work: Path, environ: Mapping[str, str]) -> Path:
    """Let mike commit each version, and take what a web server would get of its branch."""
    _run(["git", "init", "--quiet", "--initial-branch=main"], work, environ)
    _run(["git", "commit", "--quiet", "--allow-empty", "--message=Start"], work, environ)
    for version in variant.versions:
        mike = ["mike", "--quiet", "deploy", "--config-file=mkdocs.yml", version]
        _run(mike, work, {**environ, "KEYFILL_VERSION": version})
    site = work / "branch"
    _run(["git", "worktree", "add", "--quiet", str(site), "gh-pages"], work, environ)
    return site


def _run(command: list[str], directory: Path, environ: Mapping[str, str]) -> str:
    done = subprocess.run(
        command, cwd=directory, env=environ, capture_output=True, text=True, check=False
    )
    # What is strict stops at a warning by itself; a traceback that does not stop it counts too.
    if done.returncode != 0 or "Traceback" in done.stderr:
        raise BuildError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout
