"""OpenStack Swift in one process: account, container, object and proxy servers, and the S3 API.

There are two proxy servers behind one port, each with a region of its own, and the name of the host
that the client asked tells them apart. Both show the same buckets.
Swift is imported inside the functions, since only the server process has it.
"""

from __future__ import annotations

import logging
import os
import socket
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .process import LOOPBACK, READY

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse
    from _typeshed.wsgi import WSGIApplication as Application
    from _typeshed.wsgi import WSGIEnvironment as Environ

BACKENDS = ("account", "container", "object")

SWIFT = """\
[swift-hash]
swift_hash_path_prefix = keyfill
swift_hash_path_suffix = keyfill

[storage-policy:0]
name = default
default = yes
"""

BACKEND = """\
[DEFAULT]
swift_dir = {directory}
devices = {directory}/devices
mount_check = false
disable_fallocate = true
log_level = WARNING
log_udp_host = 127.0.0.1
log_custom_handlers = stack.swift.log_to_stderr

[pipeline:main]
pipeline = {name}-server

[app:{name}-server]
use = egg:swift#{name}
"""

# The order matters. authtoken after s3api would refuse every signature, and a bucket cannot be
# listed when listing_formats is left to place itself.
PROXY = """\
[DEFAULT]
swift_dir = {directory}
log_level = INFO
log_udp_host = 127.0.0.1
log_custom_handlers = stack.swift.log_to_stderr

[pipeline:main]
pipeline = catch_errors gatekeeper healthcheck listing_formats bulk authtoken s3api s3token \
keystoneauth copy slo dlo versioned_writes symlink proxy-logging proxy-server

[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true

[filter:catch_errors]
use = egg:swift#catch_errors

[filter:gatekeeper]
use = egg:swift#gatekeeper

[filter:healthcheck]
use = egg:swift#healthcheck

[filter:listing_formats]
use = egg:swift#listing_formats

[filter:bulk]
use = egg:swift#bulk

[filter:authtoken]
paste.filter_factory = keystonemiddleware.auth_token:filter_factory
www_authenticate_uri = {keystone_url}
delay_auth_decision = true
service_token_roles_required = true

[filter:s3api]
use = egg:swift#s3api
location = {region}

# Without a cache a deleted credential is refused at once.
[filter:s3token]
use = egg:swift#s3token
auth_uri = {keystone_url}
secret_cache_duration = 0

[filter:keystoneauth]
use = egg:swift#keystoneauth
operator_roles = admin, member

[filter:copy]
use = egg:swift#copy

[filter:slo]
use = egg:swift#slo

[filter:dlo]
use = egg:swift#dlo

[filter:versioned_writes]
use = egg:swift#versioned_writes
allow_object_versioning = true

[filter:symlink]
use = egg:swift#symlink

[filter:proxy-logging]
use = egg:swift#proxy_logging
"""


@dataclass(frozen=True)
class Settings:
    directory: str
    keystone_url: str
    # The name of the host in a URL to the region that it stands for.
    regions: dict[str, str]
    # Of the user `swift`, who asks Keystone whether a signature is good.
    password: str
    # How far its clock is ahead.
    clock_seconds: int = 0


def serve(settings: Settings, descriptor: int, report: Callable[[str], None]) -> None:
    """Serve the listening socket `descriptor` over TLS for ever."""
    if settings.clock_seconds:
        right = time.time
        time.time = lambda: right() + settings.clock_seconds
    from swift.common import utils

    # Before anything else of Swift: from here on sockets and threads are eventlet's.
    utils.monkey_patch()

    import eventlet
    import eventlet.debug
    import eventlet.wsgi
    from swift.common import wsgi

    from . import certificate

    # A client that hangs up is no reason for a stack trace.
    eventlet.debug.hub_exceptions(False)
    os.environ["TZ"] = "UTC+0"
    time.tzset()
    directory = Path(settings.directory)
    certificate.ensure(directory)
    (directory / "devices" / "d1").mkdir(parents=True, exist_ok=True)
    (directory / "swift.conf").write_text(SWIFT)
    utils.set_swift_dir(str(directory))

    listeners = {name: eventlet.listen((LOOPBACK, 0)) for name in BACKENDS}
    for name, listener in listeners.items():
        _write_ring(directory / f"{name}.ring.gz", listener.getsockname()[1])
        (directory / f"{name}-server.conf").write_text(
            BACKEND.format(directory=directory, name=name)
        )
    for region in settings.regions.values():
        (directory / f"proxy-server-{region}.conf").write_text(
            PROXY.format(directory=directory, keystone_url=settings.keystone_url, region=region)
        )
    listeners["proxy"] = eventlet.wrap_ssl(
        socket.socket(fileno=descriptor),
        certfile=str(directory / "cert.pem"),
        keyfile=str(directory / "key.pem"),
        server_side=True,
    )
    servers = []
    for name, listener in listeners.items():
        # The account goes past the file, which then holds no password.
        defaults = {"log_name": f"{name}-server", **(_account(settings) if name == "proxy" else {})}
        files = (
            {host: f"proxy-server-{region}.conf" for host, region in settings.regions.items()}
            if name == "proxy"
            else {LOOPBACK: f"{name}-server.conf"}
        )
        application = _by_host(
            {
                host: wsgi.loadapp(str(directory / file), global_conf=dict(defaults))
                for host, file in files.items()
            }
        )
        servers.append(
            eventlet.spawn(
                eventlet.wsgi.server,
                listener,
                application,
                utils.NullLogger(),
                protocol=wsgi.SwiftHttpProtocol,
                capitalize_response_headers=False,
                custom_pool=wsgi.RestrictedGreenPool(size=256),
            )
        )
    report(READY)
    for server in servers:
        server.wait()


def _by_host(applications: Mapping[str, Application]) -> Application:
    """Let the name of the host decide; the first one is for those who ask for any other."""
    first = next(iter(applications.values()))

    def application(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        host = str(environ.get("HTTP_HOST", "")).partition(":")[0]
        return applications.get(host, first)(environ, start_response)

    return application


def log_to_stderr(
    conf: dict[str, str],
    name: str,
    log_to_console: bool,
    log_route: str,
    fmt: str,
    logger: logging.Logger,
    adapted_logger: object,
) -> None:
    """Replace Swift's handlers, which want a syslog; Swift calls this for each of its loggers."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
    for old in list(logger.handlers):
        logger.removeHandler(old)
    logger.addHandler(handler)


def _account(settings: Settings) -> dict[str, str]:
    return {
        "auth_type": "password",
        "auth_url": settings.keystone_url,
        "username": "swift",
        "user_domain_id": "default",
        "password": settings.password,
        "project_name": "service",
        "project_domain_id": "default",
    }


def _write_ring(path: Path, port: int) -> None:
    """Say that one replica of everything is on one device behind `port`."""
    from swift.common.ring import RingBuilder

    builder = RingBuilder(part_power=0, replicas=1, min_part_hours=0)
    builder.add_dev(
        {
            "id": 0,
            "region": 1,
            "zone": 1,
            "ip": LOOPBACK,
            "port": port,
            "replication_ip": LOOPBACK,
            "replication_port": port,
            "device": "d1",
            "weight": 1,
            "meta": "",
        }
    )
    builder.rebalance()
    builder.get_ring().save(str(path))
