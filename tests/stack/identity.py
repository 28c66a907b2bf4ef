"""The few calls to Keystone that tests need to arrange things, and to look behind the page."""

from __future__ import annotations

import json
import secrets
import urllib.request
from collections.abc import Mapping
from typing import Any

from .people import DOMAIN_ID, User

# A proxy in the environment is for the world outside, never for loopback.
_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Identity:
    """A client of one Keystone; errors are urllib's own HTTPError."""

    def __init__(self, url: str, users: Mapping[str, User]) -> None:
        self.url = url
        self._users = users

    def token(self, user: str, project: str) -> str:
        """Sign in with a password, scoped to a project named in `User.projects`."""
        scope = {"project": {"id": self._users[user].projects[project]}}
        return self._sign_in({"identity": self._password(user), "scope": scope})

    def unscoped_token(self, user: str) -> str:
        return self._sign_in({"identity": self._password(user)})

    def application_credential_token(self, user: str, project: str) -> str:
        """Make an application credential and sign in with it."""
        path = f"/users/{self._users[user].id}/application_credentials"
        name = f"test-{secrets.token_hex(4)}"
        _, made = self._call(
            "POST", path, self.token(user, project), {"application_credential": {"name": name}}
        )
        credential = made["application_credential"]
        method = {"id": credential["id"], "secret": credential["secret"]}
        identity = {"methods": ["application_credential"], "application_credential": method}
        return self._sign_in({"identity": identity})

    def revoke(self, token: str) -> None:
        self._call("DELETE", "/auth/tokens", token, subject=token)

    def credentials(self, user: str) -> list[dict[str, Any]]:
        """Return the server's own list of the user's EC2 credentials, of all projects."""
        _, body = self._call("GET", self._credentials_path(user), self._any_token(user))
        return list(body["credentials"])

    def create_credential(self, user: str, project: str) -> dict[str, Any]:
        tenant = {"tenant_id": self._users[user].projects[project]}
        _, body = self._call(
            "POST", self._credentials_path(user), self.token(user, project), tenant
        )
        return dict(body["credential"])

    def delete_credential(self, user: str, access: str) -> None:
        path = f"{self._credentials_path(user)}/{access}"
        self._call("DELETE", path, self._any_token(user))

    def _any_token(self, user: str) -> str:
        return self.token(user, next(iter(self._users[user].projects)))

    def _credentials_path(self, user: str) -> str:
        return f"/users/{self._users[user].id}/credentials/OS-EC2"

    def _password(self, user: str) -> dict[str, Any]:
        known = self._users[user]
        login = {"name": user, "password": known.password, "domain": {"id": DOMAIN_ID}}
        return {"methods": ["password"], "password": {"user": login}}

    def _sign_in(self, auth: dict[str, Any]) -> str:
        headers, _ = self._call("POST", "/auth/tokens", None, {"auth": auth})
        return headers["X-Subject-Token"]

    def _call(
        self,
        method: str,
        path: str,
        token: str | None,
        body: object = None,
        subject: str | None = None,
    ) -> tuple[Mapping[str, str], Any]:
        headers = {"Content-Type": "application/json"}
        if token is not None:
            headers["X-Auth-Token"] = token
        if subject is not None:
            headers["X-Subject-Token"] = subject
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        with _OPENER.open(request, timeout=30) as reply:
            text = reply.read()
            return reply.headers, json.loads(text) if text else None
