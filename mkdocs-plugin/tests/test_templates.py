"""Templates are resolved in the whole of the options, before any of them is checked."""

from typing import Any

import pytest

from mkdocs_keyfill import static_page
from mkdocs_keyfill.errors import OptionError
from mkdocs_keyfill.options import settings
from mkdocs_keyfill.options.declared import Options
from mkdocs_keyfill.options.settings import Settings
from mkdocs_keyfill.options.site_facts import SiteFacts
from written_site import OPTIONS

WORD = "a\u200cb"
EXTRA = {"a": "Kna1", "b": "Kna1", "host": "x.example", "n": 30, "no": False, "word": WORD}
EXPECTED = (
    "Expected: Jinja with the keys of extra: in mkdocs.yml (Keyfill's own {region} has single "
    "braces)."
)


def resolved(**options: Any) -> Settings:
    written = Options({"brand": "Aurora", **OPTIONS, **options})
    return settings.resolve(written, SiteFacts(extra=EXTRA), static_page.load())


def test_every_option_may_be_a_template() -> None:
    own = {"keystone_url": "https://{{ host }}/v3", "s3_endpoint": "https://s.{{ host }}"}
    found = resolved(
        regions={"{{ a }}": own},
        idle_minutes="{{ n }}",
        offer="{{ no }}",
        slots={"bucket": ["{{ a }}"], "team": {"label": "{{ word }}"}},
        tabs={"own": {"label": "{{ word }}", "steps": [{"lead": "{{ a }}", "text": "{{ b }}\n"}]}},
    )
    assert [vars(region) for region in found.regions] == [
        {
            "name": "Kna1",
            "keystone_url": "https://x.example/v3",
            "s3_endpoint": "https://s.x.example",
            "signing_region": "Kna1",
        }
    ]
    assert found.behaviour.idle_minutes == 30 and not found.offer
    labels = {slot.id: (slot.label, slot.names) for slot in found.slots}
    assert labels["bucket"][1] == ("Kna1",) and labels["team"][0] == WORD
    [tab] = found.tabs
    assert (tab.label, tab.steps[0].lead, tab.steps[0].text) == (WORD, "Kna1", "Kna1")


@pytest.mark.parametrize(
    ("options", "path"),
    [
        ({"brand": "{{ x }}"}, "brand"),
        ({"regions": ["{{ x }}"]}, "regions[0]"),
        ({"regions": [{"{{ x }}": {}}]}, "regions[0].{{ x }}"),
        ({"regions": {"Kna1": {"s3_endpoint": "{{ x }}"}}}, "regions.Kna1.s3_endpoint"),
        ({"clients": ["aws", "{{ x }}"]}, "clients[1]"),
        ({"idle_minutes": "{{ x }}"}, "idle_minutes"),
        ({"slots": {"bucket": ["{{ x }}"]}}, "slots.bucket[0]"),
        ({"slots": {"bucket": {"names": ["b", "{{ x }}"]}}}, "slots.bucket.names[1]"),
        ({"tabs": {"own": "{{ x }}"}}, "tabs.own"),
        (
            {"tabs": {"own": {"steps": [{"lead": "a", "text": "{{ x }}"}]}}},
            "tabs.own.steps[0].text",
        ),
        ({"texts": {"A sentence that has more than 32 characters": "{{ x }}"}}, None),
    ],
)
def test_what_cannot_be_resolved_is_named_by_its_path(
    options: dict[str, Any], path: str | None
) -> None:
    path = path or "texts.A sentence that has more than 32..."
    with pytest.raises(OptionError) as caught:
        resolved(**options)
    assert caught.value.path == path
    assert caught.value.reason == f"'{{{{ x }}}}' cannot be resolved: 'x' is undefined. {EXPECTED}"


def test_two_templates_cannot_be_one_region() -> None:
    with pytest.raises(OptionError) as caught:
        resolved(regions={"{{ a }}": {}, "{{ b }}": {}})
    assert caught.value.path == "regions.{{ b }}"
    assert caught.value.reason == ("'Kna1' is listed twice. Expected: each region once.")


def test_only_words_may_have_what_typography_needs() -> None:
    with pytest.raises(OptionError, match="clients"):
        resolved(clients=["{{ word }}"])
