#!/usr/bin/python3
"""A window of WebKitGTK for its WebDriver, which starts it.

    webkit_window.py [--private] [--no-scripts] [--trust CERTIFICATE]

With `--trust`, who serves with the certificate of this file on loopback is taken at its word.

Debian's own MiniBrowser would do, but under automation it browses in private, and in private
WebKit writes nothing on its console. This one writes the console to its standard error.
It runs in the system's Python, since Debian packages the bindings for that.
"""

from __future__ import annotations

import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gio, Gtk, WebKit2  # noqa: E402

HOME = os.environ["HOME"]


def main() -> None:
    if "--private" in sys.argv:
        data = WebKit2.WebsiteDataManager.new_ephemeral()
    else:
        data = WebKit2.WebsiteDataManager(base_data_directory=HOME, base_cache_directory=HOME)
    context = WebKit2.WebContext(website_data_manager=data)
    if "--trust" in sys.argv:
        file = sys.argv[sys.argv.index("--trust") + 1]
        certificate = Gio.TlsCertificate.new_from_file(file)
        context.allow_tls_certificate_for_host(certificate, "127.0.0.1")
    settings = WebKit2.Settings(
        enable_write_console_messages_to_stdout=True,
        enable_javascript="--no-scripts" not in sys.argv,
    )

    def make_view(session: object) -> WebKit2.WebView:
        view = WebKit2.WebView(
            web_context=context, settings=settings, is_controlled_by_automation=True
        )
        window = Gtk.Window(default_width=1280, default_height=1000)
        window.add(view)
        window.show_all()
        view.connect("close", lambda view: Gtk.main_quit())
        return view

    def begin(context: object, session: WebKit2.AutomationSession) -> None:
        session.connect("create-web-view", make_view)

    context.connect("automation-started", begin)
    context.set_automation_allowed(True)
    Gtk.main()


main()
