"""What good options become: the panel's configuration and the placeholders of the commands."""

import logging

import pytest
from bs4 import BeautifulSoup

from mkdocs_keyfill.options import grammar
from written_site import OPTIONS, PANEL, Site, data_config, one


def command(page: BeautifulSoup) -> str:
    """Give the first client's command: profile, endpoint, host and signing region."""
    return " ".join(page.select(".tabbed-block code")[0].get_text().split()[1:5])


def test_one_region_has_its_real_values(site: Site) -> None:
    page = site.build({**OPTIONS, "regions": ["1.Kna"], "brand": "Åland & 'Co' <x> {{'{{'}}host}}"})
    assert data_config(page) == {
        "brand": "Åland & 'Co' <x> {{host}}",
        "regions": [
            {
                "name": "1.Kna",
                "keystone_url": "https://1.kna.cloud.example:5000/v3",
                "s3_endpoint": "https://s3-1.kna.cloud.example:8080",
                "signing_region": "1.Kna",
            }
        ],
        "clients": ["aws", "mc", "s3cmd"],
    }
    endpoint = "s3-1.kna.cloud.example:8080"
    assert command(page) == f"r1-kna https://{endpoint} {endpoint} 1.Kna"
    assert one(page, ".bar").get_text() == "r1-kna of Åland & 'Co' <x> {{host}}"


def test_several_regions_have_placeholders(site: Site) -> None:
    page = site.build({**OPTIONS, "regions": ["Kna1", "Fra1"]})
    endpoint = "s3-<region>.cloud.example:8080"
    assert command(page) == f"<region> https://{endpoint} {endpoint} <region>"
    options = one(page, f"select#{PANEL}-region").select("option")
    assert [option.get_text() for option in options] == ["Kna1", "Fra1"]


def test_options_of_a_region_win(site: Site) -> None:
    own = {
        "keystone_url": "https://ID.Sto2.example/Identity/{region}/v3/",
        "s3_endpoint": "https://Objects.sto2.example/",
        "signing_region": "us-east-1",
    }
    for regions in (
        {"Kna1": {}, "Sto2": own},
        ["Kna1", {"Sto2": own}],
        {"Kna1": None, "Sto2": own},
    ):
        page = site.build({**OPTIONS, "regions": regions})
        assert data_config(page)["regions"][1] == {
            "name": "Sto2",
            "keystone_url": "https://id.sto2.example/Identity/Sto2/v3",
            "s3_endpoint": "https://objects.sto2.example",
            "signing_region": "us-east-1",
        }
        assert command(page) == "<region> <endpoint> <s3-host> <region>"


def test_a_url_is_not_needed_where_every_region_has_its_own(site: Site) -> None:
    own = {"keystone_url": "https://k.example/v3", "s3_endpoint": "http://127.0.0.1:9000"}
    page = site.build({"regions": {"A": own, "B": own}, "signing_region": "us-east-1"})
    assert [r["keystone_url"] for r in data_config(page)["regions"]] == ["https://k.example/v3"] * 2
    assert command(page) == "<region> <endpoint> <s3-host> us-east-1"


def test_a_constant_url_serves_one_region_beside_others(site: Site) -> None:
    own = {"keystone_url": "https://k.example/v3"}
    page = site.build({**OPTIONS, **own, "regions": ["A", {"B": own}]})
    assert [r["keystone_url"] for r in data_config(page)["regions"]] == ["https://k.example/v3"] * 2


def test_one_keystone_may_serve_several_regions(site: Site) -> None:
    shared = {"keystone_url": "https://k.example/v3"}
    page = site.build({**OPTIONS, **shared, "regions": ["Kna1", "Fra1"]})
    regions = data_config(page)["regions"]
    assert [r["keystone_url"] for r in regions] == ["https://k.example/v3"] * 2
    assert regions[0]["s3_endpoint"] != regions[1]["s3_endpoint"]


def test_every_text_is_jinja_over_extra(site: Site) -> None:
    options = {
        "brand": "{{ brand }} of {{ config.site_name }}",
        "regions": ["{{ extra.api_region }}"],
        "keystone_url": "https://{{ api_region | lower }}.{{ extra.brand_domain }}:5000/v3",
        "s3_endpoint": "https://s3-{region}.{{ brand_domain }}:8080",
        "signing_region": "{{ 'us-east-1' if brand_domain else '' }}",
        "clients": ["{{ client }}", "aws"],
    }
    extra = {"brand": "Åland", "brand_domain": "x.example", "api_region": "Kna1", "client": "mc"}
    assert data_config(site.build(options, extra=extra)) == {
        "brand": "Åland of Aurora",
        "regions": [
            {
                "name": "Kna1",
                "keystone_url": "https://kna1.x.example:5000/v3",
                "s3_endpoint": "https://s3-kna1.x.example:8080",
                "signing_region": "us-east-1",
            }
        ],
        "clients": ["mc", "aws"],
    }


