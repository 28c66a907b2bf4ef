"""What the build and the check say of how far sessions go."""

import json

import pytest

from mkdocs_keyfill.check.session_reach import is_refused
from mkdocs_keyfill.command import main
from written_site import FENCE, OPTIONS, Site

OWN = '<link rel="canonical" href="https://docs.example/s3/">'
META = '<meta http-equiv="Content-Security-Policy" content="{}">'


@pytest.mark.parametrize("session", ["site", "document"])
def test_the_build_says_what_readers_get(
    site: Site, session: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    site.build({**OPTIONS, "session": session}, page=FENCE)
    assert ("sessions follow readers from page to page" in caplog.text) == (session == "site")
    assert ("sessions end with their page" in caplog.text) == (session == "document")


def test_a_site_without_https_is_told(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    site.build({**OPTIONS, "session": "site"}, page=FENCE, site_url="http://docs.example/")
    assert "http://docs.example/ has no https, so sessions end with their page" in caplog.text


@pytest.mark.parametrize("session", ["site", "document"])
def test_the_check_says_what_readers_get(
    site: Site, session: str, capsys: pytest.CaptureFixture[str]
) -> None:
    site.build({**OPTIONS, "session": session}, page=FENCE)
    assert main(["check", str(site.out)]) == 0
    assert ("session: readers stay signed in" in capsys.readouterr().out) == (session == "site")
    page = site.out / "index.html"
    policy = META.format("script-src 'self'; worker-src 'none'")
    page.write_text(page.read_text().replace("<head>", f"<head>{policy}", 1))
    assert main(["check", str(site.out)]) == 0
    said = "index.html: its policy does not allow worker-src 'self'" in capsys.readouterr().out
    assert said == (session == "site")
    assert main(["check", str(site.out), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["session"]
    refused = ["index.html"] if session == "site" else []
    assert told == {"follows": session == "site", "refused": refused}


@pytest.mark.parametrize(
    ("policy", "refuses"),
    [
        ("", False),
        ("img-src 'none'", False),
        ("worker-src 'self'", False),
        ("default-src 'none'; WORKER-SRC https:", False),
        ("worker-src 'none'", True),
        ("default-src 'self'; child-src 'none'", True),
        ("default-src 'self'; script-src https://cdn.example", True),
        ("default-src 'none'", True),
        ("worker-src 'none'; worker-src 'self'", True),
        ("worker-src https://docs.example", False),
        ("worker-src docs.example:443/assets/", False),
        ("worker-src https://cdn.example *.example:*", False),
        ("worker-src docs.example:8443", True),
        ("worker-src *.docs.example", True),
        ("worker-src 'nonce-abc' blob: data:", True),
    ],
)
def test_policies_are_read_as_browsers_read_them(policy: str, refuses: bool) -> None:
    page = f"{OWN}{META.format(policy)}"
    assert is_refused(page) is refuses
    assert not is_refused(f"<p>{policy}</p>")


def test_a_host_that_may_be_the_site_s_own_is_no_refusal() -> None:
    policy = META.format("worker-src https://docs.example")
    assert not is_refused(policy), "nothing says where the page is"
    for unclear in ("/s3/", "https://docs.example:port/", "https://[docs/"):
        assert not is_refused(f"<link rel=canonical href={unclear}>{policy}")
    assert is_refused(f'<link href="https://other.example/s3/" rel="canonical">{policy}')
