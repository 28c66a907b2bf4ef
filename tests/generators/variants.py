"""Which sites are built: generators, themes, and what stands around the plugin.

Each is the one source site with a configuration that inherits one of its two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

# Highlighting by the theme's script, without SuperFences; or by Pygments, with everything.
PLAIN_MARKDOWN = "base.yml"
PYMDOWN = "pymdown.yml"

PALETTE = [
    {"media": "(prefers-color-scheme: light)", "scheme": "default"},
    {"media": "(prefers-color-scheme: dark)", "scheme": "slate"},
]
FEATURES = [
    "content.code.annotate",
    "content.code.copy",
    "content.tabs.link",
    "navigation.instant",
    "navigation.instant.prefetch",
    "search.highlight",
]


def material(*, without: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the theme with all that sites switch on; fonts would come from elsewhere."""
    features = [feature for feature in FEATURES if feature not in without]
    return {"name": "material", "font": False, "features": features, "palette": PALETTE}


@dataclass(frozen=True)
class Variant:
    """One site, and what a visit to it has to know."""

    name: str
    generator: str
    theme: Mapping[str, Any]
    inherits: str = PYMDOWN
    settings: Mapping[str, Any] = field(default_factory=dict)
    # Files beside or in the place of those of the source site.
    files: Mapping[str, str] = field(default_factory=dict)
    # One version of the site for each of these, made by mike.
    versions: tuple[str, ...] = ()

    @property
    def instant(self) -> bool:
        """Whether a click on a link keeps the document."""
        return "navigation.instant" in self.theme.get("features", ())

    @property
    def copies(self) -> bool:
        """Whether the theme has copy buttons of its own."""
        return "content.code.copy" in self.theme.get("features", ())

    @property
    def highlights_late(self) -> bool:
        """Whether a script of the theme highlights the blocks, once the document is there."""
        built_in = self.theme["name"] in ("mkdocs", "readthedocs")
        return built_in and bool(self.theme.get("highlightjs", True))

    def page(self, name: str) -> str:
        """The path of a page below the site's URL, `""` for the first one."""
        if self.settings.get("use_directory_urls", True):
            return f"{name}/" if name else ""
        return f"{name or 'index'}.html"


# It comes through macros itself, so the fence is what an expression says.
MACROS_PAGE = """# From macros

For {{ extra.brand }}:

{{ "```keyfill" }}
```

```bash
aws s3 ls --profile <region> --endpoint-url https://<endpoint> # {{ extra.brand }}
```
"""

# Everything that sites of this kind have around it, in one.
CROWD = {
    "awesome-pages": {},
    "glightbox": {},
    "macros": {},
    "minify": {
        "minify_html": True,
        "minify_js": True,
        "minify_css": True,
        "htmlmin_opts": {"remove_comments": True},
    },
    # Material loads Mermaid itself, where a page has a diagram.
    "privacy": {"assets_exclude": ["unpkg.com/mermaid*"]},
    "keyfill": {"remember_values": False},
    "redirects": {"redirect_maps": {"old-keys.md": "keys.md"}},
}
LINES = {"pygments_lang_class": False, "line_spans": "__span", "anchor_linenums": True}

# Without the plugin, the Markdown extension has its options, and the author names the files.
ZENSICAL_ASSETS = "assets/keyfill"
ZENSICAL = {
    "markdown_extensions": {
        "mkdocs_keyfill": {
            "brand": "{{ extra.brand }}",
            "keystone_url": "{{ extra.keystone }}",
            "regions": {
                "Aur1": {"s3_endpoint": "{{ extra.first }}"},
                "Aur2": {"s3_endpoint": "{{ extra.second }}"},
            },
            "remember_values": True,
        }
    },
    "extra_css": [f"{ZENSICAL_ASSETS}/keyfill.css"],
    # Zensical adds the list to the one that it inherits.
    "extra_javascript": [{"path": f"{ZENSICAL_ASSETS}/keyfill.js", "type": "module"}],
}

VARIANTS = [
    Variant("material", "mkdocs", material()),
    Variant("mkdocs", "mkdocs", {"name": "mkdocs"}, PLAIN_MARKDOWN),
    Variant("readthedocs", "mkdocs", {"name": "readthedocs"}, PLAIN_MARKDOWN),
    Variant("properdocs-material", "properdocs", material()),
    Variant("properdocs-mkdocs", "properdocs", {"name": "mkdocs", "highlightjs": False}),
    Variant("properdocs-readthedocs", "properdocs", {"name": "readthedocs"}, PLAIN_MARKDOWN),
    Variant("zensical", "zensical", material(), settings=ZENSICAL),
    Variant(
        "flat",
        "mkdocs",
        material(without=("navigation.instant", "navigation.instant.prefetch")),
        # With Material's own plugin for pages that are opened as files.
        settings={"use_directory_urls": False, "plugins": {"offline": {}}},
    ),
    Variant(
        "crowded",
        "mkdocs",
        material(without=("content.code.copy",)),
        settings={
            "plugins": CROWD,
            "markdown_extensions": {"pymdownx.highlight": LINES},
        },
        files={
            "docs/macros.md": MACROS_PAGE,
            "docs/.pages": "nav:\n  - index.md\n  - keys.md\n  - ...\n",
        },
    ),
    Variant(
        "mike",
        "mkdocs",
        material(),
        settings={"plugins": {"mike": {}}, "extra": {"version": {"provider": "mike"}}},
        versions=("aur1", "aur2"),
    ),
]

# The pages that are written by hand: see `builders.plain`.
PLAIN = Variant("plain", "", {"name": ""}, settings={"use_directory_urls": False})

BY_NAME = {variant.name: variant for variant in [*VARIANTS, PLAIN]}
