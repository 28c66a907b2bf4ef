"""The assets as files of a site of MkDocs or ProperDocs."""

from collections.abc import Mapping

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_keyfill.errors import PLUGIN, PluginError
from mkdocs_keyfill.web.assets import FOLDER, WORKER, Assets, worker
from mkdocs_keyfill.web.site_config import SiteConfig


def add_references(assets: Assets, site: MkDocsConfig) -> None:
    """Let each page load the style and the loader, which loads the rest when needed."""
    script = ExtraScriptValue(f"{assets.folder}/keyfill.js")
    script.type = "module"
    style = f"{assets.folder}/keyfill.css"
    # mkdocs-static-i18n builds each language with the configuration of the one before.
    if style not in site.extra_css:
        site.extra_javascript.append(script)
        site.extra_css.append(style)


def add_files(
    assets: Assets,
    config: SiteConfig,
    clients: Mapping[str, str],
    files: Files,
    site: MkDocsConfig,
    session: str,
) -> None:
    """Add the files to the site; beside them its configuration, and the clients that it changes.

    As content and not as paths: Material's privacy plugin would scan and rewrite files.
    """
    _refuse_pages(files)
    own = {config.file: config.text, **clients}
    contents = {**assets.contents, **{name: text.encode() for name, text in own.items()}}
    by_uri = {f"{assets.folder}/{name}": content for name, content in contents.items()}
    by_uri[f"{FOLDER}/{WORKER}"] = worker(session)
    for uri, content in by_uri.items():
        included = InclusionLevel.INCLUDED  # Whatever the site's exclude_docs says.
        files.append(File.generated(site, uri, content=content, inclusion=included))


def _refuse_pages(files: Files) -> None:
    """Keep pages out of the worker's folder: it would control them."""
    folder = f"{FOLDER}/{WORKER}".rpartition("/")[0]
    for file in files.documentation_pages():
        if file.dest_uri.startswith(f"{folder}/"):
            raise PluginError(
                f"{PLUGIN}: {file.src_uri} would be a page in {folder}/, where only the worker of "
                "Keyfill may be. Move the page."
            )
