"""Builds the variants of the source site, side by side, each in a directory of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from site_server import BuildError
from stack import Stack

from .environments import PLUGIN, environment
from .variants import Variant

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
    environ = {**os.environ, **AUTHOR, **QUIET, **addresses(stack)}
    # mike finds MkDocs in PATH.
    environ["PATH"] = f"{environment(variant.generator) / 'bin'}:{environ['PATH']}"
    if variant.versions:
        return _build_versions(variant, work, environ)
    strict = ["--strict"] if variant.generator == "zensical" else ["--strict", "--quiet"]
    _run([variant.generator, "build", *strict, "-f", "mkdocs.yml"], work, environ)
    return work / "site"


def plain(work: Path, stack: Stack) -> Path:
    """Lay out the static pages, which no generator has made."""
    site = work / "site"
    shutil.copytree(SOURCE / "plain", site)
    # `keyfill assets` will do this.
    shutil.copytree(ASSETS, site / "keyfill")
    for page in site.glob("*.html"):
        text = page.read_text()
        for name, value in addresses(stack).items():
            text = text.replace(f"@{name}@", value)
        page.write_text(text)
    return site


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


def _run(command: list[str], directory: Path, environ: Mapping[str, str]) -> None:
    done = subprocess.run(
        command, cwd=directory, env=environ, capture_output=True, text=True, check=False
    )
    # What is strict stops at a warning by itself; a traceback that does not stop it counts too.
    if done.returncode != 0 or "Traceback" in done.stderr:
        raise BuildError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
