"""A panel as its reader uses it."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from .visit import Visit

# What the author's own blocks show of a session, by the slots' ids.
OF_A_SESSION = ", ".join(
    f".keyfill-value[data-slot={slot}]"
    for slot in ("access-key", "secret-key", "project-id", "user-id")
)

# What is on the clipboard before something is copied.
NOTHING_COPIED = "nothing was copied"
# What opens the list of keys.
MANAGE = re.compile("^Manage ")


class Panel:
    """The panel number `index` of the page that a visit is at."""

    def __init__(self, visit: Visit, index: int = 0) -> None:
        self.visit = visit
        self.root = visit.page.locator("keyfill-panel").nth(index)
        self.folded = self.root.get_by_role("button", name=MANAGE, expanded=False)
        self._opens_list = False

    @property
    def token(self) -> Locator:
        return self.root.locator(".keyfill-token")

    def field(self, name: str) -> Locator:
        """The field of the sign-in form with this name in the page."""
        return self.root.locator(f"[data-field={name}]")

    @property
    def choices(self) -> Locator:
        """The projects, or the clouds of a file, to choose from."""
        return self.root.locator(".keyfill-signin .keyfill-choices button")

    @property
    def lead(self) -> Locator:
        return self.root.locator(".keyfill-lead")

    @property
    def keys(self) -> Locator:
        """The rows of the list of keys."""
        return self.root.locator(".keyfill-manage > ul > li")

    @property
    def list_title(self) -> Locator:
        """What stands above the list of keys: whose they are, and for which regions."""
        return self.root.locator(".keyfill-manage > p").first

    @property
    def notice(self) -> Locator:
        """The message, if there is one."""
        return self.root.locator("[data-focus=notice] .keyfill-notice")

    @property
    def offer(self) -> Locator:
        """The question what to do with a key that was found."""
        return self.root.locator(".keyfill-keys [role=alert]")

    @property
    def question(self) -> Locator:
        """The question whether to delete."""
        return self.root.get_by_role("alertdialog")

    @property
    def filled(self) -> Locator:
        return self.root.locator(".keyfill-filled")

    @property
    def more(self) -> Locator:
        """The menu of the clients that have no place in the row of tabs."""
        return self.root.get_by_label("More clients", exact=True)

    @property
    def blocks(self) -> Locator:
        """The code of the steps of the chosen tab."""
        return self.root.locator(".tabbed-block:visible .keyfill-step:not(.keyfill-undo *) code")

    @property
    def test(self) -> Locator:
        """The block with the command that tests a key."""
        return self.root.locator(".keyfill-test:not(.keyfill-rotation)")

    @property
    def rotation(self) -> Locator:
        """The stages of a rotation."""
        return self.root.locator(".keyfill-rotation")

    @property
    def rotation_step(self) -> Locator:
        """The step of a rotation that is next."""
        return self.rotation.locator("[aria-current=step]")

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name, exact=True)

    def ready(self) -> None:
        """Wait until the panel works, which is before the app is there."""
        self.root.locator(".keyfill-controls:not([inert])").wait_for(state="attached")

    def value(self, label: str) -> Locator:
        """The field of a value in the list of those of the page, once that is open."""
        return self.root.locator(".keyfill-values").get_by_label(label, exact=True)

    @property
    def form(self) -> Locator:
        """The sign-in form."""
        return self.root.locator("form.keyfill-signin")

    def use_own_keys(self) -> None:
        """Press the button that opens the form, and wait for it: the app may have to come."""
        self.button("Sign in…").click()
        self._keep_list_open()
        self.form.wait_for()

    def paste(self, token: str) -> None:
        """Open the form if it is closed, and paste `token` into it."""
        if not self.token.is_visible():
            self.use_own_keys()
        self.visit.put_on_clipboard(token)
        self.token.focus()
        self.visit.page.keyboard.press("Control+V")

    def sign_in(self, token: str) -> None:
        """Paste `token` and wait for the list of keys."""
        self.paste(token)
        self.manage()

    def open_form(self, method: str) -> None:
        """Open the form if it is closed, and choose a way to sign in by its label."""
        if self.form.count() == 0:
            self.use_own_keys()
        self.way(method).check()

    def way(self, method: str) -> Locator:
        """The button that chooses a way to sign in, by its label."""
        return self.root.get_by_role("radio", name=method, exact=True)

    def give_password(self, user: str, password: str) -> None:
        """Send a user name and a password, once the form for them is open."""
        self.field("user").fill(user)
        self.field("password").fill(password)
        self.button("Sign in").click()

    def choose_project(self, name: str) -> None:
        """Choose a project, and wait for the list of its keys."""
        self.choices.get_by_text(name, exact=True).click()
        self.manage()

    def sign_out(self) -> None:
        """Sign out; a pasted token is not revoked."""
        self.button("Sign out").click()
        question = self.question.get_by_role("button", name="Sign out", exact=True)
        # Only somebody who has pasted a token is asked.
        question.or_(self.button("Sign in…")).first.wait_for()
        if question.is_visible():
            question.click()

    def create(self) -> str:
        """Create a credential, and return its access key once it is in the commands."""
        self.manage()
        before = self.keys.count()
        self.button("Create key").click()
        expect(self.keys).to_have_count(before + 1)
        return self.chosen()

    def manage(self) -> None:
        """Open the list of keys, as soon as there is one."""
        # It comes with the list.
        self.button("Create key").wait_for()
        self._unfold()

    def _unfold(self) -> None:
        if self._opens_list and self.folded.is_visible():
            expect(self.root.locator(".keyfill-manage")).to_be_visible()

    def _keep_list_open(self) -> None:
        """Open the list whenever it is there and folded: most tests look at it."""
        if not self._opens_list:
            self._opens_list = True
            self.visit.page.add_locator_handler(self.folded, lambda folded: folded.click())

    def close_list(self) -> None:
        """Fold the list of keys again, and leave it folded."""
        self.visit.page.remove_locator_handler(self.folded)
        self._opens_list = False
        self.root.get_by_role("button", name=MANAGE).click()
        self.root.locator(".keyfill-manage").wait_for(state="detached")

    def option(self, name: str) -> Locator:
        """The choice of this name, among those that are folded below the commands."""
        self.open_options()
        return self.root.get_by_label(name, exact=True)

    def open_options(self) -> None:
        """Unfold how secrets are shown and passed on, and the files to save."""
        fold = self.root.locator("details.keyfill-filled")
        fold.wait_for()
        if fold.get_attribute("open") is None:
            fold.locator("summary").click()

    def chosen(self) -> str:
        """Return the access key that is in the commands."""
        self._unfold()
        chosen = self.root.locator(".keyfill-manage > ul > li:has(:checked) code")
        return chosen.inner_text()

    def listed(self) -> list[str]:
        """Return the access keys of the rows, in their order."""
        self._unfold()
        return self.root.locator(".keyfill-manage > ul > li > label code").all_inner_texts()

    def answer(self, name: str) -> None:
        """Answer the question about keys with the button of this name."""
        self.question.get_by_role("button", name=name, exact=True).click()

    def copy_test(self) -> tuple[str, str]:
        """Return what the test block copies: the command, and the secret for its prompt."""
        command, secret = (self.copy(button) for button in self.test.locator(".keyfill-copy").all())
        return command, secret

    def copy_install(self) -> tuple[str, str]:
        """Return what the step that installs the new key copies: the command, and the secret."""
        buttons = self.rotation_step.locator(".keyfill-copy").all()
        command, secret = (self.copy(button) for button in buttons)
        return command, secret

    def delete(self, access: str) -> None:
        """Delete with the confirmation, and wait until it is done."""
        self.button(f"Delete {access}").click()
        self.question.get_by_role("button", name="Delete it").click()
        expect(self.root.get_by_role("button", name=f"Delete {access}")).to_have_count(0)

    def choose_tab(self, client: str) -> None:
        exactly = re.compile(f"^{client}$")
        label = self.root.locator(".tabbed-labels label").filter(has_text=exactly)
        if label.is_visible():
            label.click()
        else:
            self.more.select_option(client)
        expect(self.root.locator(f"input[value={client}]")).to_be_checked()
        # The app fetches what it does not have yet.
        expect(self.root.locator(".tabbed-block:visible .keyfill-step").first).to_be_visible()

    def copy_steps(self, **values: str) -> list[str]:
        """Click each copy button of the chosen tab except for the undo, and return the copies.

        The `values` go into the fields above the commands, by their labels, and else any.
        """
        copies = ".tabbed-block:visible .keyfill-copy:not(.keyfill-undo *)"
        more = self.root.locator(".tabbed-block:visible > .keyfill-fold:not(.keyfill-undo)")
        for fold in more.all():
            if fold.get_attribute("open") is None:
                fold.locator("summary").click()
        for field in self.root.locator(".tabbed-block:visible .keyfill-fields input").all():
            label = self.root.locator(f"label[for={field.get_attribute('id')}]").inner_text()
            field.fill(values.get(label.lower(), "pictures"))
        return [self.copy(button) for button in self.root.locator(copies).all()]

    def copy(self, button: Locator) -> str:
        """Click a copy button, and return what it put on the clipboard."""
        self.visit.put_on_clipboard(NOTHING_COPIED)
        button.click()
        return self.visit.copied_over(NOTHING_COPIED)

    def copy_anyway(self, button: Locator) -> str:
        """The same with our button in the page, also where it first asks for a value."""
        self.visit.put_on_clipboard(NOTHING_COPIED)
        button.click()
        field = self.visit.page.locator(".keyfill-edit:focus")
        expect(field.or_(button.filter(has_text="Copied"))).to_be_visible()
        if field.count():
            assert self.visit.clipboard() == NOTHING_COPIED
            self.visit.page.keyboard.press("Escape")
            button.click()
        return self.visit.copied_over(NOTHING_COPIED)

    def expect_notice(self, what: str, then: str) -> None:
        """Expect a message whose first sentence is `what` and whose advice has `then`."""
        expect(self.notice.locator("strong")).to_have_text(what)
        expect(self.notice.locator("p").nth(1)).to_contain_text(then)

    def expect_notice_has(self, words: str) -> None:
        """Expect a message whose first sentence has these words."""
        expect(self.notice.locator("strong")).to_contain_text(words)

    def expect_signed_out(self) -> None:
        """Expect what a session leaves: the page is given back in the frames after the panel."""
        expect(self.lead).to_contain_text(re.compile("Fill in your own keys|Sign in to"))
        expect(self.root.locator(".keyfill-keys, .keyfill-filled")).to_have_count(0)
        expect(self.visit.page.locator(OF_A_SESSION)).to_have_count(0)
