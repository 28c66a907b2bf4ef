"""What a site that uses Keyfill already sees change, for the log of its build.

`docs/upgrading.md` says the same at length, with the line to write for each.
"""

CHANGES = (
    "changed: keys and IDs are filled in only where the code around them shows that they belong "
    "there, and elsewhere when the reader clicks them. Where you know that they belong, write "
    "<!-- keyfill: sure --> before the block",
    "changed: a page accepts only panels for its own regions and Keystones, and shows a message "
    "in place of others. With this plugin you need not change anything",
    "changed: a page without a panel offers one only where something on it can be filled in. "
    "`keyfill check` says whether each placeholder can be, and why",
    "changed: the script that pages load is now called keyfill.js, not keyfill.mjs. You need not "
    "change anything, unless one of your pages loads it by name",
    "changed: a panel loads its app when a reader wants to sign in, and works without it until "
    "then. You need not change anything, unless your CSS styles the open panel",
    "changed: a rotation asks the reader to install the new key before the old one can be "
    "deleted. You need not change anything",
    "changed: any activity on the page keeps the reader signed in, and a warning comes before the "
    "session ends. You need not change anything; `idle_minutes` is as before",
    "changed: the panel's commands name the region and the address when they check a key, keep "
    "everything else in a reader's files, and stop while they contain a placeholder. You need not "
    "change anything",
    "changed: pymdown-extensions before 12.1, jinja2 before 3.1.6, markdown before 3.8.1, and "
    "MkDocs before 1.6 or from 2 stop a build with a message. Raise the versions that your site "
    "pins",
)
"""One sentence for each changed behaviour, without the stop that MkDocs leaves out, too."""

_said: set[str] = set()


def unsaid() -> list[str]:
    """Give each change once in a process: `mkdocs serve` builds many times."""
    new = [change for change in CHANGES if change not in _said]
    _said.update(new)
    return new
