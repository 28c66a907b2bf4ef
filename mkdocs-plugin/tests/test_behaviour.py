"""The options that say how the panel behaves: what they become, and what is refused."""

from typing import Any

import pytest
from mkdocs.exceptions import Abort

from mkdocs_keyfill.options.declared import NAMES
from written_site import OPTIONS, Site, data_config, told

BEHAVIOUR = ("sign_in", "domain", "idle_minutes", "catalog_endpoints", "deletion_delay")

DEFAULTS = {
    "sign_in": ["token"],
    "domain": "Default",
    "idle_minutes": 15,
    "catalog_endpoints": False,
    "deletion_delay": 0,
}

# What is written, and what the panel gets.
VALUES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({}, {}),
    (DEFAULTS, {}),
    (dict.fromkeys(BEHAVIOUR), {}),
    ({"sign_in": ["password", "token"]}, {"sign_in": ["password", "token"]}),
    (
        {"sign_in": ["token", "password", "application_credential"]},
        {"sign_in": ["token", "password", "application_credential"]},
    ),
    ({"domain": ' Åsa\'s "<b>" & 😀 '}, {"domain": ' Åsa\'s "<b>" & 😀 '}),
    ({"domain": "default"}, {"domain": "default"}),
    ({"domain": "é" * 64}, {"domain": "é" * 64}),
    ({"idle_minutes": 1, "deletion_delay": 1}, {"idle_minutes": 1, "deletion_delay": 1}),
    (
        {"idle_minutes": 480, "deletion_delay": 86400},
        {"idle_minutes": 480, "deletion_delay": 86400},
    ),
    ({"catalog_endpoints": True}, {"catalog_endpoints": True}),
    # Each is Jinja over `extra` too.
    (
        {
            "sign_in": ["{{ way }}"],
            "domain": "{{ extra.users }} domain",
            "idle_minutes": "{{ minutes }}",
            "catalog_endpoints": "{{ minutes > 10 }}",
            "deletion_delay": " {{ minutes * 10 }} ",
        },
        {
            "sign_in": ["password"],
            "domain": "people domain",
            "idle_minutes": 30,
            "catalog_endpoints": True,
            "deletion_delay": 300,
        },
    ),
    ({"idle_minutes": "15", "catalog_endpoints": "false"}, {}),
]

EXTRA = {"way": "password", "users": "people", "minutes": 30}

LIST = "Expected: a list of sign-in methods, in the order of the form"
WAYS = "Expected: one of token, password, application_credential."
DOMAIN = "Expected: a domain's name or ID, 1 to 64 characters."
IDLE = "Expected: whole minutes, from 1 to 480."
DELAY = "Expected: whole seconds, from 0 to 86400."
FLAG = "Expected: true or false."
TEXT = "Expected: text; put it in quotes if YAML reads it as something else."
SEEN = "Expected: text without invisible characters."
JINJA = (
    "Expected: Jinja with the keys of extra: in mkdocs.yml "
    "(Keyfill's own {region} has single braces)."
)

