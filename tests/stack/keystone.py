"""Keystone in one process: its configuration, its first data, its server.

Keystone is imported inside the functions, since only the server process has it.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .people import edition
from .process import READY

# Keystone's own, with `totp`: an operator must name it for the second factor to work. The list
# replaces the default one, and without `ec2credential` no store gets an answer about a signature.
METHODS = "external,password,token,oauth1,mapped,application_credential,ec2credential,totp"
LOCKOUT_ATTEMPTS = 5

CONFIGURATION = """\
[auth]
methods = {methods}

[database]
connection = sqlite:///{directory}/keystone.db

[token]
expiration = {token_seconds}

[receipt]
expiration = {receipt_seconds}

[fernet_tokens]
key_repository = {directory}/fernet-keys

[fernet_receipts]
key_repository = {directory}/fernet-keys

[credential]
key_repository = {directory}/credential-keys
user_limit = {credential_limit}

[security_compliance]
lockout_failure_attempts = {lockout_attempts}
lockout_duration = 600

# The passwords guard a throw-away server: cheap hashes and a cache make it ten times as fast.
[identity]
password_hash_rounds = 4

[cache]
enabled = true
backend = oslo_cache.dict
"""


@dataclass(frozen=True)
class Settings:
    directory: str
    url: str
    region: str
    origins: tuple[str, ...]
    token_seconds: int
    receipt_seconds: int
    # -1 is Keystone's own word for no limit.
    credential_limit: int
    passwords: dict[str, str]
    totp_secrets: dict[str, str]
    # Region to service type to public URL, besides Keystone itself, which is in all of them.
    catalog: dict[str, dict[str, str]]


def serve(settings: Settings, descriptor: int, report: Callable[[str], None]) -> None:
    """Serve the listening socket `descriptor` for ever."""
    directory = Path(settings.directory)
    seeded = directory / "seeded.json"
    fresh = not seeded.exists() or json.loads(seeded.read_text()).get("edition") != edition()
    if fresh:
        _clear(directory)
        _make_keys(directory)
    (directory / "keystone.conf").write_text(
        CONFIGURATION.format(
            directory=directory,
            methods=METHODS,
            lockout_attempts=LOCKOUT_ATTEMPTS,
            token_seconds=settings.token_seconds,
            receipt_seconds=settings.receipt_seconds,
            credential_limit=settings.credential_limit,
        )
    )
    os.environ["OS_KEYSTONE_CONFIG_DIR"] = str(directory)
    # The CORS middleware reads a configuration of its own, which is not found in that directory;
    # the environment is the way to reach it.
    if settings.origins:
        os.environ["OS_CORS__ALLOWED_ORIGIN"] = ",".join(settings.origins)
    # Keystone takes the command line for its own as soon as it is imported.
    sys.argv = ["keystone"]

    import waitress
    from keystone.server.wsgi import initialize_public_application

    application = initialize_public_application()

    from . import seed

    if fresh:
        report("making users and projects")
        seed.fill(settings)
    seed.set_catalog(settings)
    report(READY)
    # Several threads would trip over each other's locks in SQLite.
    waitress.serve(application, sockets=[socket.socket(fileno=descriptor)], threads=1, ident=None)


def _clear(directory: Path) -> None:
    """Forget a first start that was cut short, or one that knew other people."""
    (directory / "seeded.json").unlink(missing_ok=True)
    for leftover in directory.glob("keystone.db*"):
        leftover.unlink()


def _make_keys(directory: Path) -> None:
    """Do what `fernet_setup` and `credential_setup` do; Keystone does not start without keys."""
    from cryptography.fernet import Fernet

    for repository in ("fernet-keys", "credential-keys"):
        (directory / repository).mkdir(exist_ok=True)
        for number in ("0", "1"):
            (directory / repository / number).write_bytes(Fernet.generate_key())
