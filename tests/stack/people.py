"""Who is there: the projects, the users, their roles, and what is special about some of them."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass

from . import totp

DOMAIN_ID = "default"
# Turns the text around, ends quotes of every kind, is markup, and is wider than a letter.
HOSTILE_PROJECT = "\u202eevil\u202c \"'`$(id)<img src=x onerror=alert(1)>\U0001f98a"
HOSTILE_USER = "<img src=x onerror=alert(2)>\u202e\"'`\U0001f47b"
# Enough of them that one looks for a name, and some that contain another one's.
MANY_PROJECTS = (
    "atlas",
    "atlas-staging",
    "atlas-test",
    "backup",
    "billing",
    "climate",
    "genome",
    "genome-archive",
    "lectures",
    "mirror",
    "telescope",
    "weather",
)
CLOSED_PROJECT = "closed"
PROJECTS = ("demo", "research", "service", *MANY_PROJECTS, HOSTILE_PROJECT, CLOSED_PROJECT)


@dataclass(frozen=True)
class Grant:
    project: str
    role: str


@dataclass(frozen=True)
class Person:
    grants: tuple[Grant, ...] = ()
    # Each rule is a set of methods that suffice together; without a rule, any method does.
    rules: tuple[tuple[str, ...], ...] = ()
    has_totp: bool = False
    # Nobody else is locked, however many wrong passwords the tests of a form give.
    can_be_locked: bool = False
    password_has_expired: bool = False
    enabled: bool = True


_MEMBER = (Grant("demo", "member"),)
# The roles are those that Keystone's bootstrap makes; so are `admin` and its project.
PEOPLE: dict[str, Person] = {
    "alice": Person((Grant("demo", "member"), Grant("research", "member"))),
    "bob": Person(_MEMBER),
    # A reader may list credentials and may not make one.
    "carol": Person((Grant("demo", "reader"),)),
    # Kept without a credential, to walk into the limit of a stack that was started with one.
    "dave": Person(_MEMBER),
    "erin": Person(_MEMBER, rules=(("password", "totp"),), has_totp=True),
    # The web server in front of Keystone would do the second one: no page can.
    "frida": Person(_MEMBER, rules=(("password", "external"),)),
    "greta": Person(tuple(Grant(name, "member") for name in MANY_PROJECTS)),
    "hugo": Person((Grant("demo", "member"), Grant(HOSTILE_PROJECT, "member"))),
    HOSTILE_USER: Person(_MEMBER),
    "ivar": Person(),
    # Locked by `Identity.lock` only, since a lock opens again after some minutes.
    "jonas": Person(_MEMBER, can_be_locked=True),
    "karin": Person(_MEMBER, password_has_expired=True),
    "lars": Person(_MEMBER, enabled=False),
    "maja": Person((Grant(CLOSED_PROJECT, "member"),)),
    # Kept for very many credentials: everybody else's list stays short.
    "olof": Person(_MEMBER),
    # The store's own account: Keystone answers questions about signatures to services only.
    "swift": Person((Grant("service", "service"),)),
}


@dataclass(frozen=True)
class User:
    name: str
    id: str
    password: str
    # Name to id, the projects where the user has a role.
    projects: dict[str, str]
    # In base 32, for those who have a second factor.
    totp_secret: str | None = None


def make_passwords() -> dict[str, str]:
    """Make one for everybody, so that a stack left running is no open door for its neighbours."""
    return {name: secrets.token_urlsafe(15) for name in ("admin", *PEOPLE)}


def make_totp_secrets() -> dict[str, str]:
    return {name: totp.make_secret() for name, person in PEOPLE.items() if person.has_totp}


def edition() -> str:
    """Return what changes whenever somebody here does: data for other people is of no use."""
    return hashlib.sha256(repr((PROJECTS, PEOPLE)).encode()).hexdigest()
