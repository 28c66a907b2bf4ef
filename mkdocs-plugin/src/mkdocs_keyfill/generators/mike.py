"""Which version mike builds: sites keep one version for each region."""

import json
import os

from mkdocs_keyfill.options.site_facts import Version

VARIABLE = "MIKE_DOCS_VERSION"


def building() -> Version:
    """Read the variable.

    mike 2.2 sets it to the bare version (`mkdocs_utils.build`). A JSON object with `version`,
    `title` and `aliases`, as `versions.json` has it, is understood too.
    """
    text = os.environ.get(VARIABLE, "")
    try:
        told = json.loads(text)
    except ValueError:
        told = text
    if not isinstance(told, dict):
        return Version((text,) if text else ())
    aliases = told.get("aliases") or []
    names = [told.get("version"), told.get("title"), *aliases]
    return Version(tuple(name for name in names if isinstance(name, str)))