ERRORS: list[tuple[dict[str, Any], str, str]] = [
    # Ways to sign in.
    ({"sign_in": "token"}, "sign_in", f"'token' is not a list. {LIST}."),
    ({"sign_in": []}, "sign_in", f"[] is empty. {LIST}."),
    ({"sign_in": ["token", None]}, "sign_in[1]", f"it has no value. {TEXT}"),
    (
        {"sign_in": ["token", "pasword"]},
        "sign_in[1]",
        "'pasword' is not a known sign-in method; did you mean 'password'? " + WAYS,
    ),
    (
        {"sign_in": ["totp"]},
        "sign_in[0]",
        f"'totp' is not a known sign-in method. {WAYS}",
    ),
    ({"sign_in": ["token"] * 2}, "sign_in[1]", f"'token' is listed twice. {LIST}, each once."),
    # The domain.
    ({"domain": 7}, "domain", f"7 is not text. {TEXT}"),
    ({"domain": ""}, "domain", f"'' is empty. {DOMAIN}"),
    ({"domain": " "}, "domain", f"' ' is empty. {DOMAIN}"),
    ({"domain": "é" * 65}, "domain", f"'{'é' * 65}' has 65 characters. {DOMAIN}"),
    (
        {"domain": "a\u202eb"},
        "domain",
        f"'a\\u202eb' contains the control or invisible character U+202E. {SEEN}",
    ),
    (
        {"domain": "{{ userz }}"},
        "domain",
        f"'{{{{ userz }}}}' cannot be resolved: 'userz' is undefined. {JINJA}",
    ),
    # Numbers.
    (
        {"session": "sites"},
        "session",
        "'sites' is neither of them; did you mean 'site'? Expected: site or document.",
    ),
    ({"idle_minutes": 0}, "idle_minutes", f"0 is too small. {IDLE}"),
    ({"idle_minutes": 481}, "idle_minutes", f"481 is too large. {IDLE}"),
    ({"idle_minutes": 1.5}, "idle_minutes", f"1.5 is not a whole number. {IDLE}"),
    ({"idle_minutes": True}, "idle_minutes", f"true is not a whole number. {IDLE}"),
    ({"idle_minutes": [15]}, "idle_minutes", f"[15] is not a whole number. {IDLE}"),
    ({"idle_minutes": "15 min"}, "idle_minutes", f"'15 min' is not a whole number. {IDLE}"),
    (
        {"idle_minutes": "\u0661\u0665"},
        "idle_minutes",
        f"'\u0661\u0665' is not a whole number. {IDLE}",
    ),
    ({"idle_minutes": "{{ minutes * 20 }}"}, "idle_minutes", f"600 is too large. {IDLE}"),
    ({"deletion_delay": -1}, "deletion_delay", f"-1 is too small. {DELAY}"),
    ({"deletion_delay": 86401}, "deletion_delay", f"86401 is too large. {DELAY}"),
    ({"deletion_delay": "5m"}, "deletion_delay", f"'5m' is not a whole number. {DELAY}"),
    ({"deletion_delay": False}, "deletion_delay", f"false is not a whole number. {DELAY}"),
    # True or false.
    ({"catalog_endpoints": 1}, "catalog_endpoints", f"1 is neither true nor false. {FLAG}"),
    ({"catalog_endpoints": "x"}, "catalog_endpoints", f"'x' is neither true nor false. {FLAG}"),
    ({"catalog_endpoints": []}, "catalog_endpoints", f"[] is neither true nor false. {FLAG}"),
    # Names that are nearly right.
    (
        {"idle_minuts": 5},
        "idle_minuts",
        "5 is set for an unknown option; did you mean 'idle_minutes'? "
        f"Expected: one of {', '.join(NAMES)}.",
    ),
]


@pytest.mark.parametrize(("written", "given"), VALUES, ids=lambda value: str(value)[:40])
def test_the_panel_is_told_what_differs_from_the_defaults(
    site: Site, written: dict[str, Any], given: dict[str, Any]
) -> None:
    config = data_config(site.build({**OPTIONS, **written}, extra=EXTRA))
    assert list(config)[:3] == ["brand", "regions", "clients"]
    assert {key: config[key] for key in list(config)[3:]} == given


@pytest.mark.parametrize(("written", "option", "message"), ERRORS, ids=lambda v: str(v)[:40])
def test_a_wrong_value_is_named(
    site: Site,
    caplog: pytest.LogCaptureFixture,
    written: dict[str, Any],
    option: str,
    message: str,
) -> None:
    with pytest.raises(Abort):
        site.build({**OPTIONS, **written}, extra=EXTRA)
    assert told(caplog) == f"Plugin 'keyfill' option '{option}': {message}"


def test_a_site_that_is_not_configured_yet_is_checked_too(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        site.build({**OPTIONS, "regions": ["FIXME"], "idle_minutes": 0})
    assert told(caplog).startswith("Plugin 'keyfill' option 'idle_minutes': 0 is too small.")
