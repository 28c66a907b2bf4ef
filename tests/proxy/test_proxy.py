"""Each fault does what it says, to a real Keystone and for a real browser."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from email.message import Message
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from proxy import Answer, Cors, Fault, FaultProxy
from site_server import SiteServer
from stack import Identity, Stack

DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
CREATE = ("POST", "/credentials/OS-EC2")
GONE = (http.client.RemoteDisconnected, ConnectionResetError)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    directory = tmp_path_factory.mktemp("site")
    (directory / "index.html").write_text("<!doctype html><title>A page</title>")
    with SiteServer(directory) as running:
        yield running


@pytest.fixture(scope="module")
def stack(site: SiteServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with Stack(tmp_path_factory.mktemp("stack"), [site.origin]) as running:
        yield running


@pytest.fixture
def proxy(stack: Stack) -> Iterator[FaultProxy]:
    for credential in stack.credentials("alice"):
        stack.identity.delete_credential("alice", credential["access"])
    with FaultProxy(stack.keystone_url) as running:
        yield running


@pytest.fixture
def through(proxy: FaultProxy, stack: Stack) -> Identity:
    """A client whose every request goes through the proxy."""
    return Identity(proxy.url, stack.users)


@pytest.fixture
def page(browser: Browser, site: SiteServer) -> Iterator[Page]:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(site.origin)
        yield page


def create(through: Identity) -> dict[str, Any]:
    return through.create_credential("alice", "demo")


def count(stack: Stack) -> int:
    return len(stack.credentials("alice"))


def ask(url: str, method: str, headers: dict[str, str]) -> tuple[int, Message]:
    request = urllib.request.Request(url, headers=headers, method=method)
    with DIRECT.open(request, timeout=240) as reply:
        return reply.status, reply.headers


def fetch(page: Page, stack: Stack, url: str) -> Any:
    """Create a credential as a page does, and return the status, or the name of the error."""
    ids = stack.users["alice"]
    return page.evaluate(
        """async ([url, token, tenant_id]) => {
            const headers = {"X-Auth-Token": token, "Content-Type": "application/json"};
            const body = JSON.stringify({tenant_id});
            try {
                const reply = await fetch(url, {method: "POST", headers, body});
                await reply.text();
                return reply.status;
            } catch (error) {
                return error.name;
            }
        }""",
        [
            f"{url}/users/{ids.id}/credentials/OS-EC2",
            stack.token("alice", "demo"),
            ids.projects["demo"],
        ],
    )


def test_everything_passes(proxy: FaultProxy, through: Identity, stack: Stack) -> None:
    made = create(through)
    assert [c["access"] for c in through.credentials("alice")] == [made["access"]]
    through.delete_credential("alice", made["access"])
    assert count(stack) == 0
    path = f"/v3/users/{stack.users['alice'].id}/credentials/OS-EC2"
    assert [*proxy.arrived("POST", path), *proxy.arrived("DELETE")] == [
        ("POST", path),
        ("DELETE", f"{path}/{made['access']}"),
    ]
    assert proxy.carried_out() == proxy.arrived()


def test_origins_are_keystones_business(proxy: FaultProxy, site: SiteServer) -> None:
    asked = {"Access-Control-Request-Method": "POST"}
    for origin, answer in ((site.origin, site.origin), ("http://127.0.0.1:1", None)):
        status, headers = ask(f"{proxy.url}/auth/tokens", "OPTIONS", {"Origin": origin, **asked})
        assert (status, headers["Access-Control-Allow-Origin"]) == (200, answer)


def test_queries_pass_and_are_not_remembered(proxy: FaultProxy, stack: Stack) -> None:
    token = stack.token("alice", "demo")
    headers = {"X-Auth-Token": token, "X-Subject-Token": token}
    status, answered = ask(f"{proxy.url}/auth/tokens?nocatalog", "GET", headers)
    assert (status, answered["X-Subject-Token"]) == (200, token)
    assert int(answered["Content-Length"]) < 1000
    assert proxy.arrived() == [("GET", "/v3/auth/tokens")]


def test_refused_request_is_unknown_to_the_server(
    proxy: FaultProxy, through: Identity, stack: Stack
) -> None:
    proxy.next(*CREATE, Fault.REFUSE)
    with pytest.raises(GONE):
        create(through)
    assert (len(proxy.arrived(*CREATE)), len(proxy.carried_out(*CREATE)), count(stack)) == (1, 0, 0)
    assert create(through)


def test_swallowed_reply_is_of_what_was_carried_out(
    proxy: FaultProxy, through: Identity, stack: Stack
) -> None:
    proxy.next(*CREATE, Fault.SWALLOW)
    with pytest.raises(GONE):
        create(through)
    assert (len(proxy.carried_out(*CREATE)), count(stack)) == (1, 1)


def test_cut_reply_ends_in_the_middle(proxy: FaultProxy, through: Identity, stack: Stack) -> None:
    proxy.next(*CREATE, Fault.CUT)
    with pytest.raises(http.client.IncompleteRead) as error:
        create(through)
    assert error.value.partial.startswith(b'{"credential"')
    assert error.value.expected and count(stack) == 1


def test_repeated_request_is_carried_out_twice(
    proxy: FaultProxy, through: Identity, stack: Stack
) -> None:
    proxy.next(*CREATE, Fault.TWICE)
    made = create(through)
    assert (len(proxy.arrived(*CREATE)), len(proxy.carried_out(*CREATE))) == (1, 2)
    accesses = {c["access"] for c in stack.credentials("alice")}
    assert made["access"] in accesses and len(accesses) == 2


@pytest.mark.parametrize("status", [429, 503, 504])
def test_answer_of_somebody_else(
    proxy: FaultProxy, through: Identity, stack: Stack, status: int
) -> None:
    proxy.next(*CREATE, Answer(status, json.dumps({"a": 1}), "application/json"))
    with pytest.raises(urllib.error.HTTPError) as error:
        create(through)
    assert (error.value.code, error.value.read()) == (status, b'{"a": 1}')
    assert error.value.headers["Content-Type"] == "application/json"
    assert count(stack) == 0


@pytest.mark.parametrize("is_carried_out", [False, True])
def test_held_request_goes_on_when_released(
    proxy: FaultProxy, through: Identity, stack: Stack, is_carried_out: bool
) -> None:
    hold = proxy.hold(*CREATE, is_carried_out=is_carried_out)
    with ThreadPoolExecutor() as others:
        made = others.submit(create, through)
        hold.wait()
        # The rest goes on meanwhile.
        assert len(through.credentials("alice")) == is_carried_out
        assert not made.done()
        hold.release()
        assert made.result()["access"] == stack.credentials("alice")[0]["access"]
    proxy.wait_until_carried_out(*CREATE)


def test_faults_happen_in_their_order_and_as_often_as_asked(
    proxy: FaultProxy, through: Identity, stack: Stack
) -> None:
    proxy.next(*CREATE, Fault.REFUSE, times=2)
    proxy.next("*", "/OS-EC2", Answer(503))
    for _ in range(2):
        with pytest.raises(GONE):
            create(through)
    with pytest.raises(urllib.error.HTTPError):
        create(through)
    assert create(through) and count(stack) == 1


def test_fault_that_did_not_happen_is_an_error(stack: Stack) -> None:
    with pytest.raises(AssertionError, match="OS-EC3"), FaultProxy(stack.keystone_url) as proxy:
        proxy.next("POST", "/OS-EC3", Fault.REFUSE)


@pytest.mark.parametrize(
    ("fault", "seen", "made"),
    [
        (Fault.REFUSE, "TypeError", 0),
        (Fault.SWALLOW, "TypeError", 1),
        (Fault.CUT, "TypeError", 1),
        (Fault.TWICE, 201, 2),
        (Answer(503), 503, 0),
        (Answer(503, cors=Cors.MISSING), "TypeError", 0),
    ],
    ids=str,
)
def test_browser_sees_the_fault_and_repeats_nothing(
    page: Page, proxy: FaultProxy, stack: Stack, fault: Fault | Answer, seen: object, made: int
) -> None:
    # A connection that was used before is what a browser would repeat a request on.
    assert fetch(page, stack, proxy.url) == 201
    proxy.next(*CREATE, fault)
    assert fetch(page, stack, proxy.url) == seen
    assert len(proxy.arrived(*CREATE)) == 2
    assert count(stack) == 1 + made
