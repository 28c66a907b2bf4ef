"""What a site that uses Keyfill already sees change, for the log of its build.

`docs/upgrading.md` says the same at length, with the line to write for each.
"""

CHANGES = (
    "changed: keys and ids are filled in only where the code around them shows that they belong "
    "there, and elsewhere when the reader presses them. Where you know that they do, write "
    "<!-- keyfill: sure --> before the block",
    "changed: a page accepts panels for its own regions and Keystones only, and refuses others in "
    "their place. Nothing to do with this plugin",
    "changed: a page without a panel offers one only where something on it can be filled in. "
    "`keyfill check` says of each placeholder whether it is, and why",
    "changed: the script that pages load is called keyfill.js, no longer keyfill.mjs. Nothing to "
    "do, except where a page of yours loads it by its name",
    "changed: a panel loads its app when a reader wants to sign in, and works without it until "
    "then. Nothing to do, except where CSS of yours is about the open panel",
    "changed: a rotation asks the reader to install the new key before the old one can be "
    "deleted. Nothing to do",
    "changed: what a reader does anywhere on the page keeps the session, and a warning comes "
    "before its end. Nothing to do; `idle_minutes` is as before",
    "changed: the panel's commands name the region and the address where they prove a key, keep "
    "what else is in a reader's files, and stop while a placeholder is in them. Nothing to do",
    "changed: pymdown-extensions before 12.1, jinja2 before 3.1.6, markdown before 3.8.1, and "
    "MkDocs before 1.6 or from 2 end a build with a sentence. Raise what your site pins",
)
"""One sentence for each changed behaviour, without the stop that MkDocs leaves out, too."""

_said: set[str] = set()


def unsaid() -> list[str]:
    """Give each change once in a process: `mkdocs serve` builds many times."""
    new = [change for change in CHANGES if change not in _said]
    _said.update(new)
    return new
