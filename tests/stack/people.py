"""Who is there: the projects, the users, and their roles."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

DOMAIN_ID = "default"
PROJECTS = ("demo", "research", "service")


@dataclass(frozen=True)
class Grant:
    project: str
    role: str


# The roles are those that Keystone's bootstrap makes; so are `admin` and its project.
GRANTS: dict[str, tuple[Grant, ...]] = {
    "alice": (Grant("demo", "member"), Grant("research", "member")),
    "bob": (Grant("demo", "member"),),
    # A reader may list credentials and may not make one.
    "carol": (Grant("demo", "reader"),),
    # Kept without a credential, to walk into the limit of a stack that was started with one.
    "dave": (Grant("demo", "member"),),
    # The store's own account: Keystone answers questions about signatures to services only.
    "swift": (Grant("service", "service"),),
}


@dataclass(frozen=True)
class User:
    name: str
    id: str
    password: str
    # Name to id, the projects where the user has a role.
    projects: dict[str, str]


def make_passwords() -> dict[str, str]:
    """Make one for everybody, so that a stack left running is no open door for its neighbours."""
    return {name: secrets.token_urlsafe(15) for name in ("admin", *GRANTS)}
