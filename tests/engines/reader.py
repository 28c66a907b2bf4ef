"""What a reader does with a page, and what there is to see: the same in every engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from waiting import until

from .tab import NotReady, Source, Tab

Found = TypeVar("Found")


@dataclass(frozen=True)
class Thing:
    """What a reader sees by its kind and its name, or the first one of its kind.

    The kind is a selector of CSS. The name is what is read out: a label, or else the text.
    """

    kind: str
    name: str | None = None

    def __str__(self) -> str:
        return self.kind if self.name is None else f"{self.kind} “{self.name}”"


def button(name: str) -> Thing:
    return Thing("button", name)


def field(name: str) -> Thing:
    return Thing("input, textarea, select", name)


def link(name: str) -> Thing:
    """What leads to another page, in what is the author's with any theme."""
    return Thing(":is(article, [role=main]) a", name)


# The field for notes that stands in the pages of the journey: what is pasted there was copied.
NOTES = field("Notes")
# What WebDriver calls the keys: https://www.w3.org/TR/webdriver2/#keyboard-actions
KEYS = {
    "Control": "\ue009",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Delete": "\ue017",
    "Tab": "\ue004",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
}
PRESS: Source = {"type": "pointerDown", "button": 0}
RELEASE: Source = {"type": "pointerUp", "button": 0}

NAME = """(element) => (element.getAttribute("aria-label") ?? element.labels?.[0]?.innerText
    ?? element.innerText).trim()"""
# Begins a function that looks at what is seen of a kind and a name.
ALL = f"""(kind, name) => {{ const nameOf = {NAME};
    const all = [...document.querySelectorAll(kind)].filter((element) =>
        element.checkVisibility({{ visibilityProperty: true }})
        && (name === null || nameOf(element) === name));"""
TEXTS = f"""{ALL} return all.map((element) =>
    (element.matches("input, textarea, select") ? element.value : element.innerText).trim()); }}"""
# Where to press, in the middle of the window, and whether the pointer is on it.
PLACE = f"""{ALL} if (all.length === 0 || all[0].disabled) return null;
    all[0].scrollIntoView({{ block: "center", behavior: "instant" }});
    const box = all[0].getClientRects()[0];
    const at = [box.x + box.width / 2, box.y + box.height / 2].map(Math.floor);
    return [at, all[0].matches(":hover")]; }}"""
# Just inside its first and its last letter.
CORNERS = f"""{ALL} if (all.length === 0) return null;
    all[0].scrollIntoView({{ block: "center", behavior: "instant" }});
    const range = document.createRange(); range.selectNodeContents(all[0]);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
    const begin = boxes[0], end = boxes[boxes.length - 1];
    const corners = [[begin.left + 1, begin.top + begin.height / 2],
        [end.right - 1, end.top + end.height / 2]];
    return corners.map((corner) => corner.map(Math.floor)); }}"""
FOCUSED = f"() => ({NAME})(document.activeElement)"
HAS_FOCUS = """(kind) => document.activeElement.matches(kind)"""
AUTHORS = """() => { const copy = document.querySelector("article").cloneNode(true);
    copy.querySelectorAll(".keyfill, #notes").forEach((element) => element.remove());
    return copy.innerHTML; }"""
SITE_MAP = """() => performance.getEntriesByType("resource")
    .some((entry) => entry.name.endsWith("/sitemap.xml"))"""
EVERYTHING = "() => document.documentElement.outerHTML"


