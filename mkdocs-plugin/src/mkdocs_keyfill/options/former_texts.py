"""Texts that the panel had in earlier versions, with the ids of those that say it now.

They are in `former_texts.json`. A site that replaces one of them still builds: its words stand for
the text of today, or are left out where none has taken the place of the former one.
`docs/upgrading.md` has what changed.
"""

import json
from collections.abc import Mapping
from pathlib import Path

_FILE = Path(__file__).with_name("former_texts.json")

FORMER: Mapping[str, str | None] = json.loads(_FILE.read_text(encoding="utf-8"))
"""Each `{name}` is called as in the text of today, so that words for `{}` find their place."""
