"""The first data of a Keystone: projects, users, roles, catalog. Runs inside its process."""

from __future__ import annotations

import json
import sqlite3
import uuid
from pathlib import Path
from typing import Any

from keystone.cmd import bootstrap
from keystone.common import provider_api
from keystone.common.sql import upgrades

from .keystone import Settings
from .people import DOMAIN_ID, GRANTS, PROJECTS

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
    for name, grants in GRANTS.items():
        password = settings.passwords[name]
        user = {"name": name, "password": password, "domain_id": DOMAIN_ID, "enabled": True}
        user_id = PROVIDERS.identity_api.create_user(user)["id"]
        for grant in grants:
            PROVIDERS.assignment_api.create_grant(
                roles[grant.role], user_id=user_id, project_id=projects[grant.project]
            )
        users[name] = {"id": user_id, "projects": {g.project: projects[g.project] for g in grants}}
    users["admin"] = _admin()
    (directory / "seeded.json").write_text(json.dumps(users))


def set_catalog(settings: Settings) -> None:
    """Make the catalog say where things are in this run: ports change from one to the next."""
    urls = {"identity": settings.url, **settings.catalog}
    services = {s["type"]: s["id"] for s in PROVIDERS.catalog_api.list_services()}
    endpoints = PROVIDERS.catalog_api.list_endpoints()
    for service_type, url in urls.items():
        service_id = services.get(service_type) or _add_service(service_type)
        known = [e for e in endpoints if e["service_id"] == service_id]
        for endpoint in known:
            if endpoint["url"] != url:
                PROVIDERS.catalog_api.update_endpoint(endpoint["id"], {"url": url})
        if not known:
            _add_endpoint(service_id, url, settings.region)


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


def _add_project(name: str) -> str:
    project = {"id": uuid.uuid4().hex, "name": name, "domain_id": DOMAIN_ID, "enabled": True}
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
