"""The first data of a Keystone: projects, users, roles, catalog. Runs inside its process."""

from __future__ import annotations

import datetime
import json
import sqlite3
import uuid
from pathlib import Path
from typing import Any

from keystone.cmd import bootstrap
from keystone.common import provider_api, sql
from keystone.common.sql import upgrades
from keystone.identity.backends import sql_model
from oslo_utils import timeutils

from .keystone import Settings
from .people import CLOSED_PROJECT, DOMAIN_ID, PEOPLE, PROJECTS, Person, edition

# Each API appears here once the application has been made, so they are looked up late.
PROVIDERS: Any = provider_api.ProviderAPIs
NAMES = {"object-store": "swift"}


def fill(settings: Settings) -> None:
    """Fill an empty database, and write `seeded.json` as the last thing."""
    directory = Path(settings.directory)
    # The mode stays in the file. With it, readers do not lock writers out.
    connection = sqlite3.connect(directory / "keystone.db")
    connection.execute("pragma journal_mode=wal")
    connection.close()
    upgrades.offline_sync_database_to_version(None)
    _bootstrap(settings)

    roles = {role["name"]: role["id"] for role in PROVIDERS.role_api.list_roles()}
    projects = {name: _add_project(name) for name in PROJECTS}
    users = {}
    for name, person in PEOPLE.items():
        user_id = _add_user(name, person, settings)
        for grant in person.grants:
            PROVIDERS.assignment_api.create_grant(
                roles[grant.role], user_id=user_id, project_id=projects[grant.project]
            )
        theirs = {grant.project: projects[grant.project] for grant in person.grants}
        users[name] = {"id": user_id, "projects": theirs}
    users["admin"] = _admin()
    (directory / "seeded.json").write_text(json.dumps({"edition": edition(), "users": users}))


def set_catalog(settings: Settings) -> None:
    """Make the catalog say where things are in this run: ports change from one to the next."""
    api = PROVIDERS.catalog_api
    services = {s["type"]: s["id"] for s in api.list_services()}
    regions = {region["id"] for region in api.list_regions()}
    endpoints = {(e["service_id"], e["region_id"]): e for e in api.list_endpoints()}
    for region, of_store in settings.catalog.items():
        if region not in regions:
            api.create_region({"id": region, "description": ""})
        for service_type, url in {"identity": settings.url, **of_store}.items():
            if service_type not in services:
                services[service_type] = _add_service(service_type)
            known = endpoints.get((services[service_type], region))
            if known is None:
                _add_endpoint(services[service_type], url, region)
            elif known["url"] != url:
                api.update_endpoint(known["id"], {"url": url})


def _bootstrap(settings: Settings) -> None:
    # The application has loaded them already, and they refuse to be loaded twice.
    bootstrap.backends.load_backends = lambda: None
    first = bootstrap.Bootstrapper()
    first.admin_username, first.admin_password = "admin", settings.passwords["admin"]
    first.project_name, first.admin_role_name = "admin", "admin"
    first.service_name, first.region_id = "keystone", settings.region
    first.public_url = settings.url
    first.bootstrap()


def _admin() -> dict[str, Any]:
    user = PROVIDERS.identity_api.get_user_by_name("admin", DOMAIN_ID)
    project = PROVIDERS.resource_api.get_project_by_name("admin", DOMAIN_ID)
    return {"id": user["id"], "projects": {"admin": project["id"]}}


def _add_user(name: str, person: Person, settings: Settings) -> str:
    options = {
        "ignore_lockout_failure_attempts": not person.can_be_locked,
        "multi_factor_auth_enabled": bool(person.rules),
        "multi_factor_auth_rules": [list(rule) for rule in person.rules],
    }
    user = {
        "name": name,
        "password": settings.passwords[name],
        "domain_id": DOMAIN_ID,
        "enabled": person.enabled,
        "options": options,
    }
    user_id = str(PROVIDERS.identity_api.create_user(user)["id"])
    if person.password_has_expired:
        _end_password(user_id)
    if person.has_totp:
        _add_totp(user_id, settings.totp_secrets[name])
    return user_id


def _end_password(user_id: str) -> None:
    """Let the password have expired: with Keystone's own settings that takes a day at least."""
    with sql.session_for_write() as session:
        user = session.get(sql_model.User, user_id)
        user.password_ref.expires_at = timeutils.utcnow() - datetime.timedelta(days=1)


def _add_totp(user_id: str, secret: str) -> None:
    credential_id = uuid.uuid4().hex
    credential = {
        "id": credential_id,
        "user_id": user_id,
        "project_id": None,
        "type": "totp",
        "blob": secret,
    }
    PROVIDERS.credential_api.create_credential(credential_id, credential)


def _add_project(name: str) -> str:
    project = {
        "id": uuid.uuid4().hex,
        "name": name,
        "domain_id": DOMAIN_ID,
        "enabled": name != CLOSED_PROJECT,
    }
    PROVIDERS.resource_api.create_project(project["id"], {**project, "description": ""})
    return str(project["id"])


def _add_service(service_type: str) -> str:
    name = NAMES.get(service_type, service_type)
    service = {"id": uuid.uuid4().hex, "type": service_type, "name": name, "enabled": True}
    PROVIDERS.catalog_api.create_service(service["id"], service)
    return str(service["id"])


def _add_endpoint(service_id: str, url: str, region: str) -> None:
    endpoint = {
        "id": uuid.uuid4().hex,
        "service_id": service_id,
        "interface": "public",
        "url": url,
        "region_id": region,
        "enabled": True,
    }
    PROVIDERS.catalog_api.create_endpoint(endpoint["id"], endpoint)
