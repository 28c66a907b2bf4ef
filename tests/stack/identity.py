"""The calls to Keystone that tests need to arrange things, and to look behind the page."""

from __future__ import annotations

import json
import secrets
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from waiting import until

from . import totp
from .keystone import LOCKOUT_ATTEMPTS
from .people import DOMAIN_ID, User

# A proxy in the environment is for the world outside, never for loopback.
_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))
Json = dict[str, Any]
# In seconds: a list of ten thousand takes long on a busy machine.
PATIENCE = 240


@dataclass(frozen=True)
class ApplicationCredential:
    id: str
    name: str
    secret: str


class Identity:
    """A client of one Keystone; errors are urllib's own HTTPError."""

    def __init__(self, url: str, users: Mapping[str, User]) -> None:
        self.url = url
        self._users = users

    def token(self, user: str, project: str) -> str:
        """Sign in with all factors, scoped to a project named in `User.projects`."""
        return self.sign_in({"identity": self._factors(user), "scope": self._scope(user, project)})

    def unscoped_token(self, user: str) -> str:
        return self.sign_in({"identity": self._factors(user)})

    def rescoped_token(self, token: str, user: str, project: str) -> str:
        """Exchange a token for one that is scoped to another project."""
        identity = {"methods": ["token"], "token": {"id": token}}
        return self.sign_in({"identity": identity, "scope": self._scope(user, project)})

    def sign_in(self, auth: Json, receipt: str | None = None) -> str:
        """Post any `auth`, with the receipt of an earlier factor where there is one."""
        headers = {} if receipt is None else {"Openstack-Auth-Receipt": receipt}
        reply, _ = self._call("POST", "/auth/tokens", None, {"auth": auth}, headers)
        return reply["X-Subject-Token"]

    def password(self, user: str, password: str | None = None) -> Json:
        """Return the `identity` of a sign-in with a password, a wrong one if that is given."""
        login = self._login(user) | {"password": password or self._users[user].password}
        return {"methods": ["password"], "password": {"user": login}}

    def totp(self, user: str, passcode: str | None = None) -> Json:
        """Return the `identity` of a sign-in with a passcode, a wrong one if that is given."""
        login = self._login(user) | {"passcode": passcode or self.passcode(user)}
        return {"methods": ["totp"], "totp": {"user": login}}

    def passcode(self, user: str) -> str:
        """Return what the user's telephone shows now; Keystone takes it for 30 to 60 s."""
        secret = self._users[user].totp_secret
        if secret is None:
            raise LookupError(f"{user} has no second factor")
        return totp.passcode(secret, time.time())

    def describe(self, token: str) -> Json:
        """Return what Keystone tells about a token to itself, which it refuses to some."""
        return self._described(token, token)

    def is_valid(self, token: str) -> bool:
        """Tell whether Keystone still takes a token; the admin asks, who may about any."""
        try:
            self._described(token, self._admin())
        except urllib.error.HTTPError as error:
            if error.code != 404:
                raise
            return False
        return True

    def revoke(self, token: str) -> None:
        self._call("DELETE", "/auth/tokens", token, None, {"X-Subject-Token": token})

    def projects(self, token: str) -> list[Json]:
        """Return the projects that the token's user may choose from, as Keystone lists them."""
        _, body = self._call("GET", "/auth/projects", token)
        return list(body["projects"])

    def application_credential(
        self,
        user: str,
        project: str,
        *,
        unrestricted: bool = False,
        access_rules: Sequence[Mapping[str, str]] | None = None,
    ) -> ApplicationCredential:
        path = f"/users/{self._users[user].id}/application_credentials"
        asked: Json = {"name": f"test-{secrets.token_hex(4)}", "unrestricted": unrestricted}
        if access_rules is not None:
            asked["access_rules"] = [dict(rule) for rule in access_rules]
        _, body = self._call(
            "POST", path, self.token(user, project), {"application_credential": asked}
        )
        made = body["application_credential"]
        return ApplicationCredential(made["id"], made["name"], made["secret"])

    def application_credential_token(
        self, user: str, project: str, made: ApplicationCredential | None = None
    ) -> str:
        """Sign in with an application credential, with one made for it if none is given."""
        credential = made or self.application_credential(user, project)
        method = {"id": credential.id, "secret": credential.secret}
        identity = {"methods": ["application_credential"], "application_credential": method}
        return self.sign_in({"identity": identity})

    def trust_token(
        self, trustor: str, trustee: str, project: str, *, impersonation: bool = True
    ) -> str:
        """Let the trustor hand a role to the trustee, and sign in as the latter with it."""
        token = self.token(trustor, project)
        roles = [{"id": role["id"]} for role in self.describe(token)["roles"]]
        trust = {
            "trustor_user_id": self._users[trustor].id,
            "trustee_user_id": self._users[trustee].id,
            "project_id": self._users[trustor].projects[project],
            "impersonation": impersonation,
            "roles": roles,
        }
        _, body = self._call("POST", "/OS-TRUST/trusts", token, {"trust": trust})
        scope = {"OS-TRUST:trust": {"id": body["trust"]["id"]}}
        return self.sign_in({"identity": self._factors(trustee), "scope": scope})

    def credentials(self, user: str) -> list[Json]:
        """Return the server's own list of the user's EC2 credentials, of all projects."""
        _, body = self._call("GET", self._credentials_path(user), self._any_token(user))
        return list(body["credentials"])

    def create_credential(self, user: str, project: str) -> Json:
        project_id = self._users[user].projects[project]
        return self.create_credential_with(self.token(user, project), user, project_id)

    def create_credential_with(self, token: str, user: str, project_id: str) -> Json:
        """Create one with anybody's token: Keystone makes it for any project there is."""
        tenant = {"tenant_id": project_id}
        _, body = self._call("POST", self._credentials_path(user), token, tenant)
        return dict(body["credential"])

    def delete_credential(self, user: str, access: str) -> None:
        path = f"{self._credentials_path(user)}/{access}"
        self._call("DELETE", path, self._any_token(user))

    def lock(self, user: str) -> None:
        """Give wrong passwords until the account is locked, which only some accounts can be."""
        wrong = {"identity": self.password(user, "wrong")}
        for _ in range(LOCKOUT_ATTEMPTS):
            try:
                self.sign_in(wrong)
            except urllib.error.HTTPError as error:
                if error.code != 401:
                    raise

    def unlock(self, user: str) -> None:
        """Let the account sign in once whatever happened before, which ends a lock."""
        option = "ignore_lockout_failure_attempts"
        self._change_user(user, {"options": {option: True}})
        self.unscoped_token(user)
        self._change_user(user, {"options": {option: False}})

    def disable_user(self, user: str) -> None:
        self._change_user(user, {"enabled": False})
        _second_ended()

    def enable_user(self, user: str) -> None:
        self._change_user(user, {"enabled": True})

    def disable_project(self, project: str) -> None:
        self._change_project(project, {"enabled": False})
        _second_ended()

    def enable_project(self, project: str) -> None:
        self._change_project(project, {"enabled": True})

    def change_role(self, user: str, project: str, role: str | None) -> None:
        """Leave the user with exactly this role in the project, or with none."""
        _, body = self._call("GET", "/roles", self._admin())
        ids = {known["name"]: known["id"] for known in body["roles"]}
        path = f"/projects/{self._project_id(project)}/users/{self._users[user].id}/roles"
        _, body = self._call("GET", path, self._admin())
        if role is not None:
            self._call("PUT", f"{path}/{ids[role]}", self._admin())
        others = [held["id"] for held in body["roles"] if held["name"] != role]
        for other in others:
            self._call("DELETE", f"{path}/{other}", self._admin())
        if others:
            _second_ended()

    def _described(self, token: str, asking: str) -> Json:
        # Without the second one a token with access rules does not exist for who asks.
        headers = {"X-Subject-Token": token, "OpenStack-Identity-Access-Rules": "1.0"}
        _, body = self._call("GET", "/auth/tokens", asking, None, headers)
        return dict(body["token"])

    def _admin(self) -> str:
        return self.token("admin", "admin")

    def _change_user(self, user: str, change: Json) -> None:
        self._call("PATCH", f"/users/{self._users[user].id}", self._admin(), {"user": change})

    def _change_project(self, project: str, change: Json) -> None:
        path = f"/projects/{self._project_id(project)}"
        self._call("PATCH", path, self._admin(), {"project": change})

    def _project_id(self, project: str) -> str:
        return next(u.projects[project] for u in self._users.values() if project in u.projects)

    def _any_token(self, user: str) -> str:
        return self.token(user, next(iter(self._users[user].projects)))

    def _credentials_path(self, user: str) -> str:
        return f"/users/{self._users[user].id}/credentials/OS-EC2"

    def _scope(self, user: str, project: str) -> Json:
        return {"project": {"id": self._users[user].projects[project]}}

    def _factors(self, user: str) -> Json:
        """Return all that the user can prove, in one go."""
        password = self.password(user)
        if self._users[user].totp_secret is None:
            return password
        return {**password, **self.totp(user), "methods": ["password", "totp"]}

    def _login(self, user: str) -> Json:
        return {"name": user, "domain": {"id": DOMAIN_ID}}

    def _call(
        self,
        method: str,
        path: str,
        token: str | None,
        body: object = None,
        more: Mapping[str, str] | None = None,
    ) -> tuple[Mapping[str, str], Any]:
        headers = {"Content-Type": "application/json", **(more or {})}
        if token is not None:
            headers["X-Auth-Token"] = token
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        with _OPENER.open(request, timeout=PATIENCE) as reply:
            text = reply.read()
            return reply.headers, json.loads(text) if text else None


def _second_ended() -> None:
    """Wait out this second.

    What takes rights away ends all tokens that were issued until now, and Keystone counts both in
    whole seconds, so a token issued at once would end too.
    """
    ended = int(time.time())
    until(lambda: int(time.time()) != ended, lambda: "the clock stands still")