@pytest.mark.parametrize("name", ["FIXME", "fixme", "FixMe"])
def test_a_region_to_fix_is_not_configured_yet(
    site: Site, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    caplog.set_level(logging.INFO, logger="mkdocs")
    page = site.build({**OPTIONS, "regions": [name]})
    assert not page.select("keyfill-panel")
    assert len(page.select("section.keyfill[data-search-exclude] .tabbed-block")) == 3
    endpoint = "s3-<region>.cloud.example:8080"
    assert command(page) == f"<region> https://{endpoint} {endpoint} <region>"
    [record] = [r for r in caplog.records if "keyfill" in r.name]
    assert record.levelno == logging.INFO
    assert record.getMessage().endswith(
        "not configured yet (a region is called FIXME): pages show the commands with "
        "placeholders only"
    )


def test_fixme_is_never_shown_as_a_value(site: Site) -> None:
    options = {
        **OPTIONS,
        "regions": ["{{ r }}"],
        "s3_endpoint": "https://s3-{{ r | lower }}.example",
        "signing_region": "{{ r }}",
    }
    assert command(site.build(options, extra={"r": "FIXME"})) == (
        "<region> <endpoint> <s3-host> <region>"
    )


GOOD_KEYSTONE = {
    "https://api.example/identity/v3/": "https://api.example/identity/v3",
    "https://API.example:05000/V3/v3": "https://api.example:05000/V3/v3",
    "http://127.0.0.1:5000/v3": "http://127.0.0.1:5000/v3",
    "http://localhost/v3": "http://localhost/v3",
    "http://[::1]:5000/v3": "http://[::1]:5000/v3",
    "https://[2001:DB8::1]/v3": "https://[2001:db8::1]/v3",
}

BAD_ENDPOINTS = [
    "s3.example",
    "http://s3.example",
    "http://127.evil.example",
    "http://127.0.0.1.example",
    "https://",
    "http://127.0.0.256",
    "http://127.0.0",
    "https://u:p@s3.example",
    "https://s3.example/path",
    "https://s3.example?x",
    "https://s3.example#x",
    "https://s3.example:0",
    "https://s3.example:99999",
    "https://s3.example:",
    "https://s3.example:+80",
    "https://s3.example:٨٠",
    "javascript://s3.example",
    "https://'.example",
    "https://-x.example",
    "https://é.example",
    "HTTPS://s3.example",
    "https://[::1",
    "https://s3.example:8080/%2e",
    "https://s3.example//",
    "https://a\\b",
    "https://[zz]",
]


def test_urls_are_admitted_as_by_the_browser() -> None:
    for text, tidy in GOOD_KEYSTONE.items():
        assert grammar.keystone_url(text) == tidy
    assert grammar.s3_endpoint("https://S3-Kna1.Example:8080/") == "https://s3-kna1.example:8080"
    for bad in [*BAD_ENDPOINTS, "", "https://s3 .example", "https://s3.example\n"]:
        with pytest.raises(grammar.Refused):
            grammar.s3_endpoint(bad)
    for bad in ("https://k.example", "https://k.example/v2.0", "https://k.example/v3?x=/v3"):
        with pytest.raises(grammar.Refused):
            grammar.keystone_url(bad)


def test_hidden_characters_are_those_of_the_browser() -> None:
    for char in "\0\x1f\x7f\x85\xad\u061c\u180e\u200b\u200f\u2028\u202e\u2060\u206f\ufeff\ufffb":
        with pytest.raises(grammar.Refused):
            grammar.refuse_hidden(f"a{char}b")
    with pytest.raises(grammar.Refused):
        grammar.refuse_hidden("\U000e0041")
    grammar.refuse_hidden("Åsa <b> 😀")


def test_words_may_have_what_typography_needs() -> None:
    for char in "\u00a0\u202f\u200c\u200d\ufe0f":
        grammar.refuse_hidden(f"a{char}b", is_words=True)
        with pytest.raises(grammar.Refused):
            grammar.refuse_hidden(f"a{char}b")
    for char in "\u202e\u200b\u3164\u034f\u2800\U000e0100":
        with pytest.raises(grammar.Refused):
            grammar.refuse_hidden(f"a{char}b", is_words=True)