class Reader:
    """One person in front of one tab."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab
        # Whether a server refuses something on this journey, which some browsers write down.
        self.was_refused = False
        # Whether pages are left while they load, which Firefox writes down.
        self.leaves_early = False
        # Patterns for what the scripts of the theme write down.
        self.writes_of_theme: Sequence[str] = ()

    def open(self, url: str) -> None:
        """Go to a page, and wait until everything of it is loaded."""
        self.tab.open(url)

    def press(self, thing: Thing) -> None:
        """Wait until it can be pressed with the pointer, and do so."""
        moved_to = None

        def is_on() -> bool:
            """Follow it with the pointer: what comes above it moves it."""
            nonlocal moved_to
            found = self._look(PLACE, thing.kind, thing.name)
            if found is None:
                return False
            at, is_on_it = found
            if at == moved_to and is_on_it:
                return True
            # Where it is already since the page before, Chromium notes nothing.
            self._pointer([_move(at[0] - 1, at[1]), _move(*at)])
            moved_to = at
            return False

        until(is_on, lambda: f"{thing} is not there, or something is in front of it")
        self._pointer([PRESS, RELEASE])

    def select(self, thing: Thing) -> None:
        """Draw the pointer over all of it."""
        corners = until(lambda: self._look(CORNERS, thing.kind, thing.name), lambda: f"no {thing}")
        begin, end = (_move(*corner) for corner in corners)
        self._pointer([begin, PRESS, end, RELEASE])

    def key(self, *names: str) -> None:
        """Press keys together, such as `key("Control", "c")`."""
        keys = [KEYS.get(name, name) for name in names]
        self._keys(
            [{"type": "keyDown", "value": key} for key in keys]
            + [{"type": "keyUp", "value": key} for key in reversed(keys)]
        )

    def type(self, text: str) -> None:
        """Type where the focus is."""
        self._keys([{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")])

    def paste(self, thing: Thing, text: str) -> None:
        """Bring a text from elsewhere, and paste it into a field."""
        self.press(NOTES)
        self.has_focus("Notes")
        self.type(text)
        self.sees(NOTES, text)
        self.key("Control", "a")
        self.key("Control", "x")
        self.sees(NOTES, "")
        self.press(thing)
        # What is on its way to the page may take the focus, on a busy machine.
        until(lambda: self._look(HAS_FOCUS, thing.kind), lambda: f"{thing} has not the focus")
        self.key("Control", "v")

    def pasted(self) -> str:
        """Return what was copied, by pasting it into the notes."""
        self.press(NOTES)
        self.has_focus("Notes")
        self.key("Control", "a")
        self.key("Delete")
        self.sees(NOTES, "")
        self.key("Control", "v")
        text = until(lambda: self.texts(NOTES)[0], lambda: "nothing was copied")
        self.key("Control", "a")
        self.key("Delete")
        return text

    def texts(self, thing: Thing) -> list[str]:
        """Return the text, or the value, of each of them that is seen now."""
        found: list[str] = self._look(TEXTS, thing.kind, thing.name)
        return found

    def sees(self, thing: Thing, *texts: str) -> None:
        """Wait until exactly these of a kind are seen, with these texts."""
        self._expect(f"the texts of {thing}", lambda: self.texts(thing), list(texts))

    def reads(self, thing: Thing, part: str) -> None:
        """Wait until this part of a text is read in the first of them."""
        last: list[str] = []

        def look() -> bool:
            last[:] = self.texts(thing)[:1]
            return any(part in text for text in last)

        until(look, lambda: f"{part!r} is not in {thing}: {last}")

    def has_focus(self, name: str) -> None:
        """Wait until what has this name has the focus."""
        self._expect("the focus", lambda: self._look(FOCUSED), name)

    def expect(self, what: str, function: str, wanted: object) -> None:
        """Wait until a function of the page gives this."""
        self._expect(what, lambda: self._look(function), wanted)

    def follows_at_once(self) -> None:
        """Wait until instant navigation knows the pages: until then a link makes a new document."""
        until(lambda: self._look(SITE_MAP), lambda: "the theme did not load the map of the site")

    def authors(self) -> str:
        """Return the author's part of the page, as markup: all but the panel."""
        return str(self._look(AUTHORS))

    def whole_page(self) -> str:
        """Return all markup of the page, as it is now."""
        return str(self._look(EVERYTHING))

    def expect_authors(self, before: str) -> None:
        """Wait until the author's part is byte by byte as it was."""
        self._expect("the author's part", self.authors, before)

    def _look(self, function: str, *arguments: object) -> Any:
        said = ""

        def look() -> tuple[Any] | None:
            nonlocal said
            try:
                return (self.tab.evaluate(function, *arguments),)
            except NotReady as error:
                said = str(error)
                return None

        return until(look, lambda: f"the page is not ready: {said}")[0]

    def _expect(self, what: str, look: Callable[[], object], wanted: object) -> None:
        until(lambda: look() == wanted, lambda: f"{what}: {look()!r} is not {wanted!r}")

    def _pointer(self, actions: Sequence[Source]) -> None:
        mouse: Source = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}}
        self.tab.act([mouse | {"actions": actions}])

    def _keys(self, actions: Sequence[Source]) -> None:
        self.tab.act([{"type": "key", "id": "keyboard", "actions": actions}])


def _move(x: int, y: int) -> Source:
    return {"type": "pointerMove", "origin": "viewport", "x": x, "y": y}
