"""The worker that carries sessions: what it keeps, for how long, and for whom."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from waiting import until

from .visit import Visit

# What a page does with it. Each id is new, so that the tests do not meet.
TALK = """async ([folder, messages]) => {
    const registration = await navigator.serviceWorker.register(`${folder}worker.js`);
    while (!registration.active) await new Promise((done) => setTimeout(done, 10));
    const ask = ({ version, ...message }) => new Promise((come) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => come(data && (data.length ? [...data] : data));
        registration.active.postMessage(version, [port2]);
        port1.postMessage(message);
    });
    const said = [];
    for (const { fill, ...message } of messages) {
        if (fill !== undefined) message.sealed = new Uint8Array(fill).fill(7);
        const answer = ask(message);
        if (message.act === "take" || message.act === "hello" || message.asks)
            said.push(await answer);
    }
    return said;
}"""


@pytest.fixture
def worker(visit: Visit, following: str) -> Page:
    visit.page.goto(f"{following}plain/")
    return visit.page


def said(page: Page, *messages: dict[str, Any]) -> list[Any]:
    folder = page.evaluate("new URL('../assets/keyfill/worker/', location).href")
    full = [{"version": 1, **message} for message in messages]
    answers: list[Any] = page.evaluate(TALK, [folder, full])
    return answers


def test_it_gives_what_it_keeps_once(worker: Page) -> None:
    take = {"act": "take", "id": "once"}
    keep = {"act": "keep", "id": "once", "fill": 3}
    assert said(worker, {"act": "hello"}, keep, take, take) == [True, [7, 7, 7], None]
    # Who was left before it came gives it back; once it has come, it is gone.
    back, took = ({"act": act, "id": "once"} for act in ("back", "took"))
    assert said(worker, back, take, took, back, take) == [[7, 7, 7], None]


def test_what_it_does_not_know_it_does_not_answer(worker: Page) -> None:
    take = {"act": "take", "id": "mine"}
    large = {"act": "keep", "id": "large", "fill": 10_000_000}
    ask_large = {"act": "take", "id": "large"}
    keep = {"act": "keep", "id": "mine", "fill": 2}
    assert said(worker, large, ask_large) == [None]
    assert said(worker, {"act": "keep", "id": "mine", "sealed": "text"}, take) == [None]
    assert said(worker, {**keep, "version": 2}, take) == [None]
    assert said(worker, keep, {"act": "take", "id": "other"}) == [None]
    assert said(worker, {**take, "version": 2}) == [None]
    odd = [{"act": act, "id": "mine", "asks": True} for act in ("constructor", "toString", "")]
    assert said(worker, *odd) == [None, None, None]
    # A second one for an id does not take the place of the first.
    assert said(worker, {**keep, "fill": 5}, take) == [[7, 7]]


def test_who_asks_too_early_waits(worker: Page) -> None:
    early = """async ([take, keep, talk]) => {
        const run = eval(talk);
        const [first] = await Promise.all([run(take), run(keep)]);
        return first;
    }"""
    folder = worker.evaluate("new URL('../assets/keyfill/worker/', location).href")
    take = [folder, [{"version": 1, "act": "take", "id": "early"}]]
    keep = [folder, [{"version": 1, "act": "keep", "id": "early", "fill": 1}]]
    assert worker.evaluate(early, [take, keep, TALK]) == [[7]]


def test_it_forgets_after_twenty_seconds(worker: Page) -> None:
    assert said(worker, {"act": "hello"}) == [True]
    [running] = worker.context.service_workers
    # A hundred times as quick: what would be 20 seconds is a fifth of one.
    running.evaluate("""() => {
        const real = self.setTimeout;
        self.setTimeout = (act, time) => { self.longest = time; return real(act, time / 100); };
    }""")
    assert said(worker, {"act": "keep", "id": "late", "fill": 4}) == []
    until(lambda: running.evaluate("self.longest") == 20_000, lambda: "it does not forget")
    gone = {"act": "take", "id": "late"}
    back = {"act": "back", "id": "late"}
    until(lambda: said(worker, gone, back) == [None], lambda: "it is still there")


def test_it_is_of_no_page(worker: Page) -> None:
    assert said(worker, {"act": "hello"}) == [True]
    worker.reload()
    assert worker.evaluate("navigator.serviceWorker.controller") is None
